import Testing

/// A curriculum that somebody names with `--curriculum`.
@Suite struct NamedCurriculumTests {
  @Test(arguments: [
    ["scores"], ["progress"], ["timetable"], ["quiz"], ["roster", "list"],
    ["markbook", "attempts"],
    ["items", "tools"], ["mark"], ["check"], [],
  ])
  func `one that there is not is named with what to do`(words: [String]) throws {
    let bench = try ScoresTests.recorded()
    for (name, said) in [
      ("joinry", "there is no curriculum 'joinry' in 'curricula'\n  help: did you mean 'joinery'?"),
      ("joinery/1999", "the curriculum 'joinery' has no edition '1999'"),
      ("no/such.yaml", "'no/such.yaml' does not exist"),
    ] {
      let ended = try bench.command(words + ["--curriculum", name]).run()
      #expect(ended.status == 66, "\(ended.transcript)")
      #expect(ended.output.isEmpty)
      #expect(ended.error.contains(said), "\(ended.error)")
    }
  }
}
