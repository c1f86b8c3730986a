import Records
import Testing

/// The programme that records name.
@Suite struct ProgrammeTests {
  private static let joinery = Programme(curriculum: "joinery", edition: "2026")

  @Test func `attempts, exceptions and revisions name the curriculum and its edition`() throws {
    let bench = try PipedSittingTests.bench()
    _ = try bench.seminar("quiz", "tools", "--as", "p01", input: "a\n:quit\n")
    #expect(try bench.seminar("publish").status == 0)
    let excepted = try bench.seminar(
      "roster",
      "override",
      "p01",
      "--quiz",
      "tools",
      "--extra-time",
      "2",
      "--reason",
      "late",
      "--by",
      "Ida"
    )
    #expect(excepted.status == 0, "\(excepted.error)")
    let markbook = try bench.markbook()
    #expect(try markbook.attempts().map(\.programme) == [Self.joinery])
    #expect(try markbook.revisions(of: "joinery").map(\.programme) == [Self.joinery])
    let id = try #require(try markbook.attempts().first).id
    markbook.close()
    let story = try bench.seminar("markbook", "attempt", id)
    #expect(story.output.contains("Part of joinery, edition 2026\n"))
  }

  @Test func `of several curricula the one that the quiz names counts, else none`() throws {
    let bench = try PipedSittingTests.bench()
    let other = try bench.text(of: "curricula/joinery.yaml")
      .replacing("curriculum: joinery", with: "curriculum: turning")
      .replacing("edition: \"2026\"", with: "edition: \"2027\"")
    try bench.write(other, to: "curricula/another.yaml")
    _ = try bench.seminar("quiz", "tools", "--as", "p01", input: "a\n:quit\n")
    try bench.edit("quizzes/joinery/joints.yaml", "curriculum: joinery\n", "curriculum: turning\n")
    _ = try bench.seminar("quiz", "joints", "--as", "p01", input: "a\n:quit\n")
    try bench.edit("quizzes/joinery/joints.yaml", "curriculum: turning\n", "")
    _ = try bench.seminar("quiz", "joints", "--as", "p02", input: "a\n:quit\n")
    #expect(
      try bench.markbook().attempts().map(\.programme)
        == [Self.joinery, Programme(curriculum: "turning", edition: "2027"), .unknown]
    )
  }
}
