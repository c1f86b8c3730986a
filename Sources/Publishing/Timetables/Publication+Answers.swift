public import Curricula
internal import Diagnostics
public import Timetabling

// Answers to questions about a timetable, as text.
extension Publication {
  /// What it would mean to hold a session on a day.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - session: The session asked about.
  ///   - date: The day asked about.
  ///   - asked: The problem that the answer is about, where other sessions of the choices are held.
  ///   - width: The most columns of a line.
  /// - Returns: The answer in lines.
  public func text(
    of answer: WhyNot,
    about session: Session,
    on date: CivilDate,
    in asked: Problem? = nil,
    width: Int = 80
  ) -> String {
    var page = TextPage(width: width)
    page.write("'\(session.id)' on \(date.full): \(session.title.legible)")
    page.skip()
    switch answer {
    case .noBlock(let nearest, let opening):
      let days = nearest.map(\.full).listed()
      let lead = nearest.count
        .agreeing("The nearest day with one is", "The nearest days with one are")
      page.write("There is no open block on that day. \(lead) \(days).")
      guard !opening.isEmpty else { break }
      page.skip()
      write(opening, into: &page)
    case .heldAlready(let placement):
      let start = TimeOfDay(onClock: placement.start).description
      page.write("It is already on that day, at \(start).")
    case .open:
      page.write("The program found neither a timetable nor a reason why there is none.")
    case .impossible(let conflict):
      page.write("There is no timetable with it.")
      page.skip()
      Publication(.infeasible(conflict), of: asked ?? problem, seed: seed)
        .write(conflict, into: &page)
    case .possible(let comparison):
      page.write(
        "There \(comparison.extra == 0 ? "is" : "would be") a timetable with it: "
          + comparison.summary + "."
      )
      if let exchange = exchange(for: comparison.solution.timetable) { page.write(exchange) }
      for difference in comparison.differences {
        page.skip()
        page.write(difference.sentence, indent: 2)
        page.write(difference.origin.location, indent: 2)
      }
    }
    return page.text
  }

  /// Which sessions are held instead of others of their choices; `nil` when the same are.
  private func exchange(for timetable: Timetable) -> String? {
    let other = timetable.problem.curriculum
    let added = curriculum.notHeld.map(\.id).filter { !other.isNotHeld($0) }
    let dropped = other.notHeld.map(\.id).filter { !curriculum.isNotHeld($0) }
    guard !added.isEmpty || !dropped.isEmpty else { return nil }
    return "In that timetable, \(added.quoted()) \(added.count.agreeing("takes", "take")) place "
      + "instead of \(dropped.quoted())."
  }
}
