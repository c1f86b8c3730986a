internal import Curricula
internal import Diagnostics

extension Order: ConstraintReader {
  static let name = "order"

  /// Reads `order: {from: w1s1, to: w3s1, within: …, least: 7 days, most: 14 days}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    guard
      let arguments = Arguments(
        declaration,
        subject: "from",
        keys: ["to", "within", "least", "most"],
        isFixed: true,
        in: frame,
        &findings
      )
    else { return [] }
    let later =
      arguments.required("to", &findings)
      .map { Subject.read($0, isFixed: true, in: frame, &findings) } ?? []
    let scopes =
      arguments["within"].map { Subject.read($0, isFixed: true, in: frame, &findings) }
      ?? [.all(in: frame)]
    let isLimited = arguments["least"] != nil || arguments["most"] != nil
    let limits = isLimited ? arguments.limits(in: ["days"], &findings) : nil
    return scopes.flatMap { scope in
      arguments.subjects.flatMap { first in
        later.flatMap { second in
          pairs(
            first.intersection(scope),
            second.intersection(scope),
            in: frame,
            least: limits?.least?.amount ?? 0,
            most: limits?.most?.amount
          ) { declaration.origin(.wishes, $0, hasLimit: true) }
        }
      }
    }
  }

  /// What sessions say of themselves under `needs`.
  static func needs(in frame: Frame) -> [Constraint] {
    frame.curriculum.sessions.enumerated().flatMap { index, session in
      session.needs.compactMap { need in
        frame.index.sessions[need.session].map { needed in
          let days = days(least: need.leastDays, most: need.mostDays)
          let subject = Subject.session(index, in: frame)
          return Constraint(
            Origin(
              "needs",
              need.weight.level,
              .needs,
              Statement(subject, "needs '\(need.session)' before it\(days)")
                .mentioning(session: need.session),
              Remedies(
                whole: .instruction(
                  Instruction(
                    "let",
                    subject.label,
                    "be held without '\(need.session)' before it\(days)"
                  )
                ),
                hasLimit: true
              ),
              reason: need.reason,
              at: need.location
            ),
            Order(
              earlier: needed,
              later: index,
              days: Limits(least: need.leastDays, most: need.mostDays)
            )
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
    origin: (Statement) -> Origin
  ) -> [Constraint] {
    let names = frame.curriculum.sessions.map(\.id)
    let days = days(least: least, most: most)
    return first.sessions.flatMap { earlier in
      second.sessions.filter { $0 != earlier }.map { later in
        Constraint(
          origin(
            Statement(.session(earlier, in: frame), "is held before '\(names[later])'\(days)")
              .mentioning(session: names[later])
          ),
          Order(earlier: earlier, later: later, days: Limits(least: least, most: most))
        )
      }
    }
  }

  /// The limits of the days between, for the end of a sentence.
  private static func days(least: Int, most: Int?) -> String {
    let limits = [
      least > 0 ? "at least \(least)" : nil,
      most.map { "at most \($0)" },
    ].compactMap(\.self)
    let noun = (most ?? least) == 1 ? "day" : "days"
    return limits.isEmpty ? "" : ", \(limits.joined(separator: " and ")) \(noun)"
  }
}

extension Subject {
  /// The sessions that two subjects share.
  fileprivate func intersection(_ other: Subject) -> Subject {
    let shared = Set(other.sessions)
    return Subject(label, sessions: sessions.filter(shared.contains))
  }
}
