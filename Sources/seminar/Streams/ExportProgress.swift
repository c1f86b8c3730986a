import Terminal

/// How far a long export is, on one line of a terminal, which goes when the export ends.
///
/// It is a class because what reads and what writes share it.
final class ExportProgress {
  private let isShown: Bool
  private let line: (_ read: Int, _ of: Int) -> String
  private var due = ContinuousClock.now + .seconds(1)
  private var shown = 0

  /// Begins; nothing is shown for a second, where standard error is not a terminal, and where the export
  /// itself goes to the terminal.
  ///
  /// - Parameters:
  ///   - isOutputShown: Whether the export goes to where the program's output goes.
  ///   - line: Puts into words how far it is.
  init(
    isOutputShown: Bool,
    line: @escaping (_ read: Int, _ of: Int) -> String = { ExportProgress.line($0, of: $1) }
  ) {
    self.line = line
    isShown = Window.error.isTerminal && !(isOutputShown && Window.output.isTerminal)
  }

  /// Takes how many attempts or records of how many have been read.
  func note(_ read: Int, of count: Int) {
    guard isShown, ContinuousClock.now >= due else { return }
    due = .now + .milliseconds(500)
    let line = line(read, count)
    Output.error.show("\r" + line + String(repeating: " ", count: max(0, shown - line.count)))
    shown = line.count
  }

  /// Takes the line from the terminal.
  func end() {
    guard shown > 0 else { return }
    Output.error.show("\r\(String(repeating: " ", count: shown))\r")
    shown = 0
  }

  /// The line while attempts are read.
  static func line(_ read: Int, of count: Int) -> String {
    "\(read) of \(count) attempts (\(percent(read, of: count)) %)"
  }

  /// The line while records are verified.
  static func verifying(_ read: Int, of count: Int) -> String {
    "Verifying: \(read) of \(count) records (\(percent(read, of: count)) %)"
  }

  private static func percent(_ read: Int, of count: Int) -> Int {
    count == 0 ? 100 : read * 100 / count
  }
}
