internal import Curricula
internal import Diagnostics

/// No session on closed days of the calendar, rather none on days to avoid, and some best on certain
/// days.
enum CalendarDays {
  /// The closed days, which are hard, and the days to avoid.
  static func taken(in problem: Problem) -> [Constraint] {
    problem.curriculum.calendar.compactMap { entry in
      let subject = entry.subject(in: problem)
      switch entry.effect {
      case .closed:
        let concerned = entry.isGeneral ? "" : " for \(subject.label)"
        let verb = entry.isOneDay ? "is" : "are"
        let words = "\(entry.days) \(verb) closed\(concerned): \(entry.name)"
        return constraint(
          entry,
          Origin(
            "closed-days",
            .hard,
            .given,
            Statement(words, about: subject, topic: .calendar),
            .instruction(
              "also hold sessions \(entry.when), \(entry.name)",
              onDay: .hold,
              as: .days
            ),
            reason: entry.reason,
            at: entry.location
          ),
          subject,
          in: problem
        ) { $0 ? 1 : 0 }
      case .avoid(let weight):
        let statement = Statement(subject, "should not be held \(entry.when): \(entry.name)")
        let origin = entry.origin("avoid-days", weight, statement)
        return constraint(entry, origin, subject, in: problem) { $0 ? 1 : 0 }
      case .prefer: return nil
      }
    }
  }

  /// The days that are preferred.
  static func preferred(in problem: Problem) -> [Constraint] {
    problem.curriculum.calendar.compactMap { entry in
      guard case .prefer(let weight) = entry.effect else { return nil }
      let subject = entry.subject(in: problem)
      let statement = Statement(subject, "should be held \(entry.when): \(entry.name)")
      let origin = entry.origin("prefer-days", weight, statement)
      return constraint(entry, origin, subject, in: problem) { $0 ? 0 : 1 }
    }
  }

  /// What placements on the days of an entry cost, and those on others.
  private static func constraint(
    _ entry: CalendarEntry,
    _ origin: Origin,
    _ subject: Subject,
    in problem: Problem,
    excess: @escaping @Sendable (Bool) -> Int
  ) -> Constraint {
    let isThen = problem.blocks.map { entry.days.contains($0.date) }
    return Constraint(
      origin,
      Single(of: subject, reads: .block, isAlike: true) { excess(isThen[$0.block]) }
    )
  }
}

extension CalendarEntry {
  /// Whether it concerns all sessions.
  fileprivate var isGeneral: Bool { themes.isEmpty && modules.isEmpty }

  fileprivate var isOneDay: Bool { days.first == days.last }

  /// The days with their preposition: "on 3 April 2026", "from 3 April 2026 to 6 April 2026".
  fileprivate var when: String { "\(isOneDay ? "on" : "from") \(days)" }

  /// The origin of a wish.
  fileprivate func origin(_ name: String, _ weight: Int, _ statement: Statement) -> Origin {
    Origin(name, .soft(weight), .given, statement, reason: reason, at: location)
  }

  /// The sessions concerned.
  fileprivate func subject(in problem: Problem) -> Subject {
    guard !isGeneral else { return .all(in: problem) }
    let names = modules.map { "module '\($0)'" } + themes.map { "theme \($0)" }
    return Subject(
      "sessions of \(names.joined(separator: ", "))",
      sessions: problem.sessions.indices.filter { concerns(problem.curriculum.sessions[$0]) },
      mentioning: Set(modules.map { .module($0) })
    )
  }
}
