import Foundation
import Testing

/// What the README shows is run, and must come out as it shows.
@Suite struct ReadmeTests {
  private let readme: Readme

  init() throws {
    let path = Workbench.package + "/README.md"
    readme = Readme(try String(contentsOfFile: path, encoding: .utf8))
  }

  @Test func `two commands do everything on a fresh machine, one the main job and one the tests`()
    throws
  {
    let blocks = readme.blocks(in: "sh")
    try #require(blocks.count == 2)
    let bench = try Machine()
    let first = try bench.run(blocks[0].joined(separator: "\n"))
    #expect(first.status == 0)
    #expect(first.output.contains("Week 10 "))
    #expect(bench.calls.contains("apt-get install -y libsqlite3-dev libreadline-dev"))
    #expect(bench.calls.last == "swift run seminar timetable")
    let second = try bench.run(blocks[1].joined(separator: "\n"))
    #expect(second.status == 0)
    #expect(bench.calls.last == "swift test")
  }

  @Test func `every command shown prints what is shown below it`() throws {
    let bench = try Machine()
    for session in readme.sessions {
      let ended = try bench.run(session.command)
      #expect(ended.status == 0, "\(session.command): \(ended.error)")
      let missing = session.firstMissing(in: ended.output)
      #expect(missing == nil, "\(session.command) does not print: \(missing ?? "")")
    }
    #expect(readme.sessions.count > 10)
  }

  @Test func `the quiz shown is a quiz without a problem`() throws {
    let example = try #require(readme.blocks(in: "yaml").first { $0[0].hasPrefix("quiz:") })
    let bench = try Workbench()
    try bench.write(example.joined(separator: "\n") + "\n", to: "example.yaml")
    let ended = try bench.seminar("check", "example.yaml")
    #expect(ended.output == "1 file checked: no problems\n")
    #expect(ended.status == 0)
  }
}

/// The blocks of a README.
private struct Readme {
  private var blocks: [(language: String, lines: [String])] = []

  init(_ text: String) {
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside.toggle()
        if isInside { blocks.append((String(line.dropFirst(3)), [])) }
      } else if isInside {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
  }

  func blocks(in language: String) -> [[String]] {
    blocks.filter { $0.language == language }.map(\.lines)
  }

  /// A command, shown behind `$`, and the lines shown below it.
  struct Session {
    let command: String
    var lines: [String] = []

    /// The first line shown that a text does not have; `…` stands for any lines, or for the rest of
    /// one.
    func firstMissing(in text: String) -> String? {
      var rest = text.replacing("\r\n", with: "\n")
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
      var mayPass = false
      for line in lines {
        if line == "…" {
          mayPass = true
          continue
        }
        let match = rest.firstIndex { Self.matches($0, line) }
        guard let match, mayPass || match == rest.startIndex else { return line }
        rest = rest[(match + 1)...]
        mayPass = false
      }
      return nil
    }

    private static func matches(_ found: String, _ shown: String) -> Bool {
      shown.hasSuffix("…") ? found.hasPrefix(shown.dropLast()) : found == shown
    }
  }

  var sessions: [Session] {
    var sessions: [Session] = []
    for line in blocks(in: "console").joined() {
      if line.hasPrefix("$ ") {
        sessions.append(Session(command: String(line.dropFirst(2))))
      } else if !sessions.isEmpty {
        sessions[sessions.count - 1].lines.append(line)
      }
    }
    return sessions
  }
}

/// A machine in a folder: the workspace, the command on the path, and stand-ins that note how the
/// package managers are called.
///
/// The stand-ins are not written by the test: a script that was just written may count as busy while
/// another test starts a program.
private final class Machine {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
    for name in ["curricula", "quizzes"] {
      try FileManager.default.copyItem(
        atPath: "\(Workbench.package)/\(name)",
        toPath: bench.path(name)
      )
    }
  }

  /// How the package managers were called so far.
  var calls: [String] {
    ((try? bench.text(of: "calls")) ?? "").split(separator: "\n").map(String.init)
  }

  func run(_ words: String) throws -> Program.Ended {
    try Program(
      executable: "/bin/bash",
      arguments: ["-c", words],
      directory: bench.folder,
      environment: [
        "PATH": "\(Workbench.fixtures)/machine:/usr/bin:/bin",
        "HOME": bench.path("home"),
        "CALLS": bench.path("calls"),
        "SEMINAR": Program.seminar,
        "LANG": "C.UTF-8",
      ]
    ).run()
  }
}
