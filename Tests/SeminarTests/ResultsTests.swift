import Testing

/// What is said where there is nothing to see.
@Suite struct ResultsTests {
  @Test func `whoever handed in nothing is told so, and sees nothing of others`() throws {
    let bench = try Workbench.crafts()
    _ = try bench.sitCrafts(typing: Crafts.all)
    #expect(try bench.sitCrafts("--results", typing: []).status == 0)
    let noor = try bench.seminar("quiz", "crafts", "--as", "p02", "--results")
    #expect(noor.status == 66)
    #expect(noor.error.contains("Noor has submitted no attempt at 'crafts'"))
    #expect(noor.output.isEmpty)
  }
}
