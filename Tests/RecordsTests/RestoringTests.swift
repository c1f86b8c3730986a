import Foundation
import GRDB
import Glibc
import Testing

@testable import Records

@Suite struct RestoringTests {
  private let bench = Workbench()

  private var copy: String { bench.folder + "/backup.sqlite" }

  /// A markbook of two events, its backup, and a third event in the markbook alone.
  private func prepared() throws -> (Markbook, Markbook.Backup) {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try markbook.append([.skipped("a")], to: attempt.id, after: 1)
    let backup = try markbook.backup(to: copy)
    try markbook.append([.skipped("a")], to: attempt.id, after: 2)
    return (markbook, backup)
  }

  private func fault(restoring path: String? = nil) -> MarkbookError.Fault? {
    do {
      _ = try Markbook.restore(
        path ?? copy,
        to: bench.file,
        at: .noon,
        patience: Patience(limit: .milliseconds(100))
      )
      return nil
    } catch {
      return error.fault
    }
  }

  /// Expects that the markbook is the backup, whole, and takes more.
  private func expectRestored(_ backup: Markbook.Backup) throws {
    let markbook = try Markbook(existing: bench.file, for: .writing)
    #expect(try backup.heads.allSatisfy { try markbook.head($0.hash) == $0 })
    let attempt = try #require(try markbook.attempts().first)
    #expect(attempt.eventCount == 2)
    try markbook.append([.submitted], to: attempt.id, after: 2)
    guard case .whole = try markbook.verify() else {
      Issue.record("found \(try markbook.verify())")
      return
    }
  }

