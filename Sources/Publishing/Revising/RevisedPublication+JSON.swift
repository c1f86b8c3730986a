public import Curricula
public import Timetabling

extension RevisedPublication {
  /// The revision as a JSON document, version 1.
  ///
  /// - Parameter isAccepted: Whether the new timetable was published.
  /// - Returns: The document, described in the article *Publishing and revising*.
  public func json(isAccepted: Bool) -> String {
    let curriculum = publication.problem.curriculum
    return JSON.object([
      ("format", .text("seminar-revision")), ("version", .integer(1)),
      ("curriculum", .text(curriculum.id)), ("edition", .text(curriculum.edition)),
      ("zone", .text(curriculum.zone.name)), ("status", .text("revised")),
      ("from", .integer(old.number)), ("to", .integer(isUnchanged ? old.number : new.number)),
      ("accepted", .flag(isAccepted)), ("today", .text(today.description)),
      ("requests", .texts(requests)), ("disturbance", .integer(revised.disturbance)),
      ("leastDisturbance", .integer(revised.leastDisturbance)),
      ("cost", .integer(revised.solution.cost)), ("bound", .integer(revised.solution.bound)),
      ("held", .integer(heldCount)),
      ("heldSessions", .texts(chronicle.held.map(\.session))),
      ("waivers", .list(new.particulars.waivers.map(\.json))),
      ("changes", difference.json(in: curriculum.zone)),
      ("messages", .list(notices.map(json(of:)))),
    ]).document
  }

  private func json(of notice: Notice) -> JSON {
    .object([
      ("kind", .text(notice.recipient.kind.rawValue)), ("id", .text(notice.recipient.id)),
      ("name", .text(notice.recipient.name)), ("email", .optional(notice.recipient.email)),
      ("zone", .text(notice.recipient.zone.name)),
      ("sessions", .texts(notice.changes.compactMap { ($0.after ?? $0.before)?.session })),
      ("subject", .text(notice.subject)), ("text", .text(notice.body())),
    ])
  }
}

extension Revision {
  /// Why a revision cannot follow, as text: declarations that cannot hold together, and repairs.
  ///
  /// - Parameters:
  ///   - conflict: The declarations and the repairs.
  ///   - problem: The problem that has no timetable.
  ///   - today: The first day that could still be changed.
  ///   - requests: What was asked beside the curriculum.
  ///   - width: The most columns of a line.
  /// - Returns: The lines, each ended by a line feed.
  public func text(
    followedBy conflict: Conflict,
    of problem: Problem,
    today: CivilDate,
    requests: [String],
    width: Int = 80
  ) -> String {
    var page = TextPage(width: width)
    page.write(problem.curriculum.title)
    page.write("Revision \(number) cannot be changed in a way that meets all of these requests")
    page.rule("═")
    for request in requests { page.write(request + ".") }
    page.write("Sessions before \(today.spelled) stay unchanged.")
    page.skip()
    Publication(.infeasible(conflict), of: problem, seed: 0).write(
      conflict,
      into: &page,
      cost: "penalty"
    )
    return page.text
  }

  /// The same as a JSON document, version 1.
  ///
  /// - Parameters:
  ///   - conflict: The declarations and the repairs.
  ///   - problem: The problem that has no timetable.
  ///   - today: The first day that could still be changed.
  ///   - requests: What was asked beside the curriculum.
  /// - Returns: The document.
  public func json(
    followedBy conflict: Conflict,
    of problem: Problem,
    today: CivilDate,
    requests: [String]
  ) -> String {
    JSON.object(
      [
        ("format", .text("seminar-revision")), ("version", .integer(1)),
        ("curriculum", .text(problem.curriculum.id)),
        ("edition", .text(problem.curriculum.edition)),
        ("zone", .text(problem.curriculum.zone.name)), ("status", .text("infeasible")),
        ("from", .integer(number)), ("to", .null), ("accepted", .flag(false)),
        ("today", .text(today.description)), ("requests", .texts(requests)),
      ] + Publication.members(of: conflict, cost: "disturbance")
    ).document
  }
}
