public import Quizzes
public import Records

/// The last attempt at a quiz that a sitter handed in, as far as it may be seen now.
public struct LastResults {
  /// The title of the quiz, and which attempt it was.
  public let heading: [Line]
  /// What may be seen.
  public let results: Results

  /// Looks for the attempt; `nil` when there is none.
  ///
  /// That right answers are shown is recorded before this returns: from then on more time does not open
  /// the attempt again.
  ///
  /// - Parameters:
  ///   - file: The quiz.
  ///   - sitter: Who sat.
  ///   - markbook: Where that is recorded; `nil` where nothing is.
  ///   - workspace: Where the quiz is.
  ///   - kind: Which attempts count; `nil` for all.
  ///   - now: The present.
  ///   - record: Appends events to an attempt; called only where there are some.
  /// - Throws: ``AttemptProblem``, or what the markbook or the workspace refuse.
  public init?(
    at file: QuizFile,
    by sitter: Sitter,
    _ markbook: Markbook?,
    in workspace: any WorkspaceContents,
    only kind: Attempt.Kind? = nil,
    at now: Moment,
    recording record: (_ events: [Event], _ attempt: RecordedAttempt) throws -> Void
  ) throws {
    guard let markbook else { return nil }
    let programme = workspace.programme(ofQuizIn: file)
    let last = try markbook.attempts(of: file.name, by: sitter, in: programme)
      .filter { recorded in kind.map { $0 == recorded.kind } ?? true }
      .map { try AttemptReading($0, in: markbook, at: now) }
      .last { $0.attempt.submittedAt != nil }
    guard let last, let marked = last.marked else { return nil }
    let showing = try workspace.showing(of: file, otherwise: marked.quiz, in: markbook)
    let phase = showing.phase(at: now.time)
    // That the attempt closed at its deadline comes first.
    var events = last.unrecorded
    if last.recorded.kind == .graded, showing.tellsAnswers(in: phase),
      last.attempt.progress?.answersShownAt == nil
    {
      events.append(Event(.shown(phase), at: now))
    }
    if !events.isEmpty { try record(events, last.recorded) }
    var lines = [Line(.title, marked.quiz.title)]
    if let submittedAt = last.attempt.submittedAt {
      let time = workspace.zone.wording(of: submittedAt)
      lines.append(Line(.detail, "Attempt \(last.recorded.number), submitted on \(time)."))
    }
    if showing[phase].contains(.marks) {
      lines += marked.remarks { workspace.zone.wording(of: $0) }
    }
    heading = lines
    results = marked.quiz.results(of: marked.attempt, showing: showing[phase])
  }
}
