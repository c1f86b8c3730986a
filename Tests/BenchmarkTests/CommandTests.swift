import Foundation
import PseudoTerminal
import Testing

@testable import seminar_benchmark

/// The built command.
@Suite struct CommandTests {
  private struct Ended {
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs the command in a folder, on one core where wanted.
  private func run(_ arguments: [String], in folder: URL, onOneCore: Bool = false) throws -> Ended {
    let process = Process()
    let words = [PseudoTerminal.built("seminar-benchmark")] + arguments
    process.executableURL = URL(filePath: onOneCore ? "/usr/bin/taskset" : words[0])
    process.arguments = onOneCore ? ["-c", "0"] + words : Array(words.dropFirst())
    process.currentDirectoryURL = folder
    // Files, because a pipe that nobody empties can fill up.
    for name in ["output", "error"] {
      let file = folder.appending(component: name)
      try Data().write(to: file)
      let handle = try FileHandle(forWritingTo: file)
      if name == "output" {
        process.standardOutput = handle
      } else {
        process.standardError = handle
      }
    }
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(component: name), encoding: .utf8)
    }
    return Ended(
      status: process.terminationStatus,
      output: try text("output"),
      error: try text("error")
    )
  }

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(component: "seminar-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test func `one core writes the solutions that two write`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try RandomInstance(seed: 3).text.write(
      to: folder.appending(component: "random.ctt"),
      atomically: true,
      encoding: .utf8
    )
    var solutions: [String] = []
    for isOne in [false, true] {
      let arguments = [
        "ctt", "random.ctt", "--moves", "3000", "--cores", "2", "--solutions", "s\(isOne)",
      ]
      let ended = try run(arguments, in: folder, onOneCore: isOne)
      #expect(ended.error == "")
      let file = folder.appending(components: "s\(isOne)", "random-1.sol")
      solutions.append(try String(contentsOf: file, encoding: .utf8))
    }
    #expect(solutions[0] == solutions[1])
    #expect(!solutions[0].isEmpty)
  }

  @Test func `a file that is no instance ends with status 65 and names the line`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try "Name: X\nCourse: 3\n".write(
      to: folder.appending(component: "bad.ctt"),
      atomically: true,
      encoding: .utf8
    )
    let ended = try run(["ctt", "bad.ctt", "none.ctt"], in: folder)
    #expect(ended.status == 65)
    #expect(ended.error.contains("bad.ctt:2:1: error: unknown key 'Course:'"))
    #expect(ended.error.contains("none.ctt: error: the file cannot be read"))
  }

  @Test func `programmes made by chance are proved`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let ended = try run(["curriculum", "--sessions", "12", "--seeds", "2"], in: folder)
    #expect(ended.status == 0)
    #expect(ended.output.contains("2/2"))
  }

  @Test func `an academy is searched`() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let ended = try run(
      ["academy", "--sessions", "30", "--moves", "2000", "--cores", "1"],
      in: folder
    )
    #expect(ended.status == 0)
    #expect(ended.output.split(separator: "\n").count == 2)
  }
}
