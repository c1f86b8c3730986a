import Terminal

/// How far a long export is, on one line of a terminal, which goes when the export ends.
///
/// It is a class because what reads and what writes share it.
final class ExportProgress {
  private let isShown: Bool
  private var due = ContinuousClock.now + .seconds(1)
  private var shown = 0

  /// Begins; nothing is shown for a second, where standard error is not a terminal, and where the export
  /// itself goes to the terminal.
  init(isOutputShown: Bool) {
    isShown = Window.error.isTerminal && !(isOutputShown && Window.output.isTerminal)
  }

  /// Takes how many attempts of how many have been read.
  func note(_ read: Int, of count: Int) {
    guard isShown, ContinuousClock.now >= due else { return }
    due = .now + .milliseconds(500)
    let line = Self.line(read, of: count)
    Output.error.show("\r" + line + String(repeating: " ", count: max(0, shown - line.count)))
    shown = line.count
  }

  /// Takes the line from the terminal.
  func end() {
    guard shown > 0 else { return }
    Output.error.show("\r\(String(repeating: " ", count: shown))\r")
    shown = 0
  }

  /// The line.
  static func line(_ read: Int, of count: Int) -> String {
    "\(read) of \(count) attempts (\(count == 0 ? 100 : read * 100 / count) %)"
  }
}
