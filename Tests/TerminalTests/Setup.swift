import PseudoTerminal

extension PseudoTerminal {
  /// A probe in front of somebody, at its first prompt.
  static func probe(
    _ arguments: String...,
    environment: [String: String] = [:],
    columns: Int = 80
  ) throws -> PseudoTerminal {
    try probe(arguments, environment: environment, columns: columns)
  }

  /// A probe in front of somebody, at its first prompt.
  static func probe(
    _ arguments: [String],
    environment: [String: String] = [:],
    columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      running: built("TerminalProbe"),
      arguments,
      environment: environment,
      columns: columns
    )
    try terminal.wait(for: "1> ")
    return terminal
  }
}
