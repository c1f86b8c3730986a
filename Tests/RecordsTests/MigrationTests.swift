import Foundation
import GRDB
import Testing

@testable import Records

@Suite struct MigrationTests {
  private let bench = Workbench()

  private func open(by migrations: [Markbook.Migration]) throws -> Markbook {
    try Markbook(
      existing: bench.file,
      for: .writing,
      patience: Patience(),
      migrations: migrations
    )
  }

  private static let remark = Markbook.Migration(name: "0006 keep a remark") { database in
    try database.execute(sql: "ALTER TABLE text ADD COLUMN remark TEXT NOT NULL DEFAULT ''")
  }

  @Test func `names of migrations are numbered from one without gaps`() {
    for (index, migration) in Markbook.migrations.enumerated() {
      #expect(migration.name.hasPrefix(String(format: "%04d ", index + 1)))
    }
  }

  @Test func `a new markbook has the present version`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let version = try markbook.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(version == Markbook.migrations.count)
  }

  @Test func `an older markbook is brought up to date and kept as it was`() throws {
    _ = try Markbook(creatingIfMissing: bench.file).start()
    let present = Markbook.migrations.count
    let markbook = try open(by: Markbook.migrations + [Self.remark])
    #expect(try markbook.attempts().count == 1)
    let version = try markbook.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(version == present + 1)
    let copy = try Markbook(existing: bench.file + ".version-\(present)", for: .reading)
    #expect(try copy.heads() == markbook.heads())
    let attributes = try FileManager.default.attributesOfItem(atPath: copy.file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `a migration that fails leaves the markbook as it was`() throws {
    let attempt = try Markbook(creatingIfMissing: bench.file).start()
    let failing = Markbook.Migration(name: "9999 fail half way") { database in
      try database.execute(sql: "CREATE TABLE half (id TEXT) STRICT; SELECT nothing FROM nowhere")
    }
    #expect(throws: MarkbookError.self) { try open(by: Markbook.migrations + [failing]) }
    let markbook = try Markbook(existing: bench.file, for: .writing)
    #expect(try markbook.attempts() == [attempt])
    #expect(try markbook.read { try $0.tableExists("half") } == false)
  }
}
