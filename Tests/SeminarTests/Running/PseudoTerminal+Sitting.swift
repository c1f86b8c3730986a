import PseudoTerminal

extension PseudoTerminal {
  /// Waits for the next prompt.
  ///
  /// What is typed before it would be shown twice.
  func waitForPrompt() throws {
    try wait(for: "): ")
  }

  /// Waits for the next prompt, types a line, and waits for what comes of it.
  func answer(_ line: String, _ reply: String) throws {
    try waitForPrompt()
    type(line, .enter)
    try wait(for: reply)
  }
}

/// The quiz on tools as seed 7 arranges it: what to type, in the order of its items.
enum ToolsBySeven {
  static let responses = ["99,5", "1c 2d 3b", "t", "c", "c d"]
  static let arguments = ["quiz", "tools", "--as", "p01", "--seed", "7"]

  /// Each item as it is shown.
  static func items() throws -> [String] {
    let skips = String(repeating: ":skip\n", count: 5)
    let shown = try Workbench.enrolled().command(arguments, input: skips).run().output
    return shown.split(separator: "\n\n").compactMap { part in
      guard part.hasPrefix("Item "), let end = part.ranges(of: "\nResponse (").first else {
        return nil
      }
      return String(part[..<end.lowerBound])
    }
  }
}
