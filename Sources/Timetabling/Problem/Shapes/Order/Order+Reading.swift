internal import Curricula
internal import Diagnostics

extension Order: ConstraintReader {
  static let name = "order"
  static let subjectKey: String? = "from"
  static let keys = ["to", "within", "least", "most"]
  static let isFixed = true

  /// Reads `order: {from: w1s1, to: w3s1, within: …, least: 7 days, most: 14 days}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let problem = arguments.problem
    func subjects(_ node: Node, _ findings: inout Findings) -> [Subject] {
      Subject.read(node, isFixed: true, in: problem, &findings)
    }
    let later = arguments.required("to").map { subjects($0, &arguments.findings) } ?? []
    let scopes =
      arguments["within"].map { subjects($0, &arguments.findings) } ?? [.all(in: problem)]
    let isLimited = arguments["least"] != nil || arguments["most"] != nil
    let days = isLimited ? arguments.limits(in: ["days"])?.limits : nil
    return scopes.flatMap { scope in
      arguments.subjects.flatMap { first in
        later.flatMap { second in
          pairs(
            first.intersection(scope),
            second.intersection(scope),
            in: problem,
            days: days ?? Limits()
          ) { arguments.declaration.origin(.wishes, $0, hasLimit: true) }
        }
      }
    }
  }

  /// What sessions say of themselves under `needs`.
  static func needs(in problem: Problem) -> [Constraint] {
    let sessions = problem.curriculum.sessions
    let index = Dictionary(sessions.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return sessions.enumerated().flatMap { later, session in
      session.needs.compactMap { need in
        index[need.session].map { earlier in
          let days = Limits(least: need.leastDays, most: need.mostDays)
          let subject = Subject.session(later, in: problem)
          let before = "'\(need.session)' before it\(days.spelledDays)"
          let without = Instruction("let", subject.label, "be held without \(before)")
          let origin = Origin(
            "needs",
            need.weight.level,
            .needs,
            Statement(subject, "needs \(before)").mentioning(session: need.session),
            Remedies(whole: .instruction(without), hasLimit: true, form: .need),
            reason: need.reason,
            at: need.location
          )
          return Constraint(origin, Order(earlier: earlier, later: later, days: days))
        }
      }
    }
  }

  /// One constraint for each two sessions of two subjects.
  static func pairs(
    _ first: Subject,
    _ second: Subject,
    in problem: Problem,
    days: Limits = Limits(),
    origin: (Statement) -> Origin
  ) -> [Constraint] {
    first.sessions.flatMap { earlier in
      second.sessions.filter { $0 != earlier }.map { later in
        let name = problem.curriculum.sessions[later].id
        let subject = Subject.session(earlier, in: problem)
        let statement = Statement(subject, "is held before '\(name)'\(days.spelledDays)")
        return Constraint(
          origin(statement.mentioning(session: name)),
          Order(earlier: earlier, later: later, days: days)
        )
      }
    }
  }
}

extension Limits {
  /// The limits of the days between, for the end of a sentence.
  fileprivate var spelledDays: String {
    let limits = Limits.spelled(least: least > 0 ? least : nil, most: most)
    return limits.isEmpty ? "" : ", \(limits) \((most ?? least) == 1 ? "day" : "days")"
  }
}

extension Subject {
  /// The sessions that two subjects share.
  fileprivate func intersection(_ other: Subject) -> Subject {
    let shared = Set(other.sessions)
    return Subject(label, sessions: sessions.filter(shared.contains))
  }
}

/// Some sessions are held before all others.
enum First: ConstraintReader {
  static let name = "first"
  static let isFixed = true

  /// Reads `first: module un-system`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    arguments.subjects.flatMap { subject in
      Order.pairs(subject, subject.rest(in: arguments.problem), in: arguments.problem) { _ in
        arguments.declaration.origin(.wishes, subject.does("comes", "come", "first"))
      }
    }
  }
}

/// Some sessions are held after all others.
enum Last: ConstraintReader {
  static let name = "last"
  static let isFixed = true

  /// Reads `last: w10s4`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    arguments.subjects.flatMap { subject in
      Order.pairs(subject.rest(in: arguments.problem), subject, in: arguments.problem) { _ in
        arguments.declaration.origin(.wishes, subject.does("comes", "come", "last"))
      }
    }
  }
}

extension Subject {
  /// All sessions but these.
  fileprivate func rest(in problem: Problem) -> Subject {
    let these = Set(sessions)
    return Subject("the others", sessions: problem.sessions.indices.filter { !these.contains($0) })
  }
}
