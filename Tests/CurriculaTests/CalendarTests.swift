import Curricula
import Foundation
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("2024-02-29", true), ("2026-02-29", false), ("2000-02-29", true), ("1900-02-29", false),
    ("2026-02-31", false), ("2026-04-31", false), ("2026-12-31", true), ("2026-13-01", false),
    ("2026-00-10", false), ("0000-01-01", false), ("9999-12-31", true), ("2026-1-1", false),
    ("٢٠٢٦-٠٣-٠٣", false), ("2026-03-03 ", false), ("", false), ("--", false),
  ])
  func `only days of the calendar are days`(text: String, exists: Bool) {
    #expect((CivilDate(text) != nil) == exists)
  }

  @Test(arguments: [
    ("1970-01-01", Weekday.thursday), ("1969-12-31", .wednesday), ("2026-03-24", .tuesday),
    ("2000-02-29", .tuesday), ("1582-10-15", .friday),
  ])
  func `a day knows its weekday`(text: String, weekday: Weekday) throws {
    #expect(try #require(CivilDate(text)).weekday == weekday)
  }

  @Test func `days are counted across a leap day and a year`() throws {
    let date = try #require(CivilDate("2024-02-28"))
    #expect(date.adding(days: 2).description == "2024-03-01")
    #expect(date.adding(days: 366).description == "2025-02-28")
    #expect(date.adding(days: -59).description == "2023-12-31")
    #expect(date.adding(days: 2).days(since: date) == 2)
  }

  @Test func `every day of four centuries is written and read the same`() throws {
    let first = try #require(CivilDate("1800-01-01")).dayNumber
    let wrong = stride(from: first, to: first + 146_097, by: 37).filter {
      CivilDate(CivilDate(dayNumber: $0).description)?.dayNumber != $0
    }
    #expect(wrong == [])
  }

  @Test func `a day is spelled as the United Nations spell it`() throws {
    let date = try #require(CivilDate("2026-03-04"))
    #expect(date.spelled == "4 March 2026")
    #expect(date.short == "4 Mar")
  }
}

