import Foundation
import GRDB
import Glibc
import Testing

@testable import Records

@Suite struct BackupTests {
  private let bench = Workbench()

  private var copy: String { bench.folder + "/backup.sqlite" }

  private func recorded(events: Int = 3) throws -> Markbook {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    for count in 1..<events {
      try markbook.append([.skipped("a")], to: attempt.id, after: count)
    }
    return markbook
  }

  private func fault(of body: () throws -> Void) -> MarkbookError.Fault? {
    do {
      try body()
      return nil
    } catch {
      return (error as? MarkbookError)?.fault
    }
  }

  @Test func `a backup is the whole markbook in one file that only its owner reads`() throws {
    let markbook = try recorded()
    let backup = try markbook.backup(to: copy)
    #expect(backup.records == 5)
    #expect(try backup.heads == markbook.heads())
    let attributes = try FileManager.default.attributesOfItem(atPath: copy)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    markbook.close()
    #expect(bench.names == ["backup.sqlite", "markbook.sqlite"])
    let opened = try Markbook(existing: copy, for: .reading)
    #expect(try opened.wholeCount == 5)
    #expect(try opened.roster() == [.ana])
  }

  @Test func `a file that is there is replaced only when that is wanted`() throws {
    let markbook = try recorded()
    try Data("notes".utf8).write(to: URL(filePath: copy))
    #expect(fault { _ = try markbook.backup(to: copy) } == .inTheWay([]))
    #expect(FileManager.default.contents(atPath: copy) == Data("notes".utf8))
    #expect(try markbook.backup(to: copy, replacing: true).records == 5)
  }

  @Test(arguments: ["markbook.sqlite", "markbook.sqlite-wal", "link.sqlite", "hard.sqlite"])
  func `the markbook itself is never the backup`(name: String) throws {
    let markbook = try recorded()
    let folder = bench.folder
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link.sqlite",
      withDestinationPath: bench.file
    )
    try FileManager.default.linkItem(atPath: bench.file, toPath: folder + "/hard.sqlite")
    #expect(fault { _ = try markbook.backup(to: "\(folder)/\(name)", replacing: true) } == .itself)
    #expect(try markbook.wholeCount == 5)
  }

  @Test func `a log of another file is not left next to a backup`() throws {
    let markbook = try recorded()
    try Data("log".utf8).write(to: URL(filePath: copy + "-wal"))
    let found = fault { _ = try markbook.backup(to: copy, replacing: true) }
    #expect(found == .inTheWay(["backup.sqlite-wal"]))
  }

  @Test(arguments: ["", "no-folder/backup.sqlite", "notes.txt/backup.sqlite"])
  func `a place that cannot have a backup is named, and nothing stays there`(
    name: String
  ) throws {
    let markbook = try recorded()
    try Data("notes".utf8).write(to: URL(filePath: bench.folder + "/notes.txt"))
    let before = bench.names
    let error = #expect(throws: MarkbookError.self) {
      try markbook.backup(to: "\(bench.folder)/\(name)", replacing: true)
    }
    #expect(error?.exitStatus == 73)
    #expect(bench.names == before)
  }

  @Test func `a backup that finds no room leaves nothing and names the place`() async {
    await #expect(processExitsWith: .success) {
      let bench = Workbench()
      let markbook = try Markbook(creatingIfMissing: bench.file)
      _ = try markbook.start()
      Workbench.limitFileSize(to: 40_000)
      let destination = bench.folder + "/backup.sqlite"
      let error = #expect(throws: MarkbookError.self) { try markbook.backup(to: destination) }
      #expect(error?.exitStatus == 74)
      #expect(bench.names.filter { $0.hasPrefix("backup") } == [])
      #expect(try markbook.attempts().count == 1)
    }
  }

  @Test func `a folder that is only for reading takes no backup, but gives one`() async {
    await #expect(processExitsWith: .success) {
      let (bench, other) = (Workbench(), Workbench())
      let markbook = try Markbook(creatingIfMissing: bench.file)
      _ = try markbook.start()
      markbook.close()
      try Workbench.permit(0o644, on: bench.file)
      try Workbench.permit(0o555, on: bench.folder)
      try Workbench.permit(0o777, on: other.folder)
      Workbench.becomeOrdinaryUser()
      let opened = try Markbook(existing: bench.file, for: .reading)
      let error = #expect(throws: MarkbookError.self) {
        try opened.backup(to: bench.folder + "/backup.sqlite")
      }
      #expect(error?.exitStatus == 73)
      #expect(try opened.backup(to: other.file).records == 3)
      #expect(seteuid(getuid()) == 0)
      try Workbench.permit(0o755, on: bench.folder)
    }
  }

  @Test func `a markbook whose records were altered gives no backup`() throws {
    let markbook = try recorded()
    try markbook.meddle("UPDATE text SET text = 'quiz: two'")
    let error = #expect(throws: MarkbookError.self) { try markbook.backup(to: copy) }
    #expect(error?.exitStatus == 65)
    #expect(!bench.names.contains { $0.hasPrefix("backup") })
  }
}
