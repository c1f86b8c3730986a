import Curricula
import Diagnostics
import GoldenFiles
import MarkedTexts
import Testing

/// What modules and sessions say for their readers.
@Suite struct GuidanceTests {
  private func programme(_ guidance: String) -> Programme {
    Programme().replacing("    title: Basics\n", with: "    title: Basics\n" + guidance)
  }

  @Test func `a module has outcomes, readings, what to do before, and notes`() throws {
    let guidance = try #require(
      programme(
        """
            outcomes:
              - {outcome: tell law from custom, themes: [law], level: apply, observed: [s2]}
              - name a source
            readings:
              - {title: A code, source: article 1, link: "https://example.org/code", minutes: 5, optional: true}
              - A commentary
            before: Bring a law.
            notes: [Be kind., Be brief.]

        """
      ).read().curriculum.modules.first
    ).guidance
    #expect(guidance.outcomes.map(\.text) == ["tell law from custom", "name a source"])
    #expect(guidance.outcomes[0].themes == ["law"])
    #expect(guidance.outcomes.map(\.level) == [.apply, nil])
    #expect(guidance.outcomes[0].observed == ["s2"])
    #expect(
      guidance.readings == [
        AssignedReading(
          "A code",
          source: "article 1",
          link: "https://example.org/code",
          minutes: 5,
          isOptional: true
        ), AssignedReading("A commentary"),
      ]
    )
    #expect(guidance.before == ["Bring a law."])
    #expect(guidance.notes == ["Be kind.", "Be brief."])
  }

  @Test func `a session has guidance of its own, and most have none`() throws {
    let curriculum = try Programme()
      .replacing("title: One, minutes: 60}", with: "title: One, minutes: 60, notes: [Ring.]}")
      .read().curriculum
    #expect(curriculum.sessions.map(\.guidance.notes) == [["Ring."], []])
    #expect(curriculum.sessions[1].guidance.isEmpty)
    #expect(curriculum.modules[0].guidance.isEmpty)
  }

  @Test func `mistakes have their messages`() {
    func mistake(_ heading: String, _ text: String) -> (heading: String, diagnostics: [Diagnostic])
    {
      (heading, programme("    \(text)\n").diagnostics)
    }
    expectGolden(
      report([
        mistake(
          "an outcome of a theme that is not declared",
          "outcomes: [{outcome: read, themes: [lav]}]"
        ),
        mistake("an outcome without words", "outcomes: [{themes: [law]}]"),
        mistake("a level that there is not", "outcomes: [{outcome: read, level: applied}]"),
        mistake("observed in no session", "outcomes: [{outcome: read, observed: [s9]}]"),
        mistake("a link without a scheme", "readings: [{title: Code, link: example.org}]"),
        mistake("minutes of nothing", "readings: [{title: Code, minutes: 0}]"),
        mistake("a mapping as a note", "notes: {first: one}"),
        mistake("a mistyped key", "reading: [Code]"),
      ]),
      "mistakes-guidance.txt"
    )
  }
}
