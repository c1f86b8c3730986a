import Foundation
import PseudoTerminal

/// A program that runs while one of its calls to the system fails.
struct FaultTrial {
  /// What happens at the call.
  enum Fault: String, CaseIterable {
    /// Killed before it, in the middle of what it writes, or after it.
    case before, half, after
    /// The disk is full from then on.
    case full
    /// The call fails.
    case error

    var kills: Bool { [.before, .half, .after].contains(self) }
  }

  /// The program and its arguments.
  let command: [String]
  /// The folder in which calls are counted.
  let folder: String
  /// Whether the program itself says when the counting begins.
  let countsLater: Bool
  /// What is on standard input.
  var input = ""

  /// How a run ended.
  struct Ended {
    /// The exit status; `nil` when it was killed.
    let status: Int32?
    let output: String
    /// How many calls were counted; `nil` when it was killed.
    let calls: Int?
    /// In what order the log was written (`w`) and synchronised (`s`) and "Kept" was shown (`K`).
    let trace: String

    /// The highest number that was acknowledged; `nil` where there is none.
    var kept: Int? {
      output.split(separator: "\n").compactMap { line in
        line.hasPrefix("kept ") ? Int(line.dropFirst(5)) : nil
      }.max()
    }
  }

  /// Runs the program, with a fault at a call or without any.
  func run(_ fault: Fault? = nil, at call: Int = 0) throws -> Ended {
    let scratch = Workbench()
    let (output, report) = (scratch.folder + "/output", scratch.folder + "/report")
    try Data().write(to: URL(filePath: output))
    let handle = try FileHandle(forWritingTo: URL(filePath: output))
    let process = Process()
    process.executableURL = URL(filePath: PseudoTerminal.built(command[0]))
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(filePath: folder)
    let library = URL(filePath: PseudoTerminal.built("seminar")).deletingLastPathComponent()
      .appending(component: "libFaultInjection.so").path(percentEncoded: false)
    var environment = [
      "LD_PRELOAD": library, "FAULT_FOLDER": folder + "/", "FAULT_REPORT": report,
      "LANG": "C.UTF-8",
    ]
    if countsLater { environment["FAULT_LATER"] = "1" }
    if let fault {
      environment["FAULT"] = fault.rawValue
      environment["FAULT_CALL"] = "\(call)"
    }
    process.environment = environment
    process.standardOutput = handle
    process.standardError = handle
    let typed = scratch.folder + "/input"
    try Data(input.utf8).write(to: URL(filePath: typed))
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: typed))
    try process.run()
    process.waitUntilExit()
    let lines = (try? String(contentsOfFile: report, encoding: .utf8))?.split(separator: "\n") ?? []
    return Ended(
      status: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: try String(contentsOfFile: output, encoding: .utf8),
      calls: lines.first.flatMap { Int($0) },
      trace: lines.count > 1 ? String(lines[1]) : ""
    )
  }

  /// Which calls fail and how: all in turn when `SEMINAR_FAULTS` is `all`, otherwise a few.
  static func plan(of count: Int, atMost limit: Int = .max) -> [(call: Int, fault: Fault)] {
    guard count > 0 else { return [] }
    if ProcessInfo.processInfo.environment["SEMINAR_FAULTS"] == "all" {
      return stride(from: 1, through: count, by: max(1, count / limit)).flatMap { call in
        Fault.allCases.map { (call, $0) }
      }
    }
    let sample = min(10, count)
    return (0..<sample).map { index in
      let call = 1 + index * (count - 1) / max(1, sample - 1)
      return (call, Fault.allCases[(index * 3 + count) % Fault.allCases.count])
    }
  }
}
