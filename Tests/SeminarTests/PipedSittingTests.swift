import GoldenFiles
import Quizzes
import Testing

@Suite struct PipedSittingTests {
  /// A course with one participant.
  static func bench() throws -> Workbench { try Workbench.enrolled() }

  @Test func `a graded quiz is sat in a pipe from beginning to end`() throws {
    let bench = try Self.bench()
    let lines = [
      ":help", "x", "99,5", ":flag", "1c 2d", "1c 2d 3b", ":back", "", "t", ":review", ":skip",
      "d", "no", "c", ":submit", "perhaps", "no", ":goto 5", "c d", ":nonsense", "yes",
    ]
    let sitting = try bench.seminar(
      "quiz",
      "tools",
      "--as",
      "p01",
      "--seed",
      "7",
      input: lines.joined(separator: "\n") + "\n"
    )
    expectGolden(sitting.transcript, "sitting-graded.txt")
  }

  @Test func `a practice gives feedback after each response`() throws {
    let sitting = try Self.bench().seminar(
      "quiz",
      "week-02",
      "--as",
      "p01",
      "--seed",
      "7",
      input: "a\nf\n"
    )
    expectGolden(sitting.transcript, "sitting-practice.txt")
  }

  @Test func `a guest is told that nothing counts`() throws {
    let bench = try Self.bench()
    let sitting = try bench.seminar("quiz", "tools", "--seed", "7", input: "a\n:quit\n")
    expectGolden(sitting.transcript, "sitting-guest.txt")
    #expect(
      try bench.seminar("scores", "--format", "csv").output.contains(
        "guest,guest,,joinery/tools,1,practice,open"
      )
    )
  }

  @Test func `a guest goes on with an attempt of their own, not with another guest's`() throws {
    let bench = try Self.bench()
    try bench.record(["a"], at: "joinery/tools", guest: "guest:somebody-else", .practice)
    let own = try bench.seminar("quiz", "tools", "--seed", "7", input: "100\n")
    #expect(!own.output.contains("You are continuing"))
    let again = try bench.seminar("quiz", "tools")
    #expect(again.output.contains("You are continuing attempt 1. Items with a response: 1 of 5."))
  }

  @Test func `the end of the input stops the sitting, and the same command goes on`() throws {
    let bench = try Self.bench()
    let first = try bench.seminar("quiz", "tools", "--as", "p01", "--seed", "7", input: "a\na c\n")
    #expect(first.status == 0)
    #expect(first.output.hasSuffix("Continue with: seminar quiz tools --as p01\n"))
    let second = try bench.seminar(
      "quiz",
      "tools",
      "--as",
      "p01",
      "--seed",
      "8",
      input: ":review\n"
    )
    expectGolden(second.transcript, "sitting-resumed.txt")
  }

  @Test func `graded responses show nothing of the key before they are handed in`() throws {
    let bench = try Self.bench()
    let lines = ["a", "a", "a", "a", "b", "1a 2b 3c", "1", ":review", ":help", ":submit", "no"]
    let sitting = try bench.seminar(
      "quiz",
      "tools",
      "--as",
      "p01",
      input: lines.joined(separator: "\n")
    )
    for word in ["Right", "Wrong", "Key", "Why", "manual", "flat face", "Score"] {
      #expect(!sitting.output.contains(word))
    }
  }

  @Test func `who was told to practise leaves the graded attempt open`() throws {
    let bench = try Self.bench()
    _ = try bench.seminar("quiz", "tools", "--as", "p01", input: "a\n")
    _ = try bench.seminar("quiz", "tools", "--as", "p01", "--practice", input: "a\nb\n")
    let scores = try bench.seminar("scores", "--format", "csv").output
    #expect(scores.contains("tools,1,graded,open"))
    #expect(scores.contains("tools,2,practice,open"))
  }

  @Test func `a quiz edited while somebody sits it goes on with the old text`() throws {
    let bench = try Self.bench()
    _ = try bench.seminar("quiz", "joints", "--as", "p01", input: "b\n")
    try bench.edit("quizzes/joinery/joints.yaml", "Wood swells most along", "Timber swells along")
    let open = try bench.seminar("quiz", "joints", "--as", "p01", input: "f\n")
    #expect(open.output.contains("Wood swells most along the grain."))
    #expect(open.output.contains("Score: 2 of 2 marks"))
    let next = try bench.seminar("quiz", "joints", "--as", "p01", input: "b\n")
    #expect(next.output.contains("Timber swells along the grain."))
  }

  @Test func `a quiz that was broken meanwhile does not stop those who sit it`() throws {
    let bench = try Self.bench()
    _ = try bench.seminar("quiz", "joints", "--as", "p01", input: "b\n")
    try bench.edit("quizzes/joinery/joints.yaml", "key: false", "key: perhaps")
    let open = try bench.seminar("quiz", "joints", "--as", "p01", input: "f\n")
    #expect(open.output.contains("Score: 2 of 2 marks"))
  }

  @Test func `a forced command's words from the client change nothing`() throws {
    let bench = try Self.bench()
    let sitting = try bench.seminar(
      "quiz",
      "joints",
      "--as",
      "p01",
      input: ":quit\n",
      environment: [
        "SSH_ORIGINAL_COMMAND": "quiz joints --as p02", "USER": "p02", "LOGNAME": "p02",
      ]
    )
    #expect(sitting.status == 0)
    let rows = try bench.seminar("scores", "--format", "csv").output.split(separator: "\r\n")
    #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("p01,") })
  }

  @Test func `the environment alone makes nobody a participant`() throws {
    let bench = try Self.bench()
    let sitting = try bench.seminar(
      "quiz",
      "joints",
      input: ":quit\n",
      environment: ["USER": "p02", "LOGNAME": "p02"]
    )
    #expect(sitting.error.contains("You are a guest"))
  }

  @Test(arguments: [
    "\u{FF}\u{1B}[31mb", "é" + String(repeating: "漢", count: 5_000), "b\u{202E}\u{0}",
  ])
  func `hostile lines are refused or cleaned`(line: String) throws {
    let bench = try Self.bench()
    let sitting = try bench.seminar("quiz", "joints", "--as", "p01", input: line + "\n:quit\n")
    #expect(sitting.status == 0)
    #expect(!sitting.output.contains("\u{1B}"))
    #expect(!sitting.output.contains("\u{202E}"))
  }
}
