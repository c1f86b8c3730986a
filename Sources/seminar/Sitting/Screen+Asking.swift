import ArgumentParser
import Quizzes
import Terminal

// What the program itself asks at a terminal, beside the questions of a quiz.
extension Screen {
  /// Whether somebody sits in front of it, who can be asked.
  var isInteractive: Bool {
    Window.input.isTerminal && Window.output.isTerminal
  }

  /// Asks until the answer is yes or no; leaving means no.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - usual: What Enter alone means; `nil` where it means nothing.
  ///   - source: Where the answer is typed.
  /// - Returns: Whether it was yes.
  /// - Throws: An exit when the program was interrupted, or what keeps the screen from showing it.
  @MainActor func isAnsweredYes(
    _ question: String,
    usually usual: Bool? = nil,
    reading source: inout any LineSource
  ) throws -> Bool {
    while let answer = try answer(to: question, reading: &source) {
      switch answer.lowercased() {
      case "y", "yes": return true
      case "n", "no", ":quit", ":q": return false
      case "" where usual != nil: return usual ?? false
      default: try show([Line(.problem, "Type yes or no.")])
      }
    }
    return false
  }

  /// Asks for a line; `nil` when there will be none.
  ///
  /// - Throws: An exit when the program was interrupted.
  @MainActor func answer(
    to question: String,
    reading source: inout any LineSource
  ) throws -> String? {
    var request = LineRequest(question)
    while true {
      switch source.next(request) {
      case .text(let line): return line.split(separator: " ").joined(separator: " ")
      case .tooLong: return "?"
      case .continued(let typed), .timedOut(let typed): request.prefilled = typed
      case .endOfInput: return nil
      case .interrupted, .quit, .terminated, .hungUp:
        throw ExitCode(ExitStatus.interrupted.rawValue)
      }
    }
  }

  /// Shows lines in pages as high as the window; whatever is not a terminal gets them all at once.
  ///
  /// - Returns: Whether everything was shown.
  /// - Throws: An exit when the program was interrupted, or what keeps the screen from showing it.
  @discardableResult
  @MainActor func showPages(
    _ lines: [Line],
    reading source: inout any LineSource
  ) throws -> Bool {
    var rows = lines.flatMap(rows)[...]
    while isInteractive, let height = Window.output.rows, height > 3, rows.count >= height {
      try write(rows.prefix(height - 1))
      rows = rows.dropFirst(height - 1)
      let answer = try answer(to: "More (Enter continues, q ends): ", reading: &source)
      guard let answer, !["q", ":q", "quit", ":quit"].contains(answer.lowercased()) else {
        return false
      }
    }
    try write(rows)
    return true
  }
}
