import Diagnostics
import Testing

@testable import Curricula

@Suite struct DoubtTests {
  private func doubts(_ edits: (String, String)...) throws -> [String] {
    let text = edits.reduce(SlipCase.sample) { $0.replacing($1.0, with: $1.1) }
    return try Curriculum.parse(SourceText(file: "c.yaml", text: text)).curriculum.doubts.sorted
      .map { "\($0.location.line): \($0.message)" }
  }

  @Test func `nothing is doubtful in the sample`() throws {
    #expect(try doubts() == [])
  }

  @Test func `a start just past the weekday of the blocks is doubtful`() throws {
    let found = try doubts(("starts: 2027-01-04", "starts: 2027-01-05"))
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("4: the programme starts on Tuesday 5 January 2027, but its first"))
    // A week that begins on Monday or Sunday is usual.
    #expect(try doubts(("every: Monday", "every: Thursday")) == [])
    #expect(try doubts(("starts: 2027-01-04", "starts: 2027-01-03")) == [])
  }

  @Test func `closures and windows outside the programme are doubtful`() throws {
    let found = try doubts(
      (
        "modules:",
        """
        calendar:
          - {closed: 2028-01-04, name: Holiday}
          - {closed: 2027-01-11, name: Holiday}
        constraints:
          - {window: {of: s1, from: 2028-01-05, until: 2028-01-06}}
          - {window: {of: s1, from: 2027-01-04}}
        modules:
        """
      )
    )
    #expect(found.map { $0.prefix(3) } == ["16:", "19:"])
  }

  @Test func `sessions that fit nowhere are doubtful`() throws {
    let found = try doubts(
      ("title: First\n        minutes: 60", "title: First\n        minutes: 180"),
      ("    name: Room one", "    name: Room one\n    features: [video-link]"),
      ("title: Second", "title: Second\n        features: [videolink]")
    )
    #expect(found.count == 2)
    #expect(found[0].contains("takes 180 minutes, but the longest block has 120"))
    #expect(found[1].contains("needs 'videolink', which no room has"))
  }

  @Test func `sessions without any group may overlap`() throws {
    let groups = "groups:\n  - {id: a, name: A}\n"
    let found = try doubts(
      (groups, ""),
      ("        groups: [a]\n", ""),
      ("rooms:\n  - id: r1\n    name: Room one\n", "")
    )
    #expect(found.count == 1)
    #expect(found[0].contains("no group is declared"))
  }
}
