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
    // The rules and the close are those of the text with which the attempt was sat.
    try bench.setCrafts("closes", "2020-03-01T10:00-05:00")
    #expect(try !bench.sitCrafts("--results", typing: []).output.contains("Key:"))
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
