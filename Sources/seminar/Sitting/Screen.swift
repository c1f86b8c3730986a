import ArgumentParser
import Diagnostics
import Foundation
import Quizzes
import Terminal

/// Where a sitting is shown: wrapped to the width of the terminal, with colours where it has them.
struct Screen {
  let style: Style

  init(isAccessible: Bool, colors: Style.Colors) {
    style = Style(
      isTerminal: Window.output.isTerminal,
      environment: ProcessInfo.processInfo.environment,
      colors: colors,
      accessible: isAccessible
    )
  }

  /// Where lines are typed: the terminal with its editor, or plain lines of a pipe.
  @MainActor var lineSource: any LineSource {
    if Window.input.isTerminal, Window.output.isTerminal {
      return ReadlineSource(name: "seminar", isAccessible: style.isAccessible)
    }
    // What is typed is not echoed here, so the prompt ends its own line.
    return PlainSource(collectsSignals: true) { prompt in
      Output.standard.show(prompt + "\n")
    }
  }

  /// Shows the lines of a turn.
  func show(_ lines: [Line]) throws {
    try write(lines.flatMap(rows)[...])
  }

  /// Shows rows as they are.
  func write(_ rows: ArraySlice<String>) throws {
    let text = rows.map { $0 + "\n" }.joined()
    if !text.isEmpty { try Output.standard.write(text) }
  }

  /// A line as the rows that it takes.
  func rows(of line: Line) -> [String] {
    if line.role == .gap { return [""] }
    let first = line.label.map { "  \($0) " } ?? (line.role == .feedback ? "  " : "")
    let rows = line.text.wrapped(to: Output.columns, indentedBy: first)
    guard let role = role(of: line) else { return rows }
    return rows.map { style(role, $0) }
  }

  private func role(of line: Line) -> Style.Role? {
    switch line.role {
    case .title, .heading: .heading
    case .right: .right
    case .wrong: .wrong
    case .partlyRight, .notice, .problem: .warning
    case .status: .faint
    case .stem: .emphasis
    case .option, .detail, .acknowledgement, .feedback, .gap: nil
    }
  }
}
