import Foundation
import GoldenFiles
import Quizzes
import Testing

@Suite struct ScoresTests {
  /// A course after its first evenings: done, failed, open, practised, by a guest.
  static func recorded() throws -> Workbench {
    try Workbench.joinery().with(evenings)
  }

  private static let evenings = MadeMarkbook { bench in
    try bench.enroll(Workbench.fixture("workspace/roster.csv"))
    let (good, bad) = (
      ["a d", "b", "50", "1a 2b 3c", "t", "yes"], ["b", "a", "1", "1b 2d 3a", "f"]
    )
    try bench.record(good, at: "joinery/tools", by: "p01")
    try bench.record(bad + ["yes"], at: "joinery/tools", by: "p03", began: 1_774_448_000_000)
    try bench.record(
      ["b", ":skip", "^D"],
      at: "joinery/tools",
      by: "p02",
      began: 1_774_450_000_000
    )
    try bench.record(
      ["b", "f"],
      at: "joinery/joints",
      by: "p03",
      .practice,
      began: 1_775_000_000_000
    )
    try bench.record(["a", "t"], at: "joinery/joints", .practice, began: 1_775_100_000_000)
  }

  @Test(arguments: ["text", "csv", "json"])
  func `scores are shown in every form`(form: String) throws {
    let scores = try Self.recorded().seminar("scores", "--format", form)
    expectGolden(scores.transcript, "scores.\(form == "text" ? "txt" : form)")
  }

  @Test(arguments: ["joints", "joinery/joints", "week-02", "week2"])
  func `the scores of one quiz are shown alone`(quiz: String) throws {
    let scores = try Self.recorded().seminar("scores", quiz, "--format", "csv")
    let rows = scores.output.split(separator: "\r\n").dropFirst()
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.contains(",joinery/joints,") })
  }

  @Test(arguments: ["text", "csv", "json"])
  func `single responses are shown in every form`(form: String) throws {
    let ended = try Self.recorded().seminar("scores", "--responses", "--format", form)
    expectGolden(ended.transcript, "responses.\(form == "text" ? "txt" : form)")
  }

  @Test func `scores on a narrow screen still have a line for each attempt`() throws {
    let bench = try Self.recorded()
    let ended = try bench.command(["scores"], environment: ["COLUMNS": "40"]).run()
    expectGolden(ended.transcript, "scores-narrow.txt")
  }

  @Test(arguments: [
    (["--group", "B"], 3), (["--participant", "p03"], 2), (["--state", "open"], 1),
    (["--state", "passed", "--state", "failed"], 2), (["--week", "2"], 2),
    (["--quiz", "tools", "--quiz", "joints"], 5), (["--since", "2026-03-31"], 2),
    (["--since", "2026-03-25 10:49:00-04:00"], 3), (["--since", "2026-04-02"], 0),
  ])
  func `attempts can be selected`(words: [String], count: Int) throws {
    let scores = try Self.recorded().command(["scores", "--format", "csv"] + words).run()
    #expect(scores.status == 0)
    #expect(scores.output.split(separator: "\r\n").count == count + 1)
  }

  @Test func `a selection of something unknown is refused with a remedy`() throws {
    let bench = try Self.recorded()
    let refused = try [
      ["--group", "C"], ["--participant", "p33"], ["--quiz", "joint"], ["--week", "9"],
      ["--state", "done"], ["--since", "24.12.2026"], ["--since", "2026-03-08 02:30"],
    ].map { try bench.command(["scores"] + $0).run().transcript }
    expectGolden(refused.joined(separator: "\n"), "scores-refused.txt")
  }

  @Test func `attempts at a quiz whose file is gone can still be selected`() throws {
    let bench = try Self.recorded()
    try FileManager.default.removeItem(atPath: bench.path("quizzes/joinery/joints.yaml"))
    let scores = try bench.seminar("scores", "joinery/joints", "--format", "csv")
    #expect(scores.output.split(separator: "\r\n").count == 3)
  }

  @Test func `scores are written to a file, whose head is told`() throws {
    let bench = try Self.recorded()
    let written = try bench.seminar("scores", "--format", "csv", "--output", "scores.csv")
    #expect(written.output == "")
    #expect(
      written.error.wholeMatch(of: /head: [0-9a-f]{32}:[0-9]+:[0-9a-f]{64}\nverified: yes\n/) != nil
    )
    #expect(try bench.text(of: "scores.csv").hasPrefix("participant,name,group,quiz,attempt,"))
    #expect(try bench.seminar("scores", "--format", "csv", "-o", "scores.csv").status == 73)
  }

  @Test func `reading scores changes nothing`() throws {
    let bench = try Self.recorded()
    let before = try bench.contents()
    _ = try bench.seminar("scores")
    _ = try bench.seminar("quiz")
    _ = try bench.seminar("roster")
    #expect(try bench.contents() == before)
  }

  @Test func `without a markbook there is nothing to show, and none is created`() throws {
    let bench = try Workbench.joinery()
    let before = try bench.contents()
    expectGolden(try bench.seminar("scores").transcript, "scores-none.txt")
    #expect(try bench.contents() == before)
  }
}
