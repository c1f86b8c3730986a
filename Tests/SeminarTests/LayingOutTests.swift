import Foundation
import PseudoTerminal
import Testing

/// Programmes that are searched: budgets, progress, and an end when somebody asks for it.
@Suite struct LayingOutTests {
  private func timetable(_ arguments: String...) throws -> Program.Ended {
    try Workbench.everything().command(["timetable"] + arguments).run()
  }

  private func onOneCore(_ arguments: [String]) throws -> Program.Ended {
    var command = try Workbench.everything().command(["timetable"] + arguments)
    command.arguments = ["-c", "0", command.executable] + command.arguments
    command.executable = "/usr/bin/taskset"
    return try command.run()
  }

  @Test func `equal seeds and numbers of moves find equal timetables`() throws {
    let runs = try (0..<2).map { _ in
      try timetable("--moves", "2000", "--seed", "7", "--format", "json")
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].output.contains("\"status\": \"feasible\""))
    #expect(runs[0].output == runs[1].output)
  }

  @Test func `one core finds the timetable that several find`() throws {
    let arguments = ["--moves", "2000", "--format", "json"]
    let several = try Workbench.everything().command(["timetable"] + arguments).run()
    #expect(try onOneCore(arguments).output == several.output)
  }

  @Test func `nothing but the timetable is written where there is no terminal`() throws {
    #expect(try timetable("--moves", "2000").error == "")
  }

  @Test func `progress tells cost and bound where it is asked for`() throws {
    let ended = try onOneCore(["--seconds", "4", "--progress", "--moves", "1000000000"])
    #expect(ended.status == 0)
    #expect(ended.output.contains("Feasible"))
    let lines = ended.error.split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line.wholeMatch(of: Self.progress) != nil, "\(line)")
    }
  }

  private static var progress: Regex<(Substring, Substring)> {
    /\d+ s: (cost \d+|no timetable yet), proved bound \d+. Ctrl-C stops and keeps the best./
  }

  @Test func `an interrupt ends with the best so far`() throws {
    let bench = try Workbench.everything()
    let ended = try bench.interrupted(
      ["timetable", "--moves", "1000000000", "--seconds", "600", "--progress"],
      onceToldOf: "cost"
    )
    #expect(ended.status == 130)
    #expect(ended.output.contains("Feasible"))
    let said = try bench.text(of: "progress.txt").split(separator: "\n")
    #expect(said.last == "Interrupted: this is the best timetable so far.")
  }

  @Test(arguments: [("--moves", "0"), ("--seconds", "0"), ("--seconds", "-3")])
  func `budgets that are none are refused`(option: String, value: String) throws {
    let ended = try timetable("\(option)=\(value)")
    #expect(ended.status == 64)
    #expect(ended.error.contains("is invalid for '\(option) "))
  }
}
