import Curricula
import Diagnostics
import GoldenFiles
import Testing

/// The programme with three more sessions and some choices.
private func programme(
  _ choices: String,
  needs: String = "",
  constraints: String = ""
) -> Programme {
  Programme().replacing(
    "minutes: 60, needs: [s1]}",
    with: """
      minutes: 60}
            - {id: s3, title: Three, minutes: 60}
            - {id: s4, title: Four, minutes: 60\(needs)}
            - {id: talk, title: Talk, minutes: 60, repeat: 2, in-order: no}
      """
  ).replacing(
    "modules:",
    with: "choices:\n  - \(choices)\n"
      + (constraints.isEmpty ? "" : "constraints:\n  - \(constraints)\n") + "modules:"
  )
}

@Suite struct ChoiceTests {
  private func ways(
    _ choices: String,
    needs: String = "",
    constraints: String = "",
    requiring required: Set<String> = []
  ) throws -> [[String]] {
    try programme(choices, needs: needs, constraints: constraints).read().curriculum
      .waysToHold(requiring: required).map { $0.sorted() }
  }

  @Test func `the ways are in the order of the file`() throws {
    #expect(
      try ways("{id: c, hold: 2, of: [s2, s3, s4]}") == [
        ["s2", "s3"], ["s2", "s4"], ["s3", "s4"],
      ]
    )
    #expect(try ways("{id: c, hold: 1, of: talk}") == [["talk@1"], ["talk@2"]])
    #expect(
      try ways("{id: c, hold: 1, of: [s2, s3]}\n  - {id: d, hold: 1, of: [s4, talk@1]}")
        == [["s2", "s4"], ["s2", "talk@1"], ["s3", "s4"], ["s3", "talk@1"]]
    )
  }

  @Test func `what is pinned or required is in every way, and what it needs too`() throws {
    let choice = "{id: c, hold: 2, of: [s2, s3, s4]}"
    let pin = "pin: {session: s3, at: 2026-03-03T10:00}"
    #expect(try ways(choice, constraints: pin) == [["s2", "s3"], ["s3", "s4"]])
    #expect(try ways(choice, requiring: ["s4"]) == [["s2", "s4"], ["s3", "s4"]])
    #expect(try ways(choice, requiring: ["s2", "s3", "s4"]) == [["s2", "s3", "s4"]])
    #expect(try ways(choice, needs: ", needs: [s3]") == [["s2", "s3"], ["s3", "s4"]])
    let soft = "{pin: {session: s3, at: 2026-03-03T10:00}, weight: 2}"
    #expect(try ways(choice, constraints: soft).count == 3)
  }

  @Test func `what is not held is in no module, and nobody needs it`() throws {
    let curriculum = try programme("{id: c, hold: 2, of: [s2, s3, s4]}", needs: ", needs: [s3]")
      .read().curriculum
    #expect(curriculum.isUndecided)
    let decided = curriculum.holding(["s2", "s4"])
    #expect(!decided.isUndecided)
    #expect(decided.sessions.map(\.id) == ["s1", "s2", "s4", "talk@1", "talk@2"])
    #expect(decided.modules[0].sessions == decided.sessions.map(\.id))
    #expect(decided.notHeld.map(\.id) == ["s3"])
    #expect(decided.sessions[2].needs == [])
    #expect(decided.decision?.unmet.map(\.need) == ["s3"])
  }

  private func mistake(
    _ heading: String,
    _ choices: String,
    needs: String = "",
    constraints: String = ""
  ) -> (heading: String, diagnostics: [Diagnostic]) {
    (heading, programme(choices, needs: needs, constraints: constraints).diagnostics)
  }

  @Test func `choices that cannot be made have their messages`() {
    let two = "{id: c, hold: 1, of: [s2, s3]}"
    let many = (0..<12).map { "m\($0)" }
    let large = Programme().replacing(
      "modules:",
      with: "choices:\n  - {id: c, hold: 6, of: [\(many.joined(separator: ", "))]}\nmodules:"
    ).replacing(
      "      - {id: s2, title: Two, minutes: 60, needs: [s1]}",
      with: many.map { "      - {id: \($0), title: More, minutes: 10}" }.joined(separator: "\n")
    )
    expectGolden(
      report([
        mistake("no identifier", "{hold: 1, of: [s2, s3]}"),
        mistake("no number", "{id: c, of: [s2, s3]}"),
        mistake("an unknown key", "{id: c, hold: 1, from: [s2, s3]}"),
        mistake("none of them", "{id: c, hold: 0, of: [s2, s3]}"),
        mistake("all of them", "{id: c, hold: 2, of: [s2, s3]}"),
        mistake("one of one", "{id: c, hold: 1, of: s2}"),
        mistake("an unknown session", "{id: c, hold: 1, of: [s2, s33]}"),
        mistake("a module", "{id: c, hold: 1, of: module basics}"),
        mistake("a session twice", "{id: c, hold: 1, of: [s2, s3, s2]}"),
        mistake("a session in two choices", "\(two)\n  - {id: d, hold: 1, of: [s3, s4]}"),
        mistake("two choices of one name", "\(two)\n  - {id: c, hold: 1, of: [s4, talk@1]}"),
        mistake("a need of what is perhaps not held", two, needs: ", needs: [s2]"),
        mistake(
          "a need that can never be met",
          "{id: c, hold: 1, of: [s3, s4]}",
          needs: ", needs: [s3]"
        ),
        mistake(
          "more pins than sessions",
          two,
          constraints: """
            pin: {session: s2, at: 2026-03-03T10:00}
              - pin: {session: s3, at: 2026-03-03T11:00}
            """
        ),
        ("too many ways", large.diagnostics),
      ]),
      "choices.txt"
    )
  }
}
