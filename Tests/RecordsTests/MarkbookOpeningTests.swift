import Foundation
import GRDB
import Glibc
import Testing

@testable import Records

@Suite struct MarkbookOpeningTests {
  private let bench = Workbench()

  private func fault(_ access: Markbook.Access) -> MarkbookError.Fault? {
    do {
      _ = try Markbook(existing: bench.file, for: access)
      return nil
    } catch {
      return error.fault
    }
  }

  @Test(arguments: [Markbook.Access.reading, .writing])
  func `a missing markbook is missed and not created`(access: Markbook.Access) {
    #expect(fault(access) == .missing)
    #expect(bench.names == [])
  }

  @Test(arguments: [Markbook.Access.reading, .writing])
  func `an empty file is refused and stays empty`(access: Markbook.Access) throws {
    try bench.write("")
    #expect(fault(access) == .empty)
    #expect(bench.bytes == Data())
  }

  @Test(arguments: [Markbook.Access.reading, .writing])
  func `a text file is refused and stays as it is`(access: Markbook.Access) throws {
    try bench.write("id,name\np01,Ana\n" + String(repeating: "x", count: 5_000))
    let before = bench.bytes
    #expect(fault(access) == .notADatabase)
    #expect(bench.bytes == before)
    #expect(bench.names == ["markbook.sqlite"])
  }

  @Test(arguments: [Markbook.Access.reading, .writing])
  func `another program's database is refused and stays as it is`(
    access: Markbook.Access
  ) throws {
    let queue = try DatabaseQueue(path: bench.file)
    try queue.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
    try queue.close()
    let before = bench.bytes
    #expect(fault(access) == .foreign(application: 0))
    #expect(bench.bytes == before)
  }

  @Test(arguments: [Markbook.Access.reading, .writing])
  func `a newer version is refused and stays as it is`(access: Markbook.Access) throws {
    try Markbook(creatingIfMissing: bench.file).close()
    let queue = try DatabaseQueue(path: bench.file)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    let before = bench.bytes
    #expect(fault(access) == .newer(version: 99, known: Markbook.migrations.count))
    #expect(bench.bytes == before)
    #expect(bench.names == ["markbook.sqlite"])
  }

  @Test func `a folder is no markbook`() throws {
    try FileManager.default.createDirectory(
      atPath: bench.file,
      withIntermediateDirectories: false
    )
    #expect(fault(.writing) == .notAFile)
  }

