internal import Curricula
internal import Diagnostics
internal import Timetabling

extension Supposition {
  private var curriculum: Curriculum { publication.problem.curriculum }

  /// The timetable that is, in words.
  private var ground: String {
    isPublished ? "revision \(old.number) as published" : "the best timetable of the present file"
  }

  /// What would change and what it would cost, for people.
  ///
  /// - Parameter width: The most columns of a line.
  /// - Returns: The lines, each ended by a line feed.
  public func text(width: Int = 80) -> String {
    var page = TextPage(width: width)
    page.write(curriculum.title)
    page.write("What would change, compared with \(ground)")
    page.rule("═")
    for request in requests { page.write(request + ".") }
    page.skip()
    page.write(count)
    page.write(cost)
    if !charges.isEmpty {
      page.skip()
      for charge in charges {
        page.write(charge.sentence, indent: 2)
        page.write(charge.origin.location, indent: 2)
      }
    }
    page.skip()
    let last = "Nothing was changed.\n"
    guard !difference.changes.isEmpty else { return page.text + last }
    return page.text + difference.text(in: curriculum.zone, width: width) + "\n" + last
  }

  private var count: String {
    let changed = difference.changes.count
    guard changed > 0 else { return "No session would change." }
    let zone = curriculum.zone
    let moved = difference.changes.count { change in
      guard let before = change.before, let after = change.after else { return false }
      return before.wallClock(in: zone).date != after.wallClock(in: zone).date
    }
    return "\(changed) of \(old.entries.counted("session")) would change; "
      + (moved == 0 ? "none would move to another day." : "\(moved) would move to another day.")
  }

  private var cost: String {
    let new = publication.cost
    guard new.hard == 0 else {
      return "The timetable would not be valid: it would break hard constraints in "
        + "\(publication.brokenPlaces)."
    }
    let sum =
      switch oldCost {
      case nil: "The cost would be \(new.soft)."
      case let before? where before == new.soft: "The cost would still be \(new.soft)."
      case let before?: "The cost would be \(new.soft) instead of \(before)."
      }
    guard let revised else { return sum }
    let other =
      curriculum.choices.isEmpty
      ? "valid timetable" : "valid timetable that exchanges as few sessions"
    return revised.disturbance == revised.leastDisturbance
      ? sum + " It is proved that no \(other) changes less."
      : sum + " Perhaps another \(other) changes less."
  }

  /// The same as a JSON document, version 1.
  public func json() -> String {
    JSON.object([
      ("format", .text("seminar-what-if")), ("version", .integer(1)),
      ("curriculum", .text(curriculum.id)), ("edition", .text(curriculum.edition)),
      ("zone", .text(curriculum.zone.name)),
      ("status", .text(publication.cost.hard == 0 ? "possible" : "invalid")),
      ("requests", .texts(requests)),
      ("revision", isPublished ? .integer(old.number) : .null),
      ("costBefore", oldCost.map { .integer($0) } ?? .null),
      ("cost", .integer(publication.cost.soft)),
      ("hard", .integer(publication.cost.hard)),
      ("disturbance", revised.map { .integer($0.disturbance) } ?? .null),
      ("leastDisturbance", revised.map { .integer($0.leastDisturbance) } ?? .null),
      (
        "charges",
        .list(
          charges.map { charge in
            .object([
              ("constraint", .text(charge.origin.name)),
              ("sentence", .text(charge.origin.sentence)),
              ("before", .integer(charge.before)), ("after", .integer(charge.after)),
              ("declared", .text(charge.origin.location.description)),
            ])
          }
        )
      ),
      ("changes", difference.json(in: curriculum.zone)),
    ]).document
  }
}

extension Publication {
  /// Why what was supposed cannot be, as text.
  ///
  /// - Parameters:
  ///   - requests: What was supposed, each a sentence without its full stop.
  ///   - width: The most columns of a line.
  /// - Returns: The lines, each ended by a line feed; none where there is a timetable.
  public func text(supposing requests: [String], width: Int = 80) -> String {
    guard case .infeasible(let conflict) = outcome else { return "" }
    var page = TextPage(width: width)
    page.write(problem.curriculum.title)
    page.write("No timetable is possible with these changes")
    page.rule("═")
    for request in requests { page.write(request + ".") }
    page.skip()
    write(conflict, into: &page, cost: "penalty")
    return page.text
  }

  /// Why what was supposed cannot be, as a JSON document, version 1.
  public func json(supposing requests: [String]) -> String {
    guard case .infeasible(let conflict) = outcome else { return "" }
    return JSON.object(
      [
        ("format", .text("seminar-what-if")), ("version", .integer(1)),
        ("curriculum", .text(problem.curriculum.id)),
        ("edition", .text(problem.curriculum.edition)),
        ("zone", .text(problem.curriculum.zone.name)), ("status", .text("infeasible")),
        ("requests", .texts(requests)),
      ] + Publication.members(of: conflict, cost: "disturbance")
    ).document
  }
}
