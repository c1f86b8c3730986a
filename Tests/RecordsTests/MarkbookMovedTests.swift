import Foundation
import Testing

@testable import Records

/// Files that are moved or deleted while a program has the markbook open, or before it opens it.
@Suite struct MarkbookMovedTests {
  private let bench = Workbench()

  private func move(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(
      atPath: "\(bench.folder)/\(name)",
      toPath: "\(bench.folder)/\(other)"
    )
  }

  private func fault(of body: () throws -> Void) -> MarkbookError.Fault? {
    do {
      try body()
      return nil
    } catch {
      return (error as? MarkbookError)?.fault
    }
  }

  @Test(arguments: ["markbook.sqlite", "markbook.sqlite-wal", "markbook.sqlite-shm"])
  func `while a file is elsewhere nothing is acknowledged, and put back it goes on`(
    name: String
  ) throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try move(name, to: "elsewhere")
    #expect(fault { try markbook.append([.skipped("a")], to: attempt.id, after: 1) } == .moved)
    try move("elsewhere", to: name)
    #expect(try markbook.append([.skipped("a")], to: attempt.id, after: 1) == 2)
    markbook.close()
    let again = try Markbook(existing: bench.file, for: .reading)
    #expect(try again.events(of: attempt.id).count == 2)
  }

  @Test(arguments: ["markbook.sqlite", "markbook.sqlite-wal", "markbook.sqlite-shm"])
  func `when a file was deleted nothing more is acknowledged`(name: String) throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try FileManager.default.removeItem(atPath: "\(bench.folder)/\(name)")
    #expect(fault { try markbook.append([.skipped("a")], to: attempt.id, after: 1) } == .moved)
  }

  @Test func `when another file has taken the place nothing more is acknowledged`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    let other = try Markbook(creatingIfMissing: bench.folder + "/other.sqlite")
    other.close()
    try move("markbook.sqlite", to: "elsewhere")
    try move("other.sqlite", to: "markbook.sqlite")
    #expect(fault { try markbook.append([.skipped("a")], to: attempt.id, after: 1) } == .moved)
  }

  @Test func `the log of a markbook that was moved away stays for it`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try markbook.append([.skipped("a")], to: attempt.id, after: 1)
    try move("markbook.sqlite", to: "elsewhere")
    markbook.close()
    #expect(bench.names.contains("markbook.sqlite-wal"))
    try move("elsewhere", to: "markbook.sqlite")
    #expect(try Markbook(existing: bench.file, for: .writing).events(of: attempt.id).count == 2)
  }

  @Test(arguments: MarkbookFiles.companionEndings)
  func `no markbook is created or missed where a log has stayed without its own`(
    ending: String
  ) throws {
    let name = "markbook.sqlite\(ending)"
    try Data("a log".utf8).write(to: URL(filePath: "\(bench.folder)/\(name)"))
    for access in [Markbook.Access.reading, .writing] {
      #expect(fault { _ = try Markbook(existing: bench.file, for: access) } == .orphaned([name]))
    }
    #expect(fault { _ = try Markbook(creatingIfMissing: bench.file) } == .orphaned([name]))
    #expect(bench.names == [name])
  }

  @Test func `behind a link the file itself counts, wherever its log is`() throws {
    let link = bench.folder + "/link.sqlite"
    try Markbook(creatingIfMissing: bench.file).close()
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: bench.file)
    let markbook = try Markbook(creatingIfMissing: link)
    let attempt = try markbook.start()
    #expect(bench.names.contains("markbook.sqlite-wal"))
    try move("markbook.sqlite", to: "elsewhere")
    #expect(fault { try markbook.append([.skipped("a")], to: attempt.id, after: 1) } == .moved)
    try move("elsewhere", to: "markbook.sqlite")
    #expect(try markbook.append([.skipped("a")], to: attempt.id, after: 1) == 2)

    try Markbook(creatingIfMissing: bench.folder + "/other.sqlite").close()
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(
      atPath: link,
      withDestinationPath: bench.folder + "/other.sqlite"
    )
    #expect(fault { try markbook.append([.skipped("b")], to: attempt.id, after: 2) } == .moved)
  }

  @Test func `a folder that was renamed is as if its markbook were moved`() throws {
    let folder = bench.folder + "/course"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let markbook = try Markbook(creatingIfMissing: folder + "/markbook.sqlite")
    let attempt = try markbook.start()
    try move("course", to: "archive")
    #expect(fault { try markbook.append([.skipped("a")], to: attempt.id, after: 1) } == .moved)
  }
}
