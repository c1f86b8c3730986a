import ArgumentParser
import Foundation

/// Runs a program and writes down what it took, for a ``MeasuredRun`` whose own memory must not count.
struct LaunchCommand: ParsableCommand {
  /// The name of the command.
  static let name = "launch"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Run a program and write down how long it took and how much memory it had.",
    shouldDisplay: false
  )

  @Argument(help: "The file for the figures.")
  var report: String

  @Argument(parsing: .captureForPassthrough, help: "The program and its arguments.")
  var command: [String]

  func run() throws {
    let run = try MeasuredRun(launching: command)
    try JSONEncoder().encode(run).write(to: URL(filePath: report))
  }
}
