import Diagnostics
import Testing

@testable import Curricula

@Suite struct CalendarImportTests {
  private func event(_ lines: String...) -> String {
    "BEGIN:VEVENT\nUID:1\n\(lines.joined(separator: "\n"))\nEND:VEVENT\n"
  }

  private func calendar(_ events: String) -> String {
    "BEGIN:VCALENDAR\nVERSION:2.0\n\(events)END:VCALENDAR\n"
  }

  /// The curriculum of the slips, three weeks from 4 January 2027, with one trainer in Vienna.
  private func curriculum(_ away: String, _ holidays: String? = nil) throws -> Curriculum {
    var text = SlipCase.sample.replacing("weeks: 2", with: "weeks: 3").replacing(
      "modules:",
      with: "trainers:\n  - {id: t, name: T, away: {calendar: a.ics}}\nmodules:"
    )
    if holidays != nil { text += "calendar: {import: h.ics}\n" }
    var source = SourceText(file: "c.yaml", text: text)
    source.attachments["a.ics"] = SourceText(file: "a.ics", text: away)
    source.attachments["h.ics"] = holidays.map { SourceText(file: "h.ics", text: $0) }
    return try Curriculum.parse(source).curriculum
  }

  private func away(_ lines: String...) throws -> [String] {
    let body = "BEGIN:VEVENT\nUID:1\n\(lines.joined(separator: "\n"))\nEND:VEVENT\n"
    return try curriculum(calendar(body)).trainers[0].away.map(\.description)
  }

  @Test func `whole days end before their last one`() throws {
    let days = try away("DTSTART;VALUE=DATE:20270105", "DTEND;VALUE=DATE:20270107")
    #expect(days == ["5 January 2027 to 6 January 2027"])
    #expect(try away("DTSTART;VALUE=DATE:20270105") == ["5 January 2027"])
  }

  @Test func `times are told by the trainer's clock, day by day`() throws {
    #expect(
      try away("DTSTART;TZID=America/New_York:20270105T170000", "DTEND:20270106T003000Z") == [
        "5 January 2027, 23:00 to 24:00", "6 January 2027, 00:00 to 01:30",
      ]
    )
    #expect(
      try away("DTSTART;TZID=Eastern Standard Time:20270105T040000", "DURATION:PT1H30M") == [
        "5 January 2027, 10:00 to 11:30"
      ]
    )
  }

  @Test(arguments: [
    ("FREQ=DAILY;COUNT=3", ["4", "5", "6"]),
    ("FREQ=DAILY;INTERVAL=10", ["4", "14", "24"]),
    ("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270112", ["4", "6", "11"]),
    ("FREQ=WEEKLY;INTERVAL=2", ["4", "18"]),
    ("FREQ=MONTHLY;BYDAY=-2FR", ["4", "22"]),
    ("FREQ=MONTHLY;BYMONTHDAY=-10", ["4", "22"]),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2", ["4"]),
    ("FREQ=YEARLY;BYMONTH=1;BYDAY=3MO", ["4", "18"]),
  ])
  func `events repeat by the usual rules`(rule: String, days: [String]) throws {
    let found = try away("DTSTART;VALUE=DATE:20270104", "RRULE:\(rule)")
    #expect(found == days.map { "\($0) January 2027" })
  }

  @Test func `exceptions and moved events are taken out`() throws {
    let series = event(
      "SUMMARY:Team",
      "DTSTART;TZID=Europe/Vienna:20261201T100000",
      "DTEND;TZID=Europe/Vienna:20261201T110000",
      "RRULE:FREQ=WEEKLY",
      "EXDATE;TZID=Europe/Vienna:20270105T100000"
    )
    let moved = event(
      "RECURRENCE-ID:20270112T090000Z",
      "DTSTART;TZID=Europe/Vienna:20270113T100000",
      "DURATION:PT1H"
    )
    let found = try curriculum(calendar(series + moved)).trainers[0].away.map(\.description)
    #expect(
      found == ["13 January 2027, 10:00 to 11:00", "19 January 2027, 10:00 to 11:00"]
    )
  }

  @Test func `events without effect do not count`() throws {
    #expect(try away("TRANSP:TRANSPARENT", "DTSTART;VALUE=DATE:20270105") == [])
    #expect(try away("STATUS:CANCELLED", "DTSTART;VALUE=DATE:20270105") == [])
    #expect(try away("DTSTART;VALUE=DATE:20280105") == [])
  }

  @Test func `holidays close whole days, and what was read can be shown`() throws {
    let holiday = event("SUMMARY:A long\n  name\\, folded", "DTSTART;VALUE=DATE:20270106")
    let party = event("DTSTART:20270105T170000Z", "DTEND:20270105T190000Z")
    let read = try curriculum(calendar(""), calendar(holiday + party))
    #expect(read.calendar.map(\.days) == [DateSpan(try #require(CivilDate("2027-01-06")))])
    #expect(read.calendar.map(\.name) == ["A long name, folded"])
    #expect(read.calendar.map(\.effect) == [.closed])
    #expect(read.imports.map(\.leftOut).sorted() == [0, 1])
    #expect(
      read.imports.flatMap(\.entries) == ["6 January 2027 (A long name, folded)"]
    )
  }

  @Test(arguments: [
    ("id,name\n", "not an iCalendar file", 1),
    ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270105\n", "the file ends within a VEVENT", 3),
    ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n", "has no start", 3),
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;TZID=Mars:20270105T100000\nEND:VEVENT\n"
        + "END:VCALENDAR\n", "the time zone 'Mars' is not known", 3
    ),
    (
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270105\nRRULE:FREQ=HOURLY\nEND:VEVENT\n"
        + "END:VCALENDAR\n", "repeats by a rule that is not read: 'HOURLY'", 4
    ),
    ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:soon\nEND:VEVENT\nEND:VCALENDAR\n", "'soon'", 3),
  ])
  func `bad files are reported at their lines`(text: String, words: String, line: Int) {
    #expect {
      try curriculum(text)
    } throws: { error in
      (error as? Findings)?.diagnostics.contains {
        $0.location.file == "a.ics" && $0.location.line == line && $0.message.contains(words)
      } == true
    }
  }

  @Test func `a file that is not there is reported where it is named`() {
    let text = SlipCase.sample.replacing("modules:", with: "calendar: {import: no.ics}\nmodules:")
    #expect {
      try Curriculum.parse(SourceText(file: "c.yaml", text: text))
    } throws: { error in
      (error as? Findings)?.diagnostics.contains {
        $0.location.line == 15 && $0.message.contains("'no.ics' cannot be found or read")
      } == true
    }
  }
}