@Suite struct ZoneTests {
  private func instant(_ zone: String, _ date: String, _ time: String) throws -> Date? {
    try #require(Zone(zone)).instant(
      on: #require(CivilDate(date)),
      minutes: #require(TimeOfDay(time)).minutes
    )
  }

  private func utc(_ text: String) throws -> Date {
    try Date(text, strategy: .iso8601)
  }

  // Clocks change on 8 March and 1 November 2026 in New York, on 29 March and 25 October in Vienna.
  @Test(arguments: [
    ("America/New_York", "2026-03-07", "12:00", "2026-03-07T17:00:00Z"),
    ("America/New_York", "2026-03-08", "01:59", "2026-03-08T06:59:00Z"),
    ("America/New_York", "2026-03-08", "03:00", "2026-03-08T07:00:00Z"),
    ("America/New_York", "2026-03-24", "10:00", "2026-03-24T14:00:00Z"),
    ("America/New_York", "2026-11-01", "00:59", "2026-11-01T04:59:00Z"),
    ("America/New_York", "2026-11-01", "02:00", "2026-11-01T07:00:00Z"),
    ("America/New_York", "2026-11-01", "24:00", "2026-11-02T05:00:00Z"),
    ("Europe/Vienna", "2026-03-28", "15:00", "2026-03-28T14:00:00Z"),
    ("Europe/Vienna", "2026-03-29", "15:00", "2026-03-29T13:00:00Z"),
    ("Europe/Vienna", "2026-10-25", "03:00", "2026-10-25T02:00:00Z"),
    ("Asia/Kathmandu", "2026-03-24", "10:00", "2026-03-24T04:15:00Z"),
    ("Pacific/Kiritimati", "2026-03-24", "10:00", "2026-03-23T20:00:00Z"),
    ("Australia/Lord_Howe", "2026-04-06", "10:00", "2026-04-05T23:30:00Z"),
    ("UTC", "2026-03-24", "10:00", "2026-03-24T10:00:00Z"),
  ])
  func `a time on the wall clock is an instant`(
    zone: String,
    date: String,
    time: String,
    expected: String
  ) throws {
    #expect(try instant(zone, date, time) == utc(expected))
  }

  @Test(arguments: [
    ("America/New_York", "2026-03-08", "02:00"), ("America/New_York", "2026-03-08", "02:59"),
    ("Europe/Vienna", "2026-03-29", "02:30"),
  ])
  func `a time that the clock passes over is none`(zone: String, date: String, time: String) throws
  {
    #expect(try instant(zone, date, time) == nil)
  }

  @Test(arguments: [
    ("America/New_York", "2026-11-01", "01:30", ["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"]),
    ("Europe/Vienna", "2026-10-25", "02:00", ["2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z"]),
    ("Europe/Vienna", "2026-10-25", "03:00", ["2026-10-25T02:00:00Z"]),
    ("Europe/Vienna", "2026-03-29", "02:30", []),
  ])
  func `a time that the clock shows twice is two instants`(
    zone: String,
    date: String,
    time: String,
    expected: [String]
  ) throws {
    let instants = try #require(Zone(zone)).instants(
      on: #require(CivilDate(date)),
      minutes: #require(TimeOfDay(time)).minutes
    )
    #expect(instants == (try expected.map(utc)))
  }

  /// Morocco keeps UTC+1 and goes back to UTC in Ramadan, in 2026 from 15 February to 22 March.
  @Test func `Casablanca sets its clock back in Ramadan`() throws {
    let zone = try #require(Zone("Africa/Casablanca"))
    let instants = try ["2026-02-01", "2026-03-01", "2026-04-01"].compactMap {
      try instant("Africa/Casablanca", $0, "12:00")
    }
    #expect(instants.map(zone.offsetMinutes(at:)) == [60, 0, 60])
  }

  @Test(arguments: [
    "America/New_York", "Europe/Vienna", "Africa/Casablanca", "Australia/Lord_Howe",
  ])
  func `every minute of a year that exists is shown at its instant`(name: String) throws {
    let zone = try #require(Zone(name))
    let first = try #require(CivilDate("2026-01-01"))
    var wrong: [String] = []
    for day in 0..<365 {
      let date = first.adding(days: day)
      for minutes in stride(from: 0, to: 1440, by: 30) {
        for instant in zone.instants(on: date, minutes: minutes)
        where zone.wallClock(at: instant) != (date, minutes) {
          wrong.append("\(date) \(minutes)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func `a wall clock before 1970 is read`() throws {
    let clock = try #require(Zone("UTC")).wallClock(at: utc("1969-12-31T23:30:00Z"))
    #expect(clock.date.description == "1969-12-31")
    #expect(clock.minutes == 1410)
  }

  @Test(arguments: [
    "EST", "GMT+2", "Vienna", "", "/", "America/", "Mars/Olympus", "../etc/passwd", "PST8PDT",
  ])
  func `what is no name of a zone is refused`(name: String) {
    #expect(Zone(name) == nil)
  }

  @Test func `every name that is known is a zone`() {
    #expect(Zone.names.filter { Zone($0) == nil } == [])
    #expect(Zone.names.count > 300)
  }

  @Test func `the version of the rules is known`() {
    #expect(Zone.rulesVersion.wholeMatch(of: /20[0-9]{2}[a-z]/) != nil)
  }
}

@Suite struct TimeOfDayTests {
  @Test(arguments: [
    ("00:00", 0), ("9:05", 545), ("23:59", 1439), ("24:00", 1440),
  ])
  func `a time is minutes since midnight`(text: String, minutes: Int) {
    #expect(TimeOfDay(text)?.minutes == minutes)
  }

  @Test(arguments: [
    "24:01", "25:00", "10:60", "10:5", "10", ":30", "10:", "-1:00", "+1:00", "1 0:00", "10:00:00",
    "१०:००",
  ])
  func `what is no time is refused`(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test func `a time is written with two digits each`() {
    #expect(TimeOfDay(minutes: 545)?.description == "09:05")
    #expect(TimeOfDay(minutes: 1441) == nil)
    #expect(TimeOfDay(minutes: -1) == nil)
  }
}
