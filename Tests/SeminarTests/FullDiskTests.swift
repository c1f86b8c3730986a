import Glibc
import GoldenFiles
import OwnThreads
import PseudoTerminal
import Quizzes
import Records
import Testing

@Suite struct FullDiskTests {
  static let commands = [
    [], ["--help"], ["--version"], ["help", "quiz"], ["timetable"],
    ["timetable", "--format", "html"],
    ["check"], ["check", "--format", "json"], ["quiz"], ["quiz", "joints"], ["roster"],
    ["scores"], ["scores", "--format", "csv"],
  ]

  @Test(arguments: commands)
  func `an output that is full is an error`(arguments: [String]) throws {
    let ended = try Workbench.enrolled().command(arguments, input: "b\n").through(
      #"exec "$@" > /dev/full"#
    ).run()
    #expect(ended.status == 74)
    #expect(ended.error.contains("the output cannot be written: no space left on device"))
  }

  @Test(arguments: [["roster", "import", "roster.csv"], ["quiz", "joints"]])
  func `a markbook that cannot grow is not created`(arguments: [String]) throws {
    let bench = try Workbench.joinery()
    try bench.write(Workbench.fixture("workspace/roster.csv"), to: "roster.csv")
    let before = try bench.contents()
    let ended = try bench.command(arguments, input: "b\n").through(
      #"ulimit -f 8; exec "$@""#
    ).run()
    #expect(ended.status == 74)
    #expect(ended.output == "")
    expectGolden(ended.transcript, "disk/no-markbook.txt")
    #expect(try bench.contents() == before)
  }

  @Test func `a roster that finds no room changes nobody`() throws {
    let bench = try Workbench.enrolled()
    let before = try bench.seminar("roster", "--format", "json").output
    let ended = try bench.command(
      ["roster", "import", "-"],
      input: "id,name\np01,Somebody else\np09,Li\n"
    ).through(#"ulimit -f 1; exec "$@""#).run()
    #expect(ended.status == 74)
    expectGolden(ended.transcript, "disk/roster.txt")
    #expect(try bench.seminar("roster", "--format", "json").output == before)
  }

  @Test func `a disk that fills up during a sitting loses nothing that was shown as kept`() throws {
    let bench = try Workbench.enrolled()
    let lines = ["1", "2", "3"].flatMap { [$0, ":back"] }
    let typed = Array(repeating: lines, count: 40).flatMap { $0 }
    let ended = try bench.command(
      ["quiz", "tools", "--as", "p01", "--seed", "7"],
      input: typed.joined(separator: "\n") + "\n"
    ).through(#"ulimit -f 100; exec "$@""#).run()
    #expect(ended.status == 74)
    #expect(ended.error.contains("markbook.sqlite: error: "))
    let markbook = try bench.markbook()
    let kept = ended.output.matches(of: #/Kept: |Changed to: /#).count
    #expect(kept > 0)
    let attempt = try #require(try markbook.attempts(of: "joinery/tools").first)
    let responses = try markbook.events(of: attempt.id).count {
      if case .responded = $0.kind { true } else { false }
    }
    #expect(responses == kept)
    #expect(try bench.wholeEventCount() > kept)
    let again = try bench.seminar("quiz", "tools", "--as", "p01", input: ":quit\n")
    #expect(again.output.contains("You are continuing attempt 1. Items with a response: 1 of 5."))
  }

  @Test func `what is typed in time counts, though the disk takes it only later`() async throws {
    try await inOwnThread {
      let bench = try Workbench.crafts()
      try bench.setCrafts("time-limit", "4 seconds")
      let terminal = try bench.begin(["quiz", "crafts", "--as", "p01"])
      try terminal.wait(for: "Press Enter to continue: ")
      terminal.press(.enter)
      try terminal.wait(for: "one letter, a to b")
      try terminal.waitForPrompt()
      try Self.limitFiles(of: terminal, to: "1")
      terminal.type("b", .enter)
      try terminal.wait(for: "Not saved yet. Press Enter to try again, or type :quit to leave: ")
      terminal.waitForQuiet(of: .milliseconds(4_200))
      #expect(!terminal.transcript.contains("Kept"))
      #expect(!terminal.transcript.contains("markbook.sqlite"))
      #expect(terminal.transcript.contains("everything that was shown as kept is kept"))
      try Self.limitFiles(of: terminal, to: "unlimited")
      terminal.press(.enter)
      try terminal.wait(for: "Kept: b) Hammer")
      try terminal.wait(for: "The time is up. Your responses until then count.")
      try terminal.wait(for: "Score: 1 of 8 marks")
      #expect(try terminal.waitForExit(pressingEnter: true) == .exited(0))
      _ = try bench.wholeEventCount()
    }
  }

  @Test(arguments: [SIGTERM, SIGQUIT])
  func `a request to end is obeyed on a full disk too`(signal: Int32) throws {
    let bench = try Workbench.crafts()
    let terminal = try bench.begin(["quiz", "crafts", "--as", "p01"])
    try terminal.wait(for: "Press Enter to continue: ")
    try Self.limitFiles(of: terminal, to: "1")
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .exited(130))
    _ = try bench.wholeEventCount()
  }

  /// Lets no file of a program grow beyond a size, as on a disk that is full.
  private static func limitFiles(of terminal: PseudoTerminal, to size: String) throws {
    let ended = try Program(
      executable: "/usr/bin/prlimit",
      arguments: ["--pid", "\(terminal.process)", "--fsize=\(size):unlimited"],
      directory: "/"
    ).run()
    #expect(ended.status == 0, "\(ended.error)")
  }

  @Test(arguments: [true, false])
  func `a file that finds no room is not half written`(isThere: Bool) throws {
    let bench = try Workbench.joinery()
    if isThere { try bench.write("old", to: "course.html") }
    let before = try bench.contents()
    let ended = try bench.command(
      ["timetable", "--format", "html", "--output", "course.html", "--force"]
    ).through(#"ulimit -f 8; exec "$@""#).run()
    #expect(ended.status == 74)
    #expect(ended.output == "")
    expectGolden(ended.transcript, "disk/output.txt")
    #expect(try bench.contents() == before)
  }

  @Test func `a full device named as output is an error`() throws {
    let ended = try Workbench.joinery().seminar("timetable", "--output", "/dev/full")
    #expect(ended.status == 74)
  }
}
