import Foundation
import GRDB
import Quizzes
import Testing

@testable import Records

@Suite struct UpgradeTests {
  private let bench = Workbench()

  private func expectEverything(_ markbook: Markbook) throws {
    #expect(try markbook.roster().map(\.id) == ["p01", "p02"])
    #expect(try markbook.participant("p01")?.extraTime == 1.5)
    #expect(try markbook.attempts().map(\.id) == VersionFour.attempts)
    #expect(try markbook.attempts(of: "week-01", by: "p02").map(\.isSubmitted) == [true])
    for (id, participant) in zip(VersionFour.attempts, ["p01", "p02"]) {
      #expect(try markbook.events(of: id) == VersionFour.events(participant))
    }
    let text = try markbook.text(ofVersion: Markbook.version(of: VersionFour.text))
    #expect(text == VersionFour.text)
    let exception = try markbook.override(for: "p02", at: "week-01").what
    #expect(exception.attempts == 3)
    #expect(exception.extraTime == Rational(5, over: 4))
    #expect(exception.timeLimit == .seconds(600))
    #expect(try markbook.revisions(of: "course").map(\.content) == ["[]"])
  }

  @Test func `a markbook of version 4 is upgraded with everything in it, and is whole`() throws {
    let head = try VersionFour(bench.file).write()
    let markbook = try Markbook(existing: bench.file, for: .writing)
    try expectEverything(markbook)
    #expect(try markbook.wholeCount == 11)
    #expect(bench.names.contains("markbook.sqlite.version-4"))
    let old = try #require(try markbook.head(head))
    #expect((old.site, old.position) == ("", 6))
  }

  @Test func `a markbook of version 4 is read without being changed`() throws {
    let head = try VersionFour(bench.file).write()
    let before = bench.bytes
    let markbook = try Markbook(existing: bench.file, for: .reading)
    try expectEverything(markbook)
    #expect(try markbook.heads().map(\.description) == [head])
    markbook.close()
    #expect(bench.bytes == before)
  }

  @Test(arguments: 1...6)
  func `a change in the events of version 4 shows in the old chain too`(position: Int) throws {
    try VersionFour(bench.file).write()
    let queue = try DatabaseQueue(path: bench.file)
    try queue.write { database in
      try database.execute(
        sql: """
          DROP TRIGGER event_is_final;
          UPDATE event SET milliseconds = milliseconds + 1 WHERE position = \(position);
          CREATE TRIGGER event_is_final BEFORE UPDATE ON event
          BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
          """
      )
    }
    try queue.close()
    let markbook = try Markbook(existing: bench.file, for: .writing)
    #expect(try markbook.verify() == .wrong(.former(position: position)))
  }

  @Test func `an empty markbook of version 4 is upgraded`() throws {
    let queue = try DatabaseQueue(path: bench.file)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA application_id = \(Markbook.application)")
    }
    try Markbook.migrate(queue, by: Array(Markbook.migrations.prefix(4)))
    try queue.close()
    let markbook = try Markbook(existing: bench.file, for: .writing)
    #expect(try markbook.wholeCount == 1)
    _ = try markbook.start()
    #expect(try markbook.wholeCount == 3)
  }
}
