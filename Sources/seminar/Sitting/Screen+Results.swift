import Quizzes
import Terminal

extension Screen {
  /// Shows results: the verdict, and the items that were not fully right; the others where they are
  /// asked for.
  ///
  /// - Parameters:
  ///   - results: The results.
  ///   - lines: What is shown before the question for more: the results in short, after whatever
  ///     belongs before them.
  ///   - showsAll: Whether every item is listed unasked.
  ///   - source: Where the participant asks for more.
  /// - Throws: An exit when the program was interrupted, or what keeps the screen from showing it.
  @MainActor func show(
    _ results: Results,
    after lines: [Line],
    showingAll showsAll: Bool,
    reading source: inout any LineSource
  ) throws {
    let short = results.lines()
    guard !showsAll else {
      try showPages(lines.dropLast(short.count) + results.lines(showingAll: true), reading: &source)
      return
    }
    try showPages(lines, reading: &source)
    guard isInteractive, results.isShortened else { return }
    let question = "Show all \(results.items.count) items? (yes, or Enter to end): "
    if try isAnsweredYes(question, usually: false, reading: &source) {
      try showPages(results.lines(showingAll: true), reading: &source)
    }
  }
}
