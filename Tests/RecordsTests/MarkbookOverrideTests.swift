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
    _ = try markbook.importRoster(Roster(participants: [.ana]))
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

  @Test func `an override is neither changed nor removed`() throws {
    let markbook = try markbook()
    try markbook.record(Self.override(Override(attempts: 2)))
    for statement in ["DELETE FROM override", "UPDATE override SET attempts = 9"] {
      #expect(throws: MarkbookError.self) {
        try markbook.write { try $0.execute(sql: statement) }
      }
    }
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

@Suite struct OlderMarkbookTests {
  private let bench = Workbench()

  /// A markbook as the first version left it, with an attempt.
  private func first() throws {
    _ = try Markbook(creatingIfMissing: bench.file).start()
    let queue = try DatabaseQueue(path: bench.file)
    try queue.write { database in
      try database.execute(
        sql: """
          DROP TABLE override; DROP TABLE review; DROP TABLE revision;
          DELETE FROM grdb_migrations WHERE identifier NOT LIKE '0001%';
          PRAGMA user_version = 1;
          """
      )
    }
    try queue.close()
  }

  @Test func `a markbook of the first version is read without being changed`() throws {
    try first()
    let markbook = try Markbook(existing: bench.file, for: .reading)
    #expect(try markbook.attempts().count == 1)
    #expect(try markbook.overrides().isEmpty)
    #expect(try markbook.override(for: "p01", at: "week-01").what == Override())
    #expect(try markbook.reviewSchedule(of: "p01").standings.isEmpty)
    let version = try markbook.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(version == 1)
  }

  @Test func `a markbook of the first version is brought up to date, attempts and all`() throws {
    try first()
    let markbook = try Markbook(existing: bench.file, for: .writing)
    let attempt = try #require(try markbook.attempts().first)
    #expect(attempt.sitter == "p01")
    try markbook.append([.submitted], to: attempt.id, after: 1)
    try markbook.record(
      RecordedOverride(
        for: "p01",
        at: nil,
        Override(attempts: 2),
        because: "power cut",
        by: "coordinator",
        at: .noon
      )
    )
    #expect(try markbook.overrides().count == 1)
    #expect(try markbook.verify() == .whole(events: 2, head: markbook.head()))
  }
}
