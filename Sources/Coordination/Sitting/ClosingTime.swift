public import Quizzes
public import Records

extension Quiz.Conditions {
  /// When a quiz has closed for everybody; `nil` when that never comes, or is not known yet.
  ///
  /// - Parameters:
  ///   - exceptions: What is different for single participants.
  ///   - deadlines: When attempts end that are still open.
  /// - Returns: The latest of all these times.
  public func closingForEverybody(
    exceptions: [Override],
    deadlines: [Timestamp]
  ) -> Timestamp? {
    closes.map { ([$0] + exceptions.compactMap(\.closes) + deadlines).max() ?? $0 }
  }
}

extension Markbook {
  /// When a quiz has closed for everybody, exceptions and open attempts included.
  ///
  /// - Parameters:
  ///   - quiz: The quiz's name.
  ///   - conditions: What its present file says, tied to the timetable.
  /// - Returns: `nil` when that never comes, or is not known yet.
  /// - Throws: ``MarkbookError``, or ``AttemptProblem`` when an open attempt cannot be replayed.
  public func closingForEverybody(
    of quiz: String,
    by conditions: Quiz.Conditions
  ) throws -> Timestamp? {
    guard conditions.closes != nil else { return nil }
    let open = try attempts(of: quiz).filter { $0.kind == .graded && !$0.isSubmitted }
    let deadlines = try open.compactMap { recorded in
      try replay(recorded).progress?.deadline?.time
    }
    return conditions.closingForEverybody(
      exceptions: try exceptions(at: quiz),
      deadlines: deadlines
    )
  }

  /// What is different at a quiz for each participant, all that was given to one taken together.
  public func exceptions(at quiz: String) throws(MarkbookError) -> [Override] {
    let all = try overrides()
    var together: [Participant.ID: Override] = [:]
    let counting = all.filter { $0.quiz == nil } + all.filter { $0.quiz == quiz }
    for given in counting {
      together[given.participant, default: Override()] =
        together[given.participant, default: Override()].overridden(by: given.override)
    }
    return together.sorted { $0.key < $1.key }.map(\.value)
  }
}
