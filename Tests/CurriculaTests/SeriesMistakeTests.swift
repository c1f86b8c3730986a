import Curricula
import Diagnostics
import GoldenFiles
import Testing

/// The programme with its second session written in another way, under a heading.
private func mistake(
  _ heading: String,
  _ written: String,
  _ groups: String = "- {id: all, name: Everybody}"
) -> (heading: String, diagnostics: [Diagnostic]) {
  let programme = Programme().replacing("- {id: all, name: Everybody}", with: groups)
    .replacing("minutes: 60, needs: [s1]}", with: "minutes: 60, \(written)}")
  return (heading, programme.diagnostics)
}

@Suite struct SeriesMistakeTests {
  @Test func `series that cannot be read have their messages`() {
    expectGolden(
      report([
        mistake("nothing that repeats", "in-order: yes"),
        mistake("no number of times", "repeat: often"),
        mistake("no time at all", "repeat: 0"),
        mistake("an unknown weekday", "every: Tusday"),
        mistake("an unknown ordinal", "every: secnd Tuesday"),
        mistake("days without a block", "every: Friday"),
        mistake("weeks that are none", "weeks: ood"),
        mistake("more times than days", "every: Tuesday, repeat: 3"),
        mistake("another number of titles", "repeat: 3, titles: [One, Two]"),
        mistake("days without a rule", "repeat: 2, since: 2026-03-05"),
        mistake("groups twice", "for: each group, groups: [all]"),
        mistake("an unknown group", "for: [al]"),
        mistake("something else than a group", "for: each module"),
        mistake("an unknown member", "repeat: 2, members: {3: {minutes: 30}}"),
        mistake("an unknown key of a member", "repeat: 2, members: {2: {minuts: 30}}"),
        mistake("members that are a list", "repeat: 2, members: [1]"),
        mistake("a day of a group", "for: each group, members: {all: {on: 2026-03-10}}"),
        mistake("an unknown trainer of a member", "repeat: 2, members: {2: {trainers: [cy]}}"),
        mistake("a need of an unknown member", "needs: [s1@A]"),
        mistake("a need with too many parts", "needs: [s1@A@2@x]"),
        mistake("a sign in an identifier", "groups: [all@1]"),
        mistake(
          "too many members",
          "repeat: 500, for: each group",
          (0..<5).map {
            "- {id: g\($0), name: Group \($0)}"
          }.joined(separator: "\n  ")
        ),
        mistake("a speaker who does not come", "trainers: [ann], speaking-order: [bo, an]"),
        mistake("an unknown kind", "kind: lectur"),
        mistake("a kind that resembles nothing", "kind: drill"),
        mistake(
          "groups made of each other",
          "groups: [a]",
          """
          - {id: a, name: A, of: [b]}
            - {id: b, name: B, of: [a]}
          """
        ),
        mistake("a group made of an unknown one", "groups: [a]", "- {id: a, name: A, of: [b]}"),
        mistake(
          "a group made of groups with a size",
          "groups: [a]",
          """
          - {id: a, name: A, of: [b], size: 3}
            - {id: b, name: B}
          """
        ),
      ]),
      "mistakes-series.txt"
    )
  }

  @Test func `a kind of one's own is a kind`() throws {
    let curriculum = try Programme()
      .replacing(
        "themes:",
        with: "kinds: [drill, {id: ward-round, name: Round on the ward}]\nthemes:"
      )
      .replacing("needs: [s1]", with: "kind: ward round")
      .replacing("One, minutes: 60", with: "One, minutes: 60, kind: drill").read().curriculum
    #expect(curriculum.sessions.map(\.kind.id) == ["drill", "ward-round"])
    #expect(curriculum.sessions.map(\.kind.name) == ["drill", "Round on the ward"])
  }

  @Test func `a kind is declared once`() {
    let found = Programme().replacing("themes:", with: "kinds: [drill, Drill]\nthemes:").diagnostics
    #expect(found.map(\.message) == ["the kind 'Drill' is declared twice"])
  }

  @Test func `blocks of several weekdays are blocks of each`() throws {
    let curriculum = try Programme()
      .replacing("every: Tuesday", with: "every: [Tuesday, Friday]").read().curriculum
    #expect(
      curriculum.blocks.map(\.date.description)
        == ["2026-03-03", "2026-03-06", "2026-03-10", "2026-03-13"]
    )
  }

  @Test func `groups keep their zones, hours and days`() throws {
    let group = try Programme().replacing(
      "name: Everybody}",
      with: """
        name: Everybody, zone: Asia/Tokyo, hours: {from: 8:00, to: 22:00}, away: [2026-03-10],
            only: [{from: 2026-03-01, to: 2026-03-20}]}
        """
    ).read().curriculum.groups[0]
    #expect(group.zone?.name == "Asia/Tokyo")
    #expect(group.hours?.description == "08:00 to 22:00")
    #expect(group.away.map(\.description) == ["10 March 2026"])
    #expect(group.only.map(\.description) == ["1 March 2026 to 20 March 2026"])
  }
}
