import Curricula
import Diagnostics
import Foundation
import Publishing
import Testing
import Timetabling

/// A programme whose blocks pass midnight.
@Suite struct NightTests {
  private static let curriculum = """
    curriculum: night
    title: Night duty
    zone: America/New_York
    starts: 2026-03-23
    weeks: 2
    blocks:
      - {every: [Monday, Wednesday], from: 22:00, to: 02:00}
      - {every: Tuesday, from: 09:00, to: 12:00}
    groups:
      - {id: shift, name: Night shift, size: 8}
    rooms:
      - {id: ward, name: Ward, seats: 10, hours: {from: 20:00, to: 06:00}}
      - {id: hall, name: Hall, seats: 10}
    trainers:
      - {id: ann, name: Ann, zone: Europe/Vienna}
      - {id: bo, name: Bo, away: [2026-03-24]}
    modules:
      - id: duty
        title: Duty
        sessions:
          - {id: a, title: Handover, minutes: 90, trainers: [ann], rooms: [ward]}
          - {id: b, title: Rounds, minutes: 90, trainers: [bo], needs: [a], rooms: [ward]}
          - {id: c, title: Review, minutes: 120, trainers: [ann], rooms: [hall], needs: [b]}
    constraints:
      - pin: {session: b, at: 2026-03-24T00:30}
      - window: {of: c, from: 2026-03-24, until: 2026-03-24}
    """

  private func publication() async throws -> Publication {
    let source = SourceText(file: "night.yaml", text: Self.curriculum)
    let problem = try Problem(Curriculum.parse(source).curriculum)
    let outcome = try await Solver(problem).solve(seed: 1)
    return Publication(outcome, of: problem, seed: 1)
  }

  /// The cells of a column of the table, without the heading.
  private func column(_ name: String, of table: String) throws -> [String] {
    let lines = table.split(separator: "\r\n").map { $0.split(separator: ",").map(String.init) }
    let index = try #require(lines.first?.firstIndex(of: name))
    return lines.dropFirst().map { $0[index] }
  }

  @Test func `what is held after midnight counts on the day before`() async throws {
    let publication = try await publication()
    let held = publication.appointments.map { "\($0.session.id) \($0.date) \($0.start)" }
    // Bo is away on Tuesday, and comes to the night that begins on Monday.
    #expect(held == ["a 2026-03-23 1320", "b 2026-03-23 1470", "c 2026-03-24 540"])
  }

  @Test func `a table shows the dates of the clock, and is read as it was written`() async throws {
    let publication = try await publication()
    let table = try #require(publication.csv())
    #expect(try column("date", of: table) == ["2026-03-23", "2026-03-24", "2026-03-24"])
    #expect(try column("start", of: table) == ["22:00", "00:30", "09:00"])
    #expect(try column("end", of: table) == ["23:30", "02:00", "11:00"])
    guard case .laidOut(let solution) = publication.outcome else { throw Findings() }
    for (text, file) in [(table, "plan.csv"), (publication.json(), "plan.json")] {
      let written = try WrittenTimetable.parse(
        SourceText(file: file, text: text),
        for: publication.problem.curriculum
      )
      let checked = CheckedTimetable(written, of: solution.timetable.problem, best: solution)
      #expect(checked.isValid, "\(checked.text())")
      #expect(checked.timetable.placements == solution.timetable.placements)
    }
  }

  @Test func `a session that a table moves out of the night is outside its block`() async throws {
    let publication = try await publication()
    guard case .laidOut(let solution) = publication.outcome else { throw Findings() }
    let table = try #require(publication.csv()).replacing("00:30,02:00", with: "01:00,02:30")
      .replacing(/2026-03-24T0[02]:[03]0:00-04:00/, with: "")
    let written = try WrittenTimetable.parse(
      SourceText(file: "plan.csv", text: table),
      for: publication.problem.curriculum
    )
    let checked = CheckedTimetable(written, of: solution.timetable.problem, best: solution)
    let words = checked.text().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let outside = "01:00 to 02:30 on Tuesday 24 March 2026 is not inside the block"
    #expect(words.contains(outside))
  }

  @Test func `calendars and pages show the time of the clock`() async throws {
    let publication = try await publication()
    let text = publication.text()
    #expect(text.contains("00:30–02:00  Rounds"))
    let calendar = try #require(publication.iCalendar())
    #expect(calendar.contains("DTSTART;TZID=America/New_York:20260324T003000"))
    #expect(calendar.contains("DTEND;TZID=America/New_York:20260324T020000"))
  }
}
