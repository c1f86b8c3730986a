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

  private func publication(
    pinned moment: String = "2026-03-24T00:30",
    replacing edits: KeyValuePairs<String, String> = [:]
  ) async throws -> Publication {
    let text = edits.reduce(Self.curriculum.replacing("2026-03-24T00:30", with: moment)) {
      $0.replacing($1.key, with: $1.value)
    }
    let source = SourceText(file: "night.yaml", text: text)
    let problem = try Problem(Curriculum.parse(source).curriculum)
    let outcome = try await Solver(problem).solve(seed: 1)
    return Publication(outcome, of: problem, seed: 1)
  }

  private func isValid(_ table: String, _ publication: Publication) throws -> Bool {
    guard case .laidOut(let solution) = publication.outcome else { throw Findings() }
    let written = try WrittenTimetable.parse(
      SourceText(file: "plan.csv", text: table),
      for: publication.problem.curriculum
    )
    return CheckedTimetable(written, of: solution.timetable.problem, best: solution).isValid
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

  @Test func `what begins at midnight is on the day that begins then`() async throws {
    let publication = try await publication(pinned: "2026-03-24T00:00")
    let table = try #require(publication.csv())
    #expect(try column("date", of: table) == ["2026-03-23", "2026-03-24", "2026-03-24"])
    #expect(try column("start", of: table) == ["22:00", "00:00", "09:00"])
    #expect(publication.text().contains("00:00–01:30  Rounds"))
    #expect(try isValid(table, publication))
    // The end of the day before is the same moment.
    let other = table.replacing("2026-03-24,00:00,", with: "2026-03-23,24:00,")
    #expect(try isValid(other, publication))
  }

  @Test func `a list says which day it is after midnight`() async throws {
    let publication = try await publication()
    #expect(publication.text().contains("Tuesday 24 March · lecture · 90 min · Ward · b"))
    #expect(publication.text().contains("23:30–00:30  break"))
    #expect(publication.html().contains("Tuesday 24 March · lecture"))
  }

  @Test func `another day on a trainer's clock is another than that of the programme's clock`()
    async throws
  {
    let publication = try await publication(replacing: [
      "trainers: [bo]": "trainers: [cy]",
      "- {id: bo,": "- {id: cy, name: Cy, zone: America/Los_Angeles}\n  - {id: bo,",
    ])
    let time = "Cy (21:30–23:00 on Monday 23 March in Los Angeles)"
    #expect(try #require(publication.csv()).contains(time))
  }

  @Test func `a time that goes on counting after midnight has its remedy`() async throws {
    let publication = try await publication()
    let table = try #require(publication.csv())
      .replacing("2026-03-24,00:30,02:00", with: "2026-03-23,24:30,26:00")
    do {
      _ = try WrittenTimetable.parse(
        SourceText(file: "plan.csv", text: table),
        for: publication.problem.curriculum
      )
      Issue.record("read")
    } catch {
      let message = try #require(error.diagnostics.first)
      #expect(message.message == "'24:30' is not a time: after midnight the clock begins anew")
      #expect(message.remedy == "write 00:30, and the day after under 'date'")
    }
  }

  @Test(
    arguments: [
      ("2026-03-23 23:59", ["a"]), ("2026-03-24 00:00", ["a"]), ("2026-03-24 00:31", ["a", "b"]),
      ("2026-03-24 09:01", ["a", "b", "c"]),
    ]
  )
  func `what begins after midnight is held when its time has come`(
    now: String,
    held: [String]
  ) async throws {
    let minutes = try #require(TimeOfDay(now.suffix(5))).minutes
    let publication = try await publication()
    let revision = Revision(publication, number: 1, published: Date(timeIntervalSince1970: 0))
    let chronicle = Chronicle(
      [revision],
      of: publication.problem.curriculum,
      today: try #require(CivilDate(now.prefix(10))),
      at: minutes
    )
    #expect(chronicle.held.map(\.session) == held)
    // It may still be moved, and to where it is, as long as it has not begun.
    let past = try chronicle.problem(of: publication.problem)
    let published = chronicle.placements
    let problem = past.with(
      constraints: past.constraints
        + past.perturbation(from: published, today: chronicle.today, at: minutes)
    )
    #expect(problem.timetable(keeping: published) != nil)
  }
}
