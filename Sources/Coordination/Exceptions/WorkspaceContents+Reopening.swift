public import Curricula
public import Quizzes
public import Records

/// An exception would open a quiz again for its participant after right answers were shown.
public struct ReopensAfterAnswers: Error, Hashable, Sendable {
  /// What would be opened.
  public let reopening: Reopening
  /// For whom.
  public let participant: Participant.ID
  /// The zone in which instants are shown.
  public let zone: Zone
}

extension WorkspaceContents {
  /// Records an exception for a participant.
  ///
  /// - Parameters:
  ///   - given: What is different, why, and who decided it.
  ///   - programme: The curriculum and edition to which it belongs.
  ///   - excuse: Why a quiz is opened again although right answers were shown; it is kept only where
  ///     one is.
  ///   - markbook: Where it is recorded.
  ///   - now: The present.
  /// - Returns: Whether the excuse was needed.
  /// - Throws: ``ReopensAfterAnswers`` where an excuse is needed and missing, and what else keeps
  ///   anything from being recorded.
  public func give(
    _ given: RecordedOverride,
    for programme: Programme,
    despite excuse: String?,
    in markbook: Markbook,
    at now: Moment
  ) throws -> Bool {
    let first = try reopenings(by: given, in: markbook, at: now).first
    if let first, excuse == nil {
      throw ReopensAfterAnswers(reopening: first, participant: given.participant, zone: zone)
    }
    var recorded = given
    recorded.despite = first == nil ? nil : excuse
    try markbook.record(recorded, for: programme)
    return first != nil
  }

  /// The quizzes that an exception opens again for its participant although right answers were shown.
  private func reopenings(
    by given: RecordedOverride,
    in markbook: Markbook,
    at now: Moment
  ) throws -> [Reopening] {
    let roster = try markbook.roster()
    guard let participant = roster.first(where: { $0.id == given.participant }) else { return [] }
    let sitter = Sitter.participant(participant, .claimed)
    return try quizFiles().compactMap { file in
      guard given.quiz.map({ $0 == file.name }) ?? true, let quiz = try? writtenQuiz(file),
        case .graded = quiz.mode
      else { return nil }
      let former = try terms(of: quiz, named: file.name, for: sitter, in: markbook).terms
      let latter =
        try terms(of: quiz, named: file.name, for: sitter, in: markbook, and: given).terms
      let attempts = try markbook.attempts(of: file.name, by: participant.id)
        .filter { $0.kind == .graded }.map(markbook.replay)
      return Reopening(
        of: file.name,
        from: former,
        to: latter,
        attempts: attempts,
        shown: try markbook.answersShown(of: file.name),
        at: now
      )
    }
  }
}
