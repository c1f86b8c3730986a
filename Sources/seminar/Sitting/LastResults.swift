import Diagnostics
import Quizzes
import Records

/// The last attempt at a quiz that a sitter handed in, as far as it may be seen now.
struct LastResults {
  /// The title of the quiz, and which attempt it was.
  let heading: [Line]
  let results: Results

  /// Looks for the attempt; `nil` when there is none.
  init?(
    at file: Workspace.QuizFile,
    by sitter: Sitter,
    _ markbook: Markbook?,
    in workspace: Workspace,
    onlyPractice: Bool = false
  ) throws {
    let last = try Self.lastSubmitted(at: file, by: sitter, markbook, onlyPractice)
    guard let record = last, let quiz = record.quiz else { return nil }
    let showing = try workspace.showing(of: file, otherwise: quiz, in: markbook)
    let now = Moment.now
    let phase = showing.phase(at: now.time)
    try Self.note(record, shown: phase, by: showing, at: now, in: workspace)
    var lines = [Line(.title, quiz.title)]
    if let submittedAt = record.attempt.submittedAt {
      let time = workspace.zone.wording(of: submittedAt)
      lines.append(Line(.detail, "Attempt \(record.recorded.number), handed in on \(time)."))
    }
    if showing[phase].contains(.marks) {
      lines += record.marked?.remarks { workspace.zone.wording(of: $0) } ?? []
    }
    heading = lines
    results = quiz.results(of: record.marked?.attempt ?? record.attempt, showing: showing[phase])
  }

  /// Records that the attempt closed at its deadline, and that right answers are shown, before they
  /// are: from then on more time does not open it again.
  private static func note(
    _ record: AttemptRecord,
    shown phase: Quiz.Feedback.Phase,
    by showing: Showing,
    at now: Moment,
    in workspace: Workspace
  ) throws {
    var events = record.unrecorded
    if record.recorded.kind == .graded, showing.tellsAnswers(in: phase),
      record.attempt.progress?.answersShownAt == nil
    {
      events.append(Event(.shown(phase), at: now))
    }
    guard !events.isEmpty else { return }
    let markbook = try workspace.writableMarkbook()
    defer { markbook.close() }
    do {
      try markbook.append(events, to: record.recorded.id, after: record.recorded.eventCount)
    } catch {
      throw Failure(error)
    }
  }

  private static func lastSubmitted(
    at file: Workspace.QuizFile,
    by sitter: Sitter,
    _ markbook: Markbook?,
    _ onlyPractice: Bool
  ) throws -> AttemptRecord? {
    guard let markbook else { return nil }
    do {
      return try markbook.attempts(of: file.name, by: sitter)
        .filter { !onlyPractice || $0.kind == .practice }
        .map { try AttemptRecord($0, in: markbook) }.last { $0.attempt.submittedAt != nil }
    } catch let error as MarkbookError {
      throw Failure(error)
    }
  }

  /// Shows the results on a screen.
  @MainActor func show(on screen: Screen, showingAll showsAll: Bool) throws {
    var source = screen.lineSource
    try screen.show(
      results,
      after: heading + results.lines(),
      showingAll: showsAll,
      reading: &source
    )
  }
}
