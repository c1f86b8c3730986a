internal import Quizzes
internal import Records

/// The attempts that somebody wants to see, each read back when its turn comes.
struct SelectedAttempts {
  private let recorded: [RecordedAttempt]
  private let selection: AttemptSelection
  private let roster: [Participant.ID: Participant]
  private let markbook: Markbook
  private let now: Moment
  /// When right answers were shown.
  let answers: AnswersKnown

  /// Looks the attempts up; reviews are left out.
  ///
  /// - Throws: ``UnknownName`` for a participant or a group that the roster does not have, or what the
  ///   markbook refuses.
  init(_ selection: AttemptSelection, in markbook: Markbook, at now: Moment) throws {
    let people = try markbook.everybody()
    try selection.checkNames(people)
    let roster = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    let only = selection.quizzes.count == 1 ? selection.quizzes.first : nil
    recorded = try markbook.attempts(of: only).filter { attempt in
      attempt.kind != .review
        && selection.includes(attempt, of: attempt.participant.flatMap { roster[$0] })
    }
    answers = try AnswersKnown(in: markbook, Set(recorded.map(\.quiz)))
    self.selection = selection
    self.roster = roster
    self.markbook = markbook
    self.now = now
  }

  /// The names of the quizzes.
  var quizzes: Set<String> { Set(recorded.map(\.quiz)) }

  /// Reads the attempts in the order in which they started.
  ///
  /// - Parameter body: What is done with each and its participant, `nil` for a guest; `texts` has the
  ///   versions of the quizzes that were read so far.
  /// - Throws: ``AttemptProblem``, what the markbook refuses, or what the body throws.
  func read(
    _ body: (_ reading: AttemptReading, _ by: Participant?, _ texts: inout QuizTexts) throws -> Void
  ) throws {
    var texts = QuizTexts()
    for attempt in recorded {
      let reading = try AttemptReading(attempt, in: markbook, at: now, &texts)
      guard selection.includes(reading) else { continue }
      try body(reading, attempt.participant.flatMap { roster[$0] }, &texts)
    }
  }
}
