import Curricula
import Diagnostics
import Testing

@testable import Coordination

/// The days on which a trainer cannot come.
@Suite struct AbsenceTests {
  private static let curriculum = """
    curriculum: night
    title: Night duty
    zone: Europe/Vienna
    starts: 2026-03-23
    weeks: 1
    blocks:
      - {every: Monday, from: 22:00, to: 02:00}
      - {every: Tuesday, from: 22:00, to: 24:00}
    groups:
      - {id: shift, name: Night shift, size: 8}
    trainers:
      - {id: ann, name: Ann}
    modules:
      - id: duty
        title: Duty
        sessions:
          - {id: a, title: Rounds, minutes: 90, trainers: [ann]}

    """

  private func refusal(of day: String, today: String) throws -> RevisionRefusal? {
    let source = SourceText(file: "night.yaml", text: Self.curriculum)
    var (curriculum, _) = try Curriculum.parse(source)
    let first = try #require(CivilDate(day))
    let now = try #require(CivilDate(today))
    let absence = TrainerAway(trainer: "ann", days: [DateSpan(first)], written: "ann=\(day)")
    do {
      try absence.apply(to: &curriculum, today: now)
    } catch {
      return error
    }
    #expect(curriculum.trainers[0].away.map(\.days.first) == [first])
    return nil
  }

  @Test func `a night that began yesterday is not yet past`() throws {
    #expect(try refusal(of: "2026-03-23", today: "2026-03-24") == nil)
    #expect(try refusal(of: "2026-03-23", today: "2026-03-25") != nil)
  }

  @Test func `a day whose blocks end by midnight is past on the next one`() throws {
    #expect(try refusal(of: "2026-03-24", today: "2026-03-24") == nil)
    #expect(try refusal(of: "2026-03-24", today: "2026-03-25") != nil)
  }
}
