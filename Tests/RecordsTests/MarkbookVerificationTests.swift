import Chance
import Foundation
import GRDB
import Quizzes
import Testing

@testable import Records

@Suite struct MarkbookVerificationTests {
  private let bench = Workbench()

  /// A markbook with something in every table: a roster, an attempt with a mark, an exception, a
  /// revision, somebody forgotten, and events of an older version.
  private func full() throws -> Markbook {
    try VersionFour(bench.file).write()
    let markbook = try Markbook(existing: bench.file, for: .writing)
    let roster = Roster(participants: [.ana, Participant(id: "p09", name: "Old")])
    _ = try markbook.importRoster(roster, at: .noon)
    let attempt = try markbook.start(seed: 9)
    try markbook.append([.skipped("a"), .submitted], to: attempt.id, after: 1)
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
    try markbook.publish("[1]", of: Programme(curriculum: "course"), as: 2, at: 0)
    _ = try markbook.forget("p09", at: .noon)
    return markbook
  }

  /// The bytes of such a markbook, and what is recorded in it.
  private static let made = Result {
    let tests = Self()
    let markbook = try tests.full()
    let contents = try tests.contents(markbook)
    markbook.close()
    return (bytes: try #require(tests.bench.bytes), contents: contents)
  }

  @Test func `a markbook nobody meddled with is whole`() throws {
    let markbook = try full()
    guard case .whole(let extent) = try markbook.verify() else {
      Issue.record("found \(try markbook.verify())")
      return
    }
    #expect(extent.heads == (try markbook.heads()))
    #expect(extent.records == extent.heads.first?.position)
    #expect(extent.forgotten == 1)
  }

  @Test func `one changed value in any column of any table is found`() throws {
    let markbook = try full()
    let columns = try markbook.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT tables.name AS name, columns.name AS column, columns.type AS type
          FROM pragma_table_list AS tables JOIN pragma_table_info(tables.name) AS columns
          WHERE tables.schema = 'main' AND tables.type = 'table'
            AND tables.name NOT LIKE 'sqlite%'
          """
      )
    }
    #expect(columns.count > 18)
    markbook.close()
    let bytes = try #require(bench.bytes)
    for column in columns {
      let (table, name) = (column["name"] as String, column["column"] as String)
      let count = try rows(of: table)
      for row in 0..<count {
        try bytes.write(to: URL(filePath: bench.file))
        let meddled = try Markbook(existing: bench.file, for: .writing)
        let value = (column["type"] as String) == "INTEGER" ? "+ 1" : "|| '0'"
        let text = (column["type"] as String) == "BLOB" ? "CAST(x'00' || \(name) AS BLOB)" : ""
        let target = "(SELECT rowid FROM \(table) ORDER BY rowid LIMIT 1 OFFSET \(row))"
        try meddled.meddle(
          """
          UPDATE OR IGNORE \(table) SET "\(name)" = \(text.isEmpty ? "\"\(name)\" \(value)" : text)
          WHERE rowid = \(target) AND "\(name)" IS NOT NULL
          """
        )
        let changed = try meddled.read { try Int.fetchOne($0, sql: "SELECT changes()") } ?? 0
        guard changed > 0 else { continue }
        guard case .wrong = try meddled.verify() else {
          Issue.record("\(table).\(name) of row \(row) was changed, and nobody noticed")
          continue
        }
        meddled.close()
      }
    }
  }

  private func rows(of table: String) throws -> Int {
    try Markbook(existing: bench.file, for: .reading).read { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
  }

  @Test(arguments: [
    ("UPDATE record SET milliseconds = milliseconds + 1 WHERE position = 3", "altered record"),
    ("UPDATE record SET private = private || ' ' WHERE position = 4", "altered secret"),
    ("UPDATE record SET private = NULL, salt = NULL WHERE position = 2", "erased untold"),
    ("DELETE FROM record WHERE position = 3", "missing"),
    ("UPDATE text SET text = 'quiz: two'", "altered text"),
    ("DELETE FROM text", "missing text"),
    ("DROP TRIGGER record_stays", "schema"),
    ("UPDATE site SET id = substr(id, 2) || 'x'", "site"),
    ("PRAGMA user_version = 4", "setting"),
  ])
  func `what was meddled with is named`(statement: String, expected: String) throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    for count in 1...4 {
      try markbook.append([.skipped("a")], to: attempt.id, after: count)
    }
    let site = try #require(try markbook.onlyHead?.site)
    if statement.hasPrefix("DROP") {
      try markbook.queue.writeWithoutTransaction { try $0.execute(sql: statement) }
    } else {
      try markbook.meddle(statement)
    }
    let problems: [String: Verification.Problem] = [
      "altered record": .alteredRecord(site: site, position: 3),
      "altered secret": .alteredSecret(site: site, position: 4),
      "erased untold": .erasedUntold(site: site, position: 2),
      "missing": .missingRecord(site: site, position: 3),
      "altered text": .alteredText(version: attempt.version),
      "missing text": .missingText(version: attempt.version),
      "schema": .schema("record_stays"),
      "site": .site,
      "setting": .setting("user_version"),
    ]
    #expect(try markbook.verify() == problems[expected].map { .wrong($0) })
    #expect(try markbook.verify(.exports) == problems[expected].map { .wrong($0) })
  }

  @Test func `of many records of which several were altered the first is named`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    let skips = (0..<6_000).map { _ in Event.skipped("a") }
    try markbook.append(skips, to: attempt.id, after: 1)
    try markbook.meddle("UPDATE record SET milliseconds = 1 WHERE position IN (2100, 4200, 5999)")
    let site = try #require(try markbook.onlyHead?.site)
    #expect(
      try markbook.verify(.exports) == .wrong(.alteredRecord(site: site, position: 2_100))
    )
    try markbook.meddle("DELETE FROM record WHERE position = 1999")
    #expect(
      try markbook.verify(.exports) == .wrong(.missingRecord(site: site, position: 1_999))
    )
  }

  @Test func `rows may lie in the table in any order`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try markbook.append((0..<9).map { _ in Event.skipped("a") }, to: attempt.id, after: 1)
    try markbook.meddle("UPDATE record SET rowid = 100 - rowid WHERE position IN (3, 4, 7)")
    guard case .whole(let extent) = try markbook.verify() else {
      Issue.record("\(try markbook.verify())")
      return
    }
    #expect(extent.heads == (try markbook.heads()))
    let site = try #require(try markbook.onlyHead?.site)
    try markbook.meddle("UPDATE record SET milliseconds = 1 WHERE position IN (4, 8)")
    #expect(try markbook.verify(.exports) == .wrong(.alteredRecord(site: site, position: 4)))
  }

  @Test func `who verifies hears how many records of how many have been read`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try markbook.append((0..<3_000).map { _ in Event.skipped("a") }, to: attempt.id, after: 1)
    let records = try #require(try markbook.onlyHead?.position)
    var heard: [Int] = []
    let verification = try markbook.verify(.exports) { read, count in
      heard.append(read)
      #expect(count == records)
    }
    guard case .whole(let extent) = verification else {
      Issue.record("\(verification)")
      return
    }
    #expect(extent.records == records)
    #expect(heard == heard.sorted())
    #expect(heard.first == 0)
    #expect(heard.last == records)
  }

  @Test func `an altered response is refused where it is read`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try markbook.append([.skipped("a")], to: attempt.id, after: 1)
    try markbook.meddle("UPDATE record SET private = '{\"item\":\"b\"}' WHERE position = 4")
    let error = #expect(throws: MarkbookError.self) { try markbook.events(of: attempt.id) }
    #expect(error?.exitStatus == 65)
    #expect(error?.description.contains("record 4 of site") == true)
  }

  @Test func `nothing is recorded after a last record that was altered`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try markbook.meddle("UPDATE record SET milliseconds = 1 WHERE position = 3")
    #expect(throws: MarkbookError.self) {
      try markbook.append([.skipped("a")], to: attempt.id, after: 1)
    }
  }

  @Test func `records cut off at the end leave a head that is known no more`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try markbook.append([.skipped("a")], to: attempt.id, after: 1)
    let exported = try #require(try markbook.onlyHead)
    #expect(try markbook.head(exported.hash) == exported)
    try markbook.meddle("DELETE FROM record WHERE position = 4")
    #expect(try markbook.head(exported.hash) == nil)
    #expect(try markbook.head("no hash") == nil)
  }

  @Test func `records of a kind that is not known are checked like others`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try markbook.write { database in
      try Markbook.record(
        [
          .init(
            kind: "attempt/dreamt",
            subject: attempt.id,
            sequence: 2,
            milliseconds: 5,
            secret: "{}"
          ),
          .init(kind: "certificate/issued", subject: "c", sequence: 1, milliseconds: 6),
        ],
        database
      )
    }
    #expect(try markbook.wholeCount == 5)
    try markbook.meddle("UPDATE record SET milliseconds = 7 WHERE position = 5")
    #expect(try markbook.wholeCount == nil)
  }

  @Test func `an attempt that cannot have happened is named`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try markbook.append([.submitted, .skipped("a")], to: attempt.id, after: 1)
    guard case .wrong(.attempt(attempt.id, _)) = try markbook.verify() else {
      Issue.record("found \(try markbook.verify())")
      return
    }
  }

  @Test(arguments: 0..<200)
  func `a flipped bit is found or changes nothing that was recorded`(number: Int) throws {
    let before = try Self.made.get().contents
    var bytes = try Self.made.get().bytes
    var chance = SplitMix64(seed: UInt64(number) &* 7_919 &+ 3)
    _ = chance.next()
    let place = Int.random(in: 0..<bytes.count, using: &chance)
    bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &chance)
    try write(bytes)
    try expectFoundOrHarmless(before)
  }

  @Test(arguments: 0..<40)
  func `a page overwritten with noise is found without a crash`(number: Int) throws {
    let before = try Self.made.get().contents
    var bytes = try Self.made.get().bytes
    let page = number % (bytes.count / 4_096)
    var chance = SplitMix64(seed: UInt64(number) &+ 11)
    for index in page * 4_096..<(page + 1) * 4_096 {
      bytes[index] = UInt8.random(in: 0...255, using: &chance)
    }
    try write(bytes)
    try expectFoundOrHarmless(before)
  }

  @Test func `a truncated file is found`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.start()
    markbook.close()
    let bytes = try #require(bench.bytes)
    try bytes.prefix(3 * 4_096 + 7).write(to: URL(filePath: bench.file))
    try expectFoundOrHarmless([])
  }

  /// Writes the markbook's file, as only its owner may read it.
  private func write(_ bytes: Data) throws {
    try bytes.write(to: URL(filePath: bench.file))
    try Workbench.permit(0o600, on: bench.file)
  }

  /// A value in a row of a table.
  private struct Field: Equatable {
    let column: String
    let value: DatabaseValue
  }

  private func contents(_ markbook: Markbook) throws -> [[Field]] {
    try markbook.read { database in
      try ["record", "text", "former", "site"].flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1, 2").map { row in
          row.map { Field(column: $0.0, value: $0.1) }
        }
      }
    }
  }

  /// Expects that damage is found when the markbook is opened or checked, or that it is all there.
  private func expectFoundOrHarmless(_ before: [[Field]]) throws {
    do {
      let markbook = try Markbook(existing: bench.file, for: .reading)
      guard case .whole = try markbook.verify() else { return }
      #expect(try contents(markbook) == before)
    } catch let error as MarkbookError {
      #expect(error.exitStatus != 0)
    }
  }
}
