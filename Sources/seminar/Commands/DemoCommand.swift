import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation

/// `seminar demo`: the whole round in a temporary folder.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Show the whole cycle in a temporary folder.",
    discussion: """
      Writes the workspace of 'seminar init' into a new temporary folder, makes and publishes
      its timetable, sits its quiz twice with prepared responses, and shows the scores. It takes
      a few seconds, and changes nothing elsewhere.

      Example:
        seminar demo
      """
  )

  @OptionGroup var colors: ColorOptions

  func run() throws {
    let folder = try temporaryFolder()
    let starter = StarterWorkspace(on: Zone.utc.wallClock(at: .now).date)
    let paths = try starter.write(into: folder)
    try Output.standard.write(
      "A workspace to try things out: \(paths.counted("file")) in \(folder)\n"
    )
    for step in Demonstration.steps {
      let words = (["seminar"] + step.arguments).joined(separator: " ")
      try Output.standard.write("\n── \(step.title)\n$ \(words)\n")
      let status = try run(step, in: folder)
      guard status == 0 else {
        throw Failure(
          .problems,
          "'\(words)' ended with status \(status)",
          remedy: "look into the folder \(folder)"
        )
      }
    }
    try Output.standard.write(
      """

      ── That was the whole cycle. Everything is in
        \(folder)
      The page of the programme is
        \(folder)/published/my-programme/index.html
      Go on there, or remove the folder; 'seminar init' writes the same files where you want them.

      """
    )
  }

  /// A new folder of our own.
  private func temporaryFolder() throws -> String {
    let name = "seminar-demo-" + String(UInt64.random(in: .min ... .max), radix: 36)
    let path = FileManager.default.temporaryDirectory.appending(component: name).path
    do {
      try NewFile.makeFolder(path)
    } catch {
      throw Failure(
        .cannotCreate,
        "the folder '\(path.visible)' cannot be made: \(error.reason)",
        remedy: "let TMPDIR name a folder that can be written to"
      )
    }
    return path
  }

  /// Runs one step in the folder, with what it writes shown as it comes.
  private func run(_ step: Demonstration.Step, in folder: String) throws -> Int32 {
    let program = Process()
    program.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    program.arguments = step.arguments
    program.currentDirectoryURL = URL(fileURLWithPath: folder)
    program.environment = ProcessInfo.processInfo.environment.filter {
      let variable = Setting.Variable(rawValue: $0.key)
      return variable == nil || variable == .zoneRules
    }
    let pipe = Pipe()
    program.standardInput = pipe
    do {
      try program.run()
      try pipe.fileHandleForWriting.write(
        contentsOf: Data(step.typed.map { $0 + "\n" }.joined().utf8)
      )
      try pipe.fileHandleForWriting.close()
    } catch {
      throw Failure(.inputOutput, "the program cannot be started again: \(error.reason)")
    }
    program.waitUntilExit()
    return program.terminationStatus
  }
}
