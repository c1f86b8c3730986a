import Quizzes
import Records
import Testing

/// What a participant sees of an attempt, and when.
@Suite struct ResultsTests {
  private func bench() throws -> (Workbench, Program.Ended) {
    let bench = try Workbench.crafts()
    return (bench, try bench.sitCrafts(typing: ["", "a"] + Crafts.all.dropFirst(2)))
  }

  @Test func `right after handing in, only what the quiz allows is shown`() throws {
    let shown = try bench().1.output
    #expect(shown.contains("Wrong. 0 of 1 mark."))
    #expect(!shown.contains("Your response:"))
    #expect(!shown.contains("Key:"))
    #expect(!shown.contains("A saw cuts."))
  }

  @Test func `later there is more, and after the close all of it`() throws {
    let (bench, _) = try bench()
    let later = try bench.sitCrafts("--results", typing: []).output
    #expect(later.hasPrefix("Crafts\nAttempt 1, handed in on "))
    #expect(later.contains("Your response: a) Saw"))
    #expect(!later.contains("Key:"))
    // The rules and the close are those of the present file.
    try bench.setCrafts("closes", "2020-03-01T10:00-05:00")
    #expect(try bench.sitCrafts("--results", typing: []).output.contains("Key: b) Hammer"))
  }

  @Test func `where the file is broken, the rules are those of the text that was sat`() throws {
    let (bench, _) = try bench()
    try bench.write("quiz: [", to: "quizzes/joinery/crafts.yaml")
    let shown = try bench.sitCrafts("--results", typing: [])
    #expect(shown.output.contains("Your response: a) Saw"))
    #expect(!shown.output.contains("Key:"))
  }

  @Test func `a quiz has not closed while anybody's exception lasts`() throws {
    let (bench, _) = try bench()
    try bench.setCrafts("closes", "2020-03-01T10:00-05:00")
    _ = try bench.seminar(
      "roster",
      "override",
      "p02",
      "--quiz",
      "crafts",
      "--closes",
      "2999-03-01T10:00-05:00",
      "--reason",
      "at sea"
    )
    #expect(try !bench.sitCrafts("--results", typing: []).output.contains("Key:"))
    #expect(try bench.sitCrafts("--practice", typing: []).status == 77)
  }

  @Test func `right answers that are shown are on record before they are seen`() throws {
    let (bench, _) = try bench()
    try bench.setCrafts("closes", "2020-03-01T10:00-05:00")
    let before = try bench.wholeEventCount()
    for _ in 1...2 { _ = try bench.sitCrafts("--results", typing: []) }
    #expect(try bench.wholeEventCount() == before + 1)
    let last = try bench.markbook().events(of: bench.lastAttemptID()).last
    #expect(last?.kind == .shown(.afterClose))
  }

  @Test func `the list of quizzes keeps a score that is not shown now`() throws {
    let (bench, _) = try bench()
    #expect(try bench.seminar("quiz", "--as", "p01").output.contains("done, last score"))
    try bench.edit("quizzes/joinery/crafts.yaml", "later: [marks, verdicts", "later: [verdicts")
    let list = try bench.seminar("quiz", "--as", "p01").output
    #expect(list.contains("  done\n"))
    #expect(!list.contains("score"))
  }

  @Test func `an attempt at a quiz that closed meanwhile shows everything`() throws {
    let bench = try Workbench.crafts()
    try bench.setCrafts("closes", "2026-03-26T10:00-05:00")
    try bench.record(["", "a", ":submit", "yes"], at: "joinery/crafts", by: "p01")
    let shown = try bench.sitCrafts("--results", typing: []).output
    #expect(shown.contains("Key: b) Hammer"))
    #expect(shown.contains("A saw cuts."))
    #expect(shown.contains("Source: Workshop manual, section 1"))
  }

  @Test func `whoever handed in nothing is told so`() throws {
    let bench = try Workbench.crafts()
    let never = try bench.sitCrafts("--results", typing: [])
    #expect(never.status == 66)
    #expect(never.error.contains("Ana Núñez has submitted no attempt at 'crafts'"))
    _ = try bench.sitCrafts(typing: ["", "b"])
    #expect(try bench.sitCrafts("--results", typing: []).status == 66)
  }

  @Test func `nobody sees the results of somebody else`() throws {
    let (bench, _) = try bench()
    let noor = try bench.seminar("quiz", "crafts", "--as", "p02", "--results")
    #expect(noor.status == 66)
    #expect(noor.output.isEmpty)
  }
}
