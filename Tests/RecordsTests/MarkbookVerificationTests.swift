import Foundation
import GRDB
import Glibc
import Quizzes
import Testing

@testable import Records

@Suite struct MarkbookVerificationTests {
  private let bench = Workbench()

  /// A markbook with five events of one attempt, into which the statements then meddle.
  private func meddled(_ statements: String) throws -> (Markbook, RecordedAttempt) {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    for count in 1...4 {
      try markbook.append([.skipped("item-\(count)")], to: attempt.id, after: count)
    }
    try markbook.queue.writeWithoutTransaction { database in
      for trigger in try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
      ) {
        try database.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try database.execute(sql: "PRAGMA foreign_keys = OFF; \(statements)")
    }
    return (markbook, attempt)
  }

  @Test func `a markbook nobody meddled with is whole`() throws {
    let (markbook, _) = try meddled("")
    #expect(try markbook.verify() == .whole(events: 5, head: markbook.head()))
  }

  @Test func `the hash of a known event is the one computed by hand from its fields`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    let first = try markbook.head()
    try markbook.append([.skipped("a")], to: attempt.id, after: 1)
    let fields = [attempt.id, "2", "skipped", "1774353600000", "{\"item\":\"a\"}"]
    var message = stride(from: 0, to: 64, by: 2).compactMap { start in
      UInt8(first.dropFirst(start).prefix(2), radix: 16)
    }
    for field in fields {
      message += [0, 0, 0, 0, 0, 0, 0, UInt8(field.utf8.count)] + Array(field.utf8)
    }
    #expect(try markbook.head() == SHA256(of: message).hexadecimal)
  }

  @Test(arguments: [
    ("UPDATE event SET payload = '{\"item\":\"item-9\"}' WHERE position = 3", 3),
    ("UPDATE event SET milliseconds = milliseconds + 1 WHERE position = 4", 4),
    ("UPDATE event SET kind = 'moved' WHERE position = 2", 2),
    ("DELETE FROM event WHERE position = 3", 3),
    ("UPDATE event SET sequence = sequence + 10, position = position + 10 WHERE position = 5", 5),
    ("UPDATE attempt SET kind = 'practice'", 1),
    ("UPDATE attempt SET number = 2", 1),
    ("UPDATE attempt SET participant = NULL, kind = 'practice'", 1),
    ("DELETE FROM attempt", 1),
  ])
  func `the first broken link is found`(statement: String, position: Int) throws {
    let (markbook, attempt) = try meddled(statement)
    guard case .broken(position, attempt.id, _) = try markbook.verify() else {
      Issue.record("found \(try markbook.verify())")
      return
    }
  }

  @Test func `the altered text of a quiz is found`() throws {
    let (markbook, attempt) = try meddled("UPDATE quiz_version SET text = 'quiz: two'")
    #expect(try markbook.verify() == .alteredQuiz(version: attempt.version))
  }

  @Test func `events cut off at the end show in a head that is known no more`() throws {
    let (markbook, _) = try meddled("")
    let exported = try markbook.head()
    #expect(try markbook.position(ofHead: exported) == 5)
    try markbook.write { try $0.execute(sql: "DELETE FROM event WHERE position = 5") }
    #expect(try markbook.verify() != .whole(events: 5, head: exported))
    #expect(try markbook.position(ofHead: exported) == nil)
    #expect(try markbook.position(ofHead: Chain.origin) == 0)
  }

  @Test(arguments: 1..<8)
  func `a page overwritten with noise is found without a crash`(page: Int) throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.start()
    markbook.close()
    var bytes = try #require(bench.bytes)
    #expect(bytes.count > 8 * 4_096)
    var chance = Chance(state: UInt64(page))
    for index in page * 4_096..<(page + 1) * 4_096 {
      bytes[index] = UInt8.random(in: 0...255, using: &chance)
    }
    try bytes.write(to: URL(filePath: bench.file))
    try expectDamage()
  }

  @Test func `a truncated file is found`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.start()
    markbook.close()
    let bytes = try #require(bench.bytes)
    try bytes.prefix(3 * 4_096 + 7).write(to: URL(filePath: bench.file))
    try expectDamage()
  }

  /// Expects that the damage is found when the markbook is opened or when it is checked.
  private func expectDamage() throws {
    let found: Markbook.Verification
    do {
      found = try Markbook(existing: bench.file, for: .reading).verify()
    } catch {
      #expect(error.exitStatus == 65)
      return
    }
    guard case .damaged = found else {
      Issue.record("found \(found)")
      return
    }
  }
}
