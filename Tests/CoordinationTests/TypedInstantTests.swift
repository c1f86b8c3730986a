import Coordination
import Curricula
import Quizzes
import Testing

/// The dates and times that coordinators type.
@Suite struct TypedInstantTests {
  private let zone: Zone

  init() throws {
    zone = try #require(Zone("America/New_York"))
  }

  private func read(_ text: String, _ end: TypedInstant.End = .first) throws -> String {
    try TypedInstant.read(text, in: zone, dayMeans: end).universal
  }

  @Test(arguments: [
    ("2026-12-24", "2026-12-24T05:00:00Z"), ("2026-12-24 18:00", "2026-12-24T23:00:00Z"),
    ("2026-12-24T18:00", "2026-12-24T23:00:00Z"), ("2026-07-01 9:30", "2026-07-01T13:30:00Z"),
    ("2026-12-24T18:00:00+01:00", "2026-12-24T17:00:00Z"), (" 2026-12-24 ", "2026-12-24T05:00:00Z"),
  ])
  func `a date and a time are those of the programme's zone`(text: String, instant: String) throws {
    #expect(try read(text) == instant)
  }

  @Test func `the end of a day is the beginning of the next`() throws {
    #expect(try read("2026-12-24", .last) == "2026-12-25T05:00:00Z")
  }

  @Test(arguments: [
    "24.12.2026", "2026-02-30", "tomorrow", "", "2026-12-24 25:00", "2026-12-24 18",
  ])
  func `anything else is not an instant`(text: String) {
    #expect(throws: TypedInstant.Fault.unreadable) { try read(text) }
  }

  @Test func `a time that the clocks skip is refused as such`() {
    #expect(throws: TypedInstant.Fault.skipped(zone)) { try read("2026-03-08 02:30") }
  }
}
