internal import Curricula
internal import Diagnostics

/// One session is held before another, with least and most days between.
///
/// Excess: 1 when the later begins before the earlier has ended; else the days by which the distance
/// between the two days is below the least or above the most.
struct Order: Constraint, ConstraintReader {
  static let name = "order"

  let origin: Origin
  let earlier: Int
  let later: Int
  var leastDays = 0
  var mostDays: Int?

  func violations(in timetable: Timetable) -> [Violation] {
    guard let first = timetable.placement(of: earlier),
      let second = timetable.placement(of: later)
    else { return [] }
    let problem = timetable.problem
    let days = problem.days[timetable.day(of: second)].date
      .days(since: problem.days[timetable.day(of: first)].date)
    let excess: Int
    if days < 0 || days == 0 && second.start < timetable.end(of: first) {
      excess = 1
    } else {
      excess = max(0, leastDays - days, days - (mostDays ?? days))
    }
    return excess > 0 ? [Violation(by: [first, second], excess: excess)] : []
  }

  var form: Form {
    .order(
      OrderForm(earlier: earlier, later: later, leastDays: leastDays, mostDays: mostDays)
    )
  }

  /// Reads `order: {from: …, to: …, least: 7 days, most: 14 days}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let keys = ["from", "to", "least", "most"]
    guard let fields = Fields(declaration.argument, of: name, keys: keys, &findings) else {
      return []
    }
    let from = fields.required("from", &findings).map { Subject.read($0, in: frame, &findings) }
    let to = fields.required("to", &findings).map { Subject.read($0, in: frame, &findings) }
    let least = fields["least"].flatMap { $0.quantity(of: ["days"], &findings)?.amount } ?? 0
    let most = fields["most"].flatMap { $0.quantity(of: ["days"], &findings)?.amount }
    return (from ?? []).flatMap { first in
      (to ?? []).flatMap { second in
        pairs(first, second, in: frame, least: least, most: most) { sentence in
          declaration.origin(sentence)
        }
      }
    }
  }

  /// What sessions say of themselves under `needs`.
  static func needs(in frame: Frame) -> [any Constraint] {
    frame.curriculum.sessions.enumerated().flatMap { index, session in
      session.needs.compactMap { need in
        frame.index.sessions[need.session].map { needed in
          Order(
            origin: Origin(
              "needs",
              .hard,
              "'\(session.id)' needs '\(need.session)' before it",
              relaxation: "let '\(session.id)' be held without '\(need.session)' before it",
              at: need.location
            ),
            earlier: needed,
            later: index
          )
        }
      }
    }
  }

  /// One constraint for each two sessions of two subjects.
  static func pairs(
    _ first: Subject,
    _ second: Subject,
    in frame: Frame,
    least: Int = 0,
    most: Int? = nil,
    origin: (String) -> Origin
  ) -> [Order] {
    let names = frame.curriculum.sessions.map(\.id)
    let later = second.sessions(in: frame)
    return first.sessions(in: frame).flatMap { earlier in
      later.filter { $0 != earlier }.map { later in
        Order(
          origin: origin("'\(names[earlier])' is held before '\(names[later])'"),
          earlier: earlier,
          later: later,
          leastDays: least,
          mostDays: most
        )
      }
    }
  }
}

/// A session or a module is held before all others, or after them.
enum Ends {
  /// Reads `first: …`.
  struct First: ConstraintReader {
    static let name = "first"

    static func read(
      _ declaration: Declaration,
      in frame: Frame,
      _ findings: inout Findings
    ) -> [any Constraint] {
      Subject.read(declaration.argument, in: frame, &findings).flatMap { subject in
        Order.pairs(subject, subject.rest(in: frame), in: frame) { _ in
          declaration.origin("\(subject.label) comes first")
        }
      }
    }
  }

  /// Reads `last: …`.
  struct Last: ConstraintReader {
    static let name = "last"

    static func read(
      _ declaration: Declaration,
      in frame: Frame,
      _ findings: inout Findings
    ) -> [any Constraint] {
      Subject.read(declaration.argument, in: frame, &findings).flatMap { subject in
        Order.pairs(subject.rest(in: frame), subject, in: frame) { _ in
          declaration.origin("\(subject.label) comes last")
        }
      }
    }
  }
}

extension Subject {
  /// All sessions but these.
  fileprivate func rest(in frame: Frame) -> Subject {
    let sessions = Set(sessions(in: frame))
    return Subject(
      label: "the others",
      selection: .sessions(frame.sessions.indices.filter { !sessions.contains($0) })
    )
  }
}
