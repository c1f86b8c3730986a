internal import Quizzes
internal import Records

/// The attempts that somebody wants to see, read back in batches.
struct SelectedAttempts {
  private let recorded: [RecordedAttempt]
  private let reading: ManyAttempts
  /// Who sat them, and which of them are wanted.
  let chosen: Chosen

  /// What decides of a single attempt.
  struct Chosen: Sendable {
    fileprivate let selection: AttemptSelection
    fileprivate let roster: [Participant.ID: Participant]

    /// Whether an attempt is wanted.
    func includes(_ reading: AttemptReading) -> Bool { selection.includes(reading) }

    /// Who sat it; `nil` for a guest.
    func participant(of reading: AttemptReading) -> Participant? {
      reading.recorded.participant.flatMap { roster[$0] }
    }
  }

  /// Looks the attempts up; reviews are left out.
  ///
  /// - Throws: ``UnknownName`` for a participant or a group that the roster does not have, or what the
  ///   markbook refuses.
  init(
    _ selection: AttemptSelection,
    in markbook: Markbook,
    at now: Moment,
    progress: ManyAttempts.Progress? = nil
  ) throws {
    let only = selection.quizzes.count == 1 ? selection.quizzes.first : nil
    let (people, attempts) = try markbook.roll(of: only)
    try selection.checkNames(people)
    let roster = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    let included = attempts.filter { attempt in
      attempt.kind != .review
        && selection.includes(attempt, of: attempt.participant.flatMap { roster[$0] })
    }
    recorded = selection.anonymity.map { $0.ordered(included) } ?? included
    chosen = Chosen(selection: selection, roster: roster)
    reading = ManyAttempts(in: markbook, at: now, progress: progress)
  }

  /// The names of the quizzes.
  var quizzes: Set<String> { Set(recorded.map(\.quiz)) }

  /// Reads the attempts in the order in which they started, or in that of their anonymous names.
  ///
  /// - Parameter body: What is done with each and its participant, `nil` for a guest; `texts` has the
  ///   versions of its quiz.
  /// - Throws: ``AttemptProblem``, what the markbook refuses, or what the body throws.
  func read(
    _ body: (_ reading: AttemptReading, _ by: Participant?, _ texts: KnownQuizzes) throws -> Void
  ) throws {
    try reading.read(recorded) { reading, texts in
      guard chosen.includes(reading) else { return }
      try body(reading, chosen.participant(of: reading), texts)
    }
  }

  /// Writes something of the attempts, in the same order.
  func write(by writer: some AttemptWriter, to sink: (String) throws -> Void) throws {
    try reading.write(recorded, by: writer, to: sink)
  }
}
