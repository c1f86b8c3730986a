import Records
import Testing

/// What every listing and export says of the record that it comes from.
@Suite struct RecordStateTests {
  static let listings = [
    ["roster"], ["roster", "--format", "csv"], ["roster", "list", "--format", "json"],
    ["roster", "override"], ["revisions"], ["revisions", "list", "--format", "json"],
    ["revisions", "show", "1"], ["revisions", "show", "1", "--format", "json"],
    ["revisions", "difference", "1", "1"],
    ["revisions", "difference", "1", "1", "--format", "json"], ["mark"],
    ["mark", "--format", "csv"], ["mark", "ATTEMPT"], ["scores"], ["scores", "--format", "csv"],
    ["markbook", "attempts"], ["markbook", "attempts", "--format", "csv"],
    ["markbook", "attempt", "ATTEMPT"], ["markbook", "attempt", "ATTEMPT", "--format", "json"],
    ["remark", "tools", "--why", "A saw will do."],
  ]

  private static let made = MadeWorkbench {
    let bench = try ScoresTests.recorded()
    #expect(try bench.seminar("publish").status == 0)
    try bench.edit("quizzes/joinery/tools.yaml", "- key: Hammer", "- distractor: Hammer")
    try bench.edit("quizzes/joinery/tools.yaml", "- distractor: Saw", "- key: Saw")
    return bench
  }

  @Test(arguments: listings)
  func `a listing names the head of the chain and says whether it was verified`(
    arguments: [String]
  ) throws {
    let bench = try Self.made.copy()
    let attempt = try #require(try bench.markbook().attempts().first).id
    let head = try #require(try bench.markbook().heads().first).description
    let words = arguments.map { $0 == "ATTEMPT" ? attempt : $0 }
    for (option, verdict) in [("--unverified", "no"), (nil, "yes")] as [(String?, String)] {
      let ended = try bench.command(words + [option].compactMap(\.self)).run()
      // Without a terminal nobody can be asked whether to mark again.
      #expect(ended.status == (arguments[0] == "remark" ? 64 : 0), "\(ended.error)")
      let said = ended.output + ended.error
      #expect(said.contains(head))
      #expect(
        said.contains("verified: \(verdict)") || said.contains("\"verified\": \"\(verdict)\"")
      )
    }
  }

  @Test(arguments: listings)
  func `nothing is listed from a record that is not as it was recorded`(
    arguments: [String]
  ) throws {
    let bench = try Self.made.copy()
    let attempt = try #require(try bench.markbook().attempts().first).id
    try bench.alterRecord()
    let ended = try bench.command(arguments.map { $0 == "ATTEMPT" ? attempt : $0 }).run()
    #expect(ended.status == 65)
    #expect(ended.output == "")
    #expect(ended.error.contains("the markbook is not intact, so nothing is shown"))
  }
}
