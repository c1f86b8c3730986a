import Coordination
import Quizzes
import Records

extension LastResults {
  /// Looks for the last attempt; that right answers are shown is recorded in the workspace's markbook.
  init?(
    at file: QuizFile,
    by sitter: Sitter,
    _ markbook: Markbook?,
    in workspace: Workspace,
    onlyPractice: Bool = false
  ) throws {
    try self.init(
      at: file,
      by: sitter,
      markbook,
      in: workspace,
      only: onlyPractice ? .practice : nil,
      at: .now
    ) { events, attempt in
      let markbook = try workspace.writableMarkbook()
      defer { markbook.close() }
      try markbook.append(events, to: attempt.id, after: attempt.eventCount)
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
