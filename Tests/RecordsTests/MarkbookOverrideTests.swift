import Foundation
import GRDB
import Quizzes
import Testing

@testable import Records

@Suite struct MarkbookOverrideTests {
  private let bench = Workbench()

  private static func override(
    _ what: Override,
    for participant: String = "p01",
    at quiz: String? = nil,
    because reason: String = "certificate of 3 March"
  ) -> RecordedOverride {
    RecordedOverride(
      for: participant,
      at: quiz,
      what,
      because: reason,
      by: "coordinator",
      at: .noon
    )
  }

  private func markbook() throws -> Markbook {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.importRoster(Roster(participants: [.ana]), at: .noon)
    return markbook
  }

  @Test func `an override comes back as it was recorded, with who and why`() throws {
    let markbook = try markbook()
    let given = Self.override(
      Override(
        extraTime: Rational(5, over: 4),
        opens: .noon,
        closes: Timestamp(milliseconds: Timestamp.noon.milliseconds + 3_600_000),
        timeLimit: .seconds(5_400),
        attempts: 3
      ),
      at: "week-01"
    )
    try markbook.record(given)
    #expect(try markbook.overrides() == [given])
    #expect(try markbook.overrides(for: "p01") == [given])
    #expect(try markbook.overrides(for: "p02") == [])
  }

  @Test func `the reason for opening a quiz after its answers were shown is kept beside`() throws {
    let markbook = try markbook()
    var given = Self.override(Override(attempts: 2), at: "week-01", because: "power cut")
    given.despite = "sits alone in the office"
    try markbook.record(given)
    #expect(try markbook.overrides() == [given])
  }

  @Test func `one for the quiz counts before one for all, and later before earlier`() throws {
    let markbook = try markbook()
    try markbook.record(Self.override(Override(attempts: 4), at: "week-01", because: "first"))
    try markbook.record(Self.override(Override(extraTime: 2, attempts: 9), because: "second"))
    try markbook.record(Self.override(Override(attempts: 5), at: "week-01", because: "third"))
    try markbook.record(Self.override(Override(attempts: 7), at: "week-02", because: "fourth"))
    let (what, last) = try markbook.override(for: "p01", at: "week-01")
    #expect(what == Override(extraTime: 2, attempts: 5))
    #expect(last?.reason == "third")
    #expect(try markbook.override(for: "p01", at: "week-03").what.attempts == 9)
  }

  @Test func `nobody outside the roster is given anything`() throws {
    let markbook = try markbook()
    #expect(throws: MarkbookError(.unknownParticipant("p99"), file: bench.file)) {
      try markbook.record(Self.override(Override(attempts: 2), for: "p99"))
    }
    #expect(try markbook.overrides().isEmpty)
  }

  @Test func `an override without a reason or out of range is refused by the file itself`() throws {
    let markbook = try markbook()
    #expect(throws: MarkbookError.self) {
      try markbook.record(Self.override(Override(attempts: 2), because: ""))
    }
    #expect(throws: MarkbookError.self) {
      try markbook.record(Self.override(Override(extraTime: 11)))
    }
    #expect(throws: MarkbookError.self) {
      try markbook.record(Self.override(Override(attempts: 0)))
    }
    #expect(try markbook.overrides().isEmpty)
  }
}