  @Test func `a device is no markbook`() {
    #expect(throws: MarkbookError(.notAFile, file: "/dev/full")) {
      try Markbook(creatingIfMissing: "/dev/full")
    }
  }

  @Test(arguments: ["no-folder/markbook.sqlite", "markbook.sqlite/below.sqlite"])
  func `a place that cannot hold a file is named as such`(path: String) throws {
    try bench.write("a file, not a folder")
    let file = bench.folder + "/" + path
    let error = #expect(throws: MarkbookError.self) { try Markbook(creatingIfMissing: file) }
    #expect(error?.exitStatus == 73)
  }

  @Test func `a link that leads nowhere is not followed to create a file`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: bench.file,
      withDestinationPath: bench.folder + "/elsewhere"
    )
    #expect(throws: MarkbookError(.notAFile, file: bench.file)) {
      try Markbook(creatingIfMissing: bench.file)
    }
    #expect(bench.names == ["markbook.sqlite"])
  }

  @Test func `a new markbook can be read by its owner only`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.start()
    for name in bench.names {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(bench.folder)/\(name)")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test(arguments: ["über #1?.sqlite", "50% & more.sqlite", "it's \"quoted\".sqlite"])
  func `a path may have any characters`(name: String) throws {
    let file = bench.folder + "/" + name
    _ = try Markbook(creatingIfMissing: file).start()
    #expect(try Markbook(existing: file, for: .reading).attempts().count == 1)
    #expect(bench.names.allSatisfy { $0.hasPrefix(name) })
  }

  @Test func `a commit waits for the disk`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let settings = try markbook.queue.inDatabase { database in
      try ["synchronous", "journal_mode", "foreign_keys", "trusted_schema"].map { name in
        try String.fetchOne(database, sql: "PRAGMA \(name)")
      }
    }
    #expect(settings == ["2", "wal", "1", "0"])
  }

  @Test func `every table is strict, but for the migrator's own`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let lax = try markbook.read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT name FROM pragma_table_list
          WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'
          """
      )
    }
    #expect(lax == ["grdb_migrations"])
  }

  @Test func `a markbook opened for reading takes nothing`() throws {
    _ = try Markbook(creatingIfMissing: bench.file).start()
    let markbook = try Markbook(existing: bench.file, for: .reading)
    #expect(throws: MarkbookError(.unwritable, file: bench.file)) { try markbook.start() }
  }

  @Test func `a folder that may not be written to can still be read from`() async {
    await #expect(processExitsWith: .success) {
      let bench = Workbench()
      let markbook = try Markbook(creatingIfMissing: bench.file)
      _ = try markbook.start()
      markbook.close()
      try Workbench.permit(0o444, on: bench.file)
      try Workbench.permit(0o555, on: bench.folder)
      Workbench.becomeOrdinaryUser()
      #expect(try Markbook(existing: bench.file, for: .reading).attempts().count == 1)
      let error = #expect(throws: MarkbookError.self) {
        try Markbook(existing: bench.file, for: .writing).start()
      }
      #expect(error?.exitStatus == 77)
      #expect(throws: MarkbookError.self) {
        try Markbook(creatingIfMissing: bench.folder + "/new.sqlite")
      }
      #expect(bench.names == ["markbook.sqlite"])
      #expect(seteuid(getuid()) == 0)
      try Workbench.permit(0o755, on: bench.folder)
    }
  }

  @Test func `a log that waits in a read-only folder is not passed over`() async {
    await #expect(processExitsWith: .success) {
      let bench = Workbench()
      let markbook = try Markbook(creatingIfMissing: bench.file)
      _ = try markbook.start()
      try FileManager.default.copyItem(atPath: bench.file, toPath: bench.folder + "/b.sqlite")
      let log = bench.folder + "/b.sqlite-wal"
      try FileManager.default.copyItem(atPath: bench.file + "-wal", toPath: log)
      try Workbench.permit(0o444, on: bench.folder + "/b.sqlite")
      try Workbench.permit(0o444, on: log)
      try Workbench.permit(0o555, on: bench.folder)
      Workbench.becomeOrdinaryUser()
      let error = #expect(throws: MarkbookError.self) {
        try Markbook(existing: bench.folder + "/b.sqlite", for: .reading)
      }
      #expect(error?.fault == .unreadable)
      #expect(seteuid(getuid()) == 0)
      try Workbench.permit(0o755, on: bench.folder)
    }
  }

  @Test func `a file that may not be read is refused as not permitted`() async {
    await #expect(processExitsWith: .success) {
      let bench = Workbench()
      try Markbook(creatingIfMissing: bench.file).close()
      try Workbench.permit(0o755, on: bench.folder)
      try Workbench.permit(0, on: bench.file)
      Workbench.becomeOrdinaryUser()
      let error = #expect(throws: MarkbookError.self) {
        try Markbook(existing: bench.file, for: .reading)
      }
      #expect(error?.exitStatus == 77)
      #expect(seteuid(getuid()) == 0)
    }
  }

  @Test func `of many who create a markbook at once all use the same`() async throws {
    let file = bench.file
    let ids = try await withThrowingTaskGroup(of: String.self) { group in
      for seed in 1...8 {
        group.addTask {
          try Markbook(creatingIfMissing: file).startRepeatedly(seed: UInt64(seed)).id
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    let markbook = try Markbook(existing: file, for: .reading)
    #expect(Set(try markbook.attempts().map(\.id)) == ids)
    #expect(bench.names.filter { $0.contains("new") } == [])
  }
}
