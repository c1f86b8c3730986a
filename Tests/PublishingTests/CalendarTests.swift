import Curricula
import Foundation
import Publishing
import Testing
import Timetabling

@Suite struct CalendarTests {
  private func reader(
    _ publication: Publication,
    _ edition: CalendarEdition? = nil
  ) throws -> CalendarReader {
    try CalendarReader(try #require(publication.iCalendar(edition)))
  }

  /// The sample held in another zone, at the same times of the clock.
  private func publication(in zone: String, starts: String = "2026-03-24") throws -> Publication {
    let text = Sample.curriculum
      .replacing("zone: America/New_York", with: "zone: \(zone)")
      .replacing("starts: 2026-03-24", with: "starts: \(starts)")
      .replacing(", trainers: [vienna]", with: ", trainers: [liaison]")
    let problem = try Sample.problem(text)
    let placements = problem.blocks.indices.prefix(3).map { block in
      Placement(
        session: [0, 3, 5][block],
        block: block,
        start: problem.blocks[block].start,
        room: 0,
        trainers: [1]
      )
    }
    let timetable = Timetable(of: problem, placements)
    return Publication(
      .laidOut(Solution(timetable: timetable, cost: 0, bound: 0)),
      of: problem,
      seed: 1
    )
  }

  @Test func `each session is one event at its instant, without recurrence`() throws {
    let publication = try Sample.publication()
    let reader = try reader(publication)
    #expect(reader.events.count == 6)
    for (event, appointment) in zip(reader.events, publication.appointments) {
      #expect(event["UID"]?.value == "\(appointment.session.id).2026@sample-programme.seminar")
      #expect(try reader.instant(event["DTSTART"]) == appointment.begins)
      #expect(try reader.instant(event["DTEND"]) == appointment.ends)
      #expect(event["RRULE"] == nil)
    }
  }

  @Test(arguments: [
    ("a1", "2026-03-24T14:00:00Z", 15), ("b1", "2026-03-31T14:00:00Z", 16),
  ])
  func `the hour in Vienna moves when Europe changes its clocks`(
    session: String,
    instant: String,
    hour: Int
  ) throws {
    let reader = try reader(try Sample.publication())
    let event = try #require(reader.events.first { $0["UID"]?.value.hasPrefix(session) == true })
    let begins = try reader.instant(event["DTSTART"])
    #expect(begins == (try Date(instant, strategy: .iso8601)))
    let vienna = try #require(Zone("Europe/Vienna"))
    #expect(vienna.wallClock(at: begins).minutes == hour * 60)
  }

  @Test(
    arguments: [
      "America/New_York", "Europe/Vienna", "Europe/Dublin", "Asia/Jerusalem", "America/Santiago",
      "Australia/Lord_Howe", "Asia/Tokyo", "Asia/Kathmandu", "Africa/Cairo", "Africa/Casablanca",
      "UTC",
    ],
    ["2026-03-24", "2026-10-20"]
  )
  func `the rules in the file give the instants everywhere`(zone: String, starts: String) throws {
    let publication = try publication(in: zone, starts: starts)
    let reader = try reader(publication)
    #expect(reader.events.count == 3)
    for (event, appointment) in zip(reader.events, publication.appointments) {
      #expect(try reader.instant(event["DTSTART"]) == appointment.begins)
      #expect(try reader.instant(event["DTEND"]) == appointment.ends)
    }
  }

  @Test(arguments: ["Africa/Casablanca", "Africa/Cairo", "UTC"])
  func `a zone without a plain yearly rule is written in UTC`(zone: String) throws {
    let reader = try reader(try publication(in: zone))
    #expect(reader.zones.isEmpty)
    #expect(reader.events.allSatisfy { $0["DTSTART"]?.value.hasSuffix("Z") == true })
  }

  @Test(arguments: [
    ("America/New_York", ["FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"]),
    ("Europe/Vienna", ["FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"]),
    (
      "Asia/Jerusalem",
      [
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR",
        "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
      ]
    ),
    ("Asia/Tokyo", []),
  ])
  func `a zone is stated from 1970 on by its yearly rules`(
    zone: String,
    rules: [String]
  ) throws {
    let stated = try #require(try reader(try publication(in: zone)).zones.first)
    #expect(stated.components.compactMap { $0["RRULE"]?.value } == rules)
    #expect(stated.components.allSatisfy { $0["DTSTART"]?.value.hasPrefix("1970") == true })
  }

  @Test func `without a history nothing has changed since the stamp`() throws {
    let reader = try reader(try Sample.publication())
    for event in reader.events {
      #expect(event["DTSTAMP"]?.value == "20260324T000000Z")
      #expect(event["LAST-MODIFIED"]?.value == "20260324T000000Z")
      #expect(event["SEQUENCE"]?.value == "0")
      #expect(event["STATUS"]?.value == "TENTATIVE")
    }
  }

  @Test func `a programme that is no proposal is confirmed`() throws {
    let text = Sample.curriculum.split(separator: "\n").filter { !$0.hasPrefix("proposal") }
      .joined(separator: "\n")
    let reader = try reader(try Sample.publication(of: try Sample.problem(text)))
    #expect(reader.events.allSatisfy { $0["STATUS"]?.value == "CONFIRMED" })
  }

  @Test func `a session carries its own history`() throws {
    let stamp = try Date("2026-04-02T09:30:00Z", strategy: .iso8601)
    let changed = try Date("2026-04-01T08:00:05Z", strategy: .iso8601)
    let edition = CalendarEdition(
      stamp: stamp,
      histories: ["b1": .init(changes: 2, lastChanged: changed, status: .cancelled)]
    )
    let reader = try reader(try Sample.publication(), edition)
    let event = try #require(reader.events.first { $0["UID"]?.value.hasPrefix("b1.") == true })
    #expect(event["SEQUENCE"]?.value == "2")
    #expect(event["LAST-MODIFIED"]?.value == "20260401T080005Z")
    #expect(event["DTSTAMP"]?.value == "20260402T093000Z")
    #expect(event["STATUS"]?.value == "CANCELLED")
    #expect(reader.events.count { $0["SEQUENCE"]?.value == "0" } == 5)
  }

  @Test func `the edition keeps the events of two editions apart`() throws {
    let text = Sample.curriculum.replacing("edition: \"2026\"", with: "edition: \"2. Ausgabe/é\"")
    let reader = try reader(try Sample.publication(of: try Sample.problem(text)))
    #expect(
      reader.events.first?["UID"]?.value == "a1.2%2E%20Ausgabe%2F%C3%A9@sample-programme.seminar"
    )
  }

  @Test func `text that looks like calendar lines stays text`() throws {
    var curriculum = try Sample.problem().curriculum
    curriculum.sessions[0].title = "Opening\r\nEND:VEVENT\r\nBEGIN:VEVENT\u{0}\u{1B}[31m \\n;,"
    let reader = try reader(try Sample.publication(of: try Problem(curriculum)))
    #expect(reader.events.count == 6)
    let title = reader.events.first?.text("SUMMARY")
    #expect(title == "Opening\nEND:VEVENT\nBEGIN:VEVENT[31m \\n;,")
  }

  @Test func `long titles and other scripts come back whole`() throws {
    let publication = try Sample.publication()
    let reader = try reader(publication)
    let titles = reader.events.map { $0.text("SUMMARY") }
    #expect(titles == publication.appointments.map(\.session.title))
  }

  @Test func `only a web address becomes a link`() throws {
    let reader = try reader(try Sample.publication())
    let links = Set(reader.events.compactMap { $0["URL"]?.value })
    #expect(links == ["https://example.org/join?room=1&lang=en"])
  }
}
