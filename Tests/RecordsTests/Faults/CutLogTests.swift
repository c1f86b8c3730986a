import Foundation
import Testing

@testable import Records

/// The end of the log that a power cut takes away, because the disk had not written it yet.
@Suite struct CutLogTests {
  /// The bytes of a log's header, and of a page with the header of its frame, by SQLite's file format.
  private static let (header, frame) = (32, 24 + 4_096)

  @Test func `whatever the end of the log loses, a beginning of the record is left`() throws {
    let bench = Workbench()
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    for count in 1...5 {
      try markbook.append([.skipped("a")], to: attempt.id, after: count)
    }
    let main = try #require(bench.bytes)
    let log = try #require(FileManager.default.contents(atPath: bench.file + "-wal"))
    let frames = (log.count - Self.header) / Self.frame
    #expect(frames > 5)
    var counts: [Int] = []
    for kept in 0...frames {
      for rest in [0, 1_000] {
        let cut = Workbench()
        try main.write(to: URL(filePath: cut.file))
        try log.prefix(Self.header + kept * Self.frame + rest)
          .write(to: URL(filePath: cut.file + "-wal"))
        let opened = try Markbook(existing: cut.file, for: .writing)
        guard case .whole = try opened.verify() else {
          Issue.record("\(kept) frames: \(try opened.verify())")
          return
        }
        counts.append(try opened.attempts().first?.eventCount ?? 0)
      }
    }
    #expect(counts == counts.sorted())
    #expect(Set(counts) == Set(0...6))
  }
}
