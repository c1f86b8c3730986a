import Foundation
import Testing

@testable import Records

/// Copies that people put in the markbook's place themselves.
@Suite struct PutBackByHandTests {
  private let bench = Workbench()

  private func expectGoingOn(events: Int) throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try #require(try markbook.attempts().last { !$0.isSubmitted })
    #expect(attempt.eventCount == events)
    let ending = try markbook.ending(of: attempt)
    #expect(
      try markbook.append(ending, to: attempt.id, after: events) == events + ending.count
    )
    try markbook.expectWhole()
  }

  @Test func `a backup works`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    try markbook.append([.skipped("a")], to: attempt.id, after: 1)
    let copy = bench.folder + "/backup.sqlite"
    _ = try markbook.backup(to: copy)
    markbook.close()
    try FileManager.default.removeItem(atPath: bench.file)
    try FileManager.default.moveItem(atPath: copy, toPath: bench.file)
    try expectGoingOn(events: 2)
  }

  @Test func `the copy of an older version works again`() throws {
    let old = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/version-4.markbook").path
    try FileManager.default.copyItem(atPath: old, toPath: bench.file)
    try Markbook(existing: bench.file, for: .writing).close()
    try FileManager.default.removeItem(atPath: bench.file)
    try FileManager.default.moveItem(atPath: bench.file + ".version-4", toPath: bench.file)
    try expectGoingOn(events: 3)
  }
}
