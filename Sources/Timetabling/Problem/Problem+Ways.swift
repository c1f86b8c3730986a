internal import Curricula
public import Diagnostics

extension Problem {
  /// The problems in each of which it is decided which sessions of the choices are held; the problem itself
  /// where nothing is to be decided.
  ///
  /// - Parameter required: The identifiers of sessions that are held in any case.
  /// - Returns: At least one problem, those that hold the sessions written first before others.
  /// - Throws: That nothing holds all that is required.
  /// - Complexity: A problem is made for each of at most 64 ways.
  public func ways(holding required: Set<String> = []) throws(Findings) -> [Problem] {
    guard curriculum.isUndecided else { return [self] }
    let ways = curriculum.waysToHold(requiring: required)
    guard !ways.isEmpty else {
      let named = curriculum.choices.flatMap(\.sessions).filter(required.contains)
      throw Findings(.noWay(holding: named, at: curriculum.choices.first?.location))
    }
    var problems: [Problem] = []
    for held in ways {
      problems.append(try Problem(curriculum.holding(held, ways: ways.count)))
    }
    return problems
  }

  /// The problem of the edition that holds some sessions of the choices and none of their others, whether
  /// these are as many as there should be or not; the problem itself where nothing is to be decided.
  ///
  /// - Parameter sessions: The identifiers of the sessions.
  /// - Returns: The problem.
  /// - Throws: What makes the curriculum impossible to state.
  public func holding(_ sessions: Set<String>) throws(Findings) -> Problem {
    curriculum.isUndecided ? try Problem(curriculum.holding(sessions)) : self
  }

  /// The problem of the edition that holds the sessions which another problem has.
  public func holding(sessionsOf other: Problem) throws(Findings) -> Problem {
    guard curriculum.isUndecided else { return self }
    let held = Set(other.curriculum.sessions.map(\.id))
    let ways = other.curriculum.decision?.ways ?? 1
    return try Problem(curriculum.holding(held, ways: ways))
  }

  /// Whether two problems hold the same sessions.
  public func holdsTheSame(as other: Problem) -> Bool {
    curriculum.sessions.map(\.id) == other.curriculum.sessions.map(\.id)
  }
}

extension Diagnostic {
  /// Sessions that cannot all be held.
  fileprivate static func noWay(holding sessions: [String], at location: Location?) -> Diagnostic {
    Diagnostic(
      .error,
      at: location ?? Location(file: ""),
      sessions.isEmpty
        ? "no way to choose sessions holds everything that they need"
        : "no way to choose sessions holds \(sessions.quoted()) with what they need",
      remedy: "raise 'hold', or remove a need or a pin"
    )
  }
}