  @Test func `a file beside which SQLite left its log does not get the markbook's name`() throws {
    let draft = try Draft(of: bench.file)
    defer { draft.discard() }
    let queue = try DatabaseQueue(path: draft.path)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE site (id TEXT)")
    }
    #expect(throws: SystemFailure(code: EIO)) { try draft.takeFreeName() }
    #expect(throws: SystemFailure(code: EIO)) { try draft.replace() }
    #expect(!bench.names.contains("markbook.sqlite"))
    try queue.close()
    try draft.takeFreeName()
    #expect(bench.names == ["markbook.sqlite"])
  }

  @Test func `what was there is kept whole, as one file`() throws {
    let (markbook, backup) = try prepared()
    let head = try markbook.heads()
    markbook.close()
    let restoration = try Markbook.restore(copy, to: bench.file, at: .noon)
    #expect(restoration.backup == backup)
    #expect(
      restoration.kept.map { URL(filePath: $0).lastPathComponent } == [
        "markbook.sqlite.before-restore"
      ]
    )
    #expect(
      bench.names == ["backup.sqlite", "markbook.sqlite", "markbook.sqlite.before-restore"]
    )
    try expectRestored(backup)
    let kept = try Markbook(existing: restoration.kept[0], for: .reading)
    #expect(try kept.heads() == head && kept.wholeCount != nil)
    let again = try Markbook.restore(copy, to: bench.file, at: .noon)
    #expect(again.kept[0].hasSuffix(".before-restore-2"))
  }

  @Test func `a log that waits is taken into what is kept, never into the copy`() throws {
    let (markbook, backup) = try prepared()
    // As after a killed sitting: the newest event is only in the log.
    let other = bench.folder + "/killed"
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: bench.file + ending,
        toPath: other + "/markbook.sqlite" + ending
      )
    }
    let head = try markbook.heads()
    let file = other + "/markbook.sqlite"
    let restoration = try Markbook.restore(copy, to: file, at: .noon)
    #expect(try Markbook(existing: file, for: .writing).attempts().map(\.eventCount) == [2])
    let kept = try Markbook(existing: restoration.kept[0], for: .reading)
    #expect(try kept.heads() == head && kept.wholeCount != nil)
    _ = backup
  }

  @Test func `a damaged markbook is kept as it is, with its log`() throws {
    let (markbook, backup) = try prepared()
    let log = try #require(FileManager.default.contents(atPath: bench.file + "-wal"))
    markbook.close()
    let noise = Data(repeating: 0xA5, count: 60_000)
    try noise.write(to: URL(filePath: bench.file))
    try log.write(to: URL(filePath: bench.file + "-wal"))
    let restoration = try Markbook.restore(copy, to: bench.file, at: .noon)
    #expect(
      restoration.kept.map { URL(filePath: $0).lastPathComponent } == [
        "markbook.sqlite.before-restore", "markbook.sqlite.before-restore-wal",
      ]
    )
    #expect(FileManager.default.contents(atPath: restoration.kept[0]) == noise)
    #expect(FileManager.default.contents(atPath: restoration.kept[1]) == log)
    try expectRestored(backup)
  }

  @Test func `a log whose markbook is missing is set aside`() throws {
    let (markbook, backup) = try prepared()
    let log = try #require(FileManager.default.contents(atPath: bench.file + "-wal"))
    markbook.close()
    try FileManager.default.removeItem(atPath: bench.file)
    try log.write(to: URL(filePath: bench.file + "-wal"))
    let restoration = try Markbook.restore(copy, to: bench.file, at: .noon)
    #expect(
      restoration.kept.map { URL(filePath: $0).lastPathComponent } == [
        "markbook.sqlite.before-restore-wal"
      ]
    )
    try expectRestored(backup)
  }

  @Test(arguments: [nil, ""])
  func `nothing or an empty file gives way`(text: String?) throws {
    let (markbook, backup) = try prepared()
    markbook.close()
    try FileManager.default.removeItem(atPath: bench.file)
    if let text { try bench.write(text) }
    let restoration = try Markbook.restore(copy, to: bench.file, at: .noon)
    #expect(restoration.kept.count == (text == nil ? 0 : 1))
    try expectRestored(backup)
  }

  @Test(arguments: [Markbook.Access.reading, .writing])
  func `while a program has the markbook open nothing is changed`(
    access: Markbook.Access
  ) throws {
    let (first, _) = try prepared()
    let head = try first.heads()
    first.close()
    let markbook = try Markbook(existing: bench.file, for: access)
    #expect(try markbook.heads() == head)
    #expect(fault() == .inUse)
    #expect(try markbook.heads() == head)
    markbook.close()
    #expect(try Markbook(existing: bench.file, for: .writing).heads() == head)
    #expect(!bench.names.contains { $0.contains("before-restore") || $0.contains("draft") })
  }

  /// What is wrong with a backup, and what is said.
  private static let unusable: [(name: String, make: @Sendable (String) throws -> Void)] = [
    ("empty", { try Data().write(to: URL(filePath: $0)) }),
    ("text", { try Data("id,name\n".utf8).write(to: URL(filePath: $0)) }),
    (
      "foreign",
      { path in
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
        try queue.close()
      }
    ),
    ("half", { try change($0) { $0.prefix($0.count / 2) } }),
    ("newer", { try change($0) { $0.prefix(60) + [0, 0, 3, 231] + $0.dropFirst(64) } }),
    (
      "noise",
      {
        try change($0) {
          $0.prefix(8_192) + Data(repeating: 7, count: 4_096) + $0.dropFirst(12_288)
        }
      }
    ),
  ]

  private static func change(_ path: String, _ body: (Data) -> Data) throws {
    let whole = try #require(FileManager.default.contents(atPath: path))
    try Data(body(whole)).write(to: URL(filePath: path))
  }

  @Test(arguments: unusable.map(\.name))
  func `what is no whole backup is refused, and nothing is changed`(name: String) throws {
    let (markbook, _) = try prepared()
    markbook.close()
    let before = bench.bytes
    let make = try #require(Self.unusable.first { $0.name == name }?.make)
    if ["empty", "text", "foreign"].contains(name) {
      try FileManager.default.removeItem(atPath: copy)
    }
    try make(copy)
    let error = #expect(throws: MarkbookError.self) {
      try Markbook.restore(copy, to: bench.file, at: .noon)
    }
    guard case .unusableBackup? = error?.fault else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(error?.exitStatus == 65)
    #expect(error?.file == copy)
    #expect(bench.bytes == before)
    #expect(!bench.names.contains { $0.contains("before-restore") || $0.contains("draft") })
  }

  @Test func `a missing backup, a folder and the markbook itself are refused`() throws {
    let (markbook, _) = try prepared()
    markbook.close()
    let before = bench.bytes
    #expect(fault(restoring: bench.folder + "/none") == .unusableBackup(.missing))
    #expect(fault(restoring: bench.folder) == .unusableBackup(.notAFile))
    #expect(fault(restoring: bench.file) == .itself)
    #expect(bench.bytes == before)
  }

  @Test func `another program's database gives no way`() throws {
    let (markbook, _) = try prepared()
    markbook.close()
    try FileManager.default.removeItem(atPath: bench.file)
    let queue = try DatabaseQueue(path: bench.file)
    try queue.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
    try queue.close()
    let before = bench.bytes
    #expect(fault() == .foreign(application: 0))
    #expect(bench.bytes == before)
  }

  @Test func `a backup of an older version is restored, and migrated when it is written to`() throws
  {
    let old = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/version-4.markbook").path(percentEncoded: false)
    let restoration = try Markbook.restore(old, to: bench.file, at: .noon)
    #expect(restoration.backup.records > 25)
    let markbook = try Markbook(existing: bench.file, for: .writing)
    guard case .whole = try markbook.verify() else {
      Issue.record("found \(try markbook.verify())")
      return
    }
    #expect(try markbook.roster().count == 3)
  }

  @Test func `a disk that is full changes nothing`() async {
    await #expect(processExitsWith: .success) {
      let bench = Workbench()
      let markbook = try Markbook(creatingIfMissing: bench.file)
      _ = try markbook.start()
      let copy = bench.folder + "/backup.sqlite"
      _ = try markbook.backup(to: copy)
      let head = try markbook.heads()
      markbook.close()
      Workbench.limitFileSize(to: 40_000)
      let error = #expect(throws: MarkbookError.self) {
        try Markbook.restore(copy, to: bench.file, at: .noon)
      }
      #expect(error?.exitStatus == 74)
      #expect(bench.names == ["backup.sqlite", "markbook.sqlite"])
      #expect(try Markbook(existing: bench.file, for: .reading).heads() == head)
    }
  }

  @Test func `a folder that is only for reading is left as it is`() async {
    await #expect(processExitsWith: .success) {
      let bench = Workbench()
      let markbook = try Markbook(creatingIfMissing: bench.file)
      _ = try markbook.start()
      let copy = bench.folder + "/backup.sqlite"
      _ = try markbook.backup(to: copy)
      markbook.close()
      for path in [copy, bench.file] { try Workbench.permit(0o644, on: path) }
      try Workbench.permit(0o555, on: bench.folder)
      Workbench.becomeOrdinaryUser()
      let error = #expect(throws: MarkbookError.self) {
        try Markbook.restore(copy, to: bench.file, at: .noon)
      }
      #expect(error?.exitStatus == 73)
      #expect(bench.names == ["backup.sqlite", "markbook.sqlite"])
      #expect(seteuid(getuid()) == 0)
      try Workbench.permit(0o755, on: bench.folder)
    }
  }

  @Test func `a backup made while forty record is whole, and a beginning of the record`()
    async throws
  {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let (file, folder) = (bench.file, bench.folder)
    let backups = try await withThrowingTaskGroup(of: Markbook.Backup?.self) { group in
      for seed in 1...40 {
        group.addTask {
          let own = try Markbook(existing: file, for: .writing)
          let attempt = try own.startRepeatedly(seed: UInt64(seed))
          for count in 1...5 {
            try own.append([.skipped("a")], to: attempt.id, after: count)
          }
          return nil
        }
      }
      for number in 1...4 {
        group.addTask {
          try await Task.sleep(for: .milliseconds(200 * number))
          return try Markbook(existing: file, for: .reading).backup(to: "\(folder)/\(number)")
        }
      }
      return try await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
    }
    #expect(backups.count == 4)
    for backup in backups {
      let head = try #require(backup.heads.first)
      #expect(try markbook.head(head.hash) == head)
      #expect(head.position == backup.records)
    }
    #expect(try markbook.wholeCount == 241)
    // The log of the killed forty stays next to it, and is not taken into the copy.
    let log = try #require(FileManager.default.contents(atPath: file + "-wal"))
    markbook.close()
    try log.write(to: URL(filePath: file + "-wal"))
    _ = try Markbook.restore("\(folder)/1", to: file, at: .noon)
    let restored = try Markbook(existing: file, for: .writing)
    let first = try Markbook(existing: "\(folder)/1", for: .reading)
    #expect(try first.heads().allSatisfy { try restored.head($0.hash) == $0 })
    #expect(try restored.attempts() == first.attempts())
  }
}
