import Foundation
import Testing

@testable import Records

@Suite struct `The turn to write` {
  private let folder = FileManager.default.temporaryDirectory
    .appending(component: "turns-\(UUID().uuidString)")
  private var file: String { folder.appending(component: "markbook.sqlite").path }
  private let hasty = Patience(limit: .milliseconds(60), quiet: .milliseconds(20))

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: file))
  }

  @Test func `one who waits is given it when it ends`() {
    var first = WritingTurn(at: file, patience: hasty)
    #expect(first != nil)
    #expect(WritingTurn(at: file, patience: hasty) == nil)
    first = nil
    #expect(WritingTurn(at: file, patience: hasty) != nil)
  }

  @Test func `patience lasts as long as others go on writing`() async {
    let log = file + "-wal"
    let patience = Patience(limit: .seconds(2), quiet: .milliseconds(20))
    // Threads, because tests that wait for programs hold those of Swift's concurrency.
    await withCheckedContinuation { continuation in
      Thread { [file] in
        let turn = WritingTurn(at: file, patience: patience)
        continuation.resume()
        for line in 0..<50 {
          try? Data("\(line)".utf8).write(to: URL(filePath: log))
          Thread.sleep(forTimeInterval: 0.05)
        }
        withExtendedLifetime(turn) {}
      }.start()
    }
    let isGiven = await withCheckedContinuation { continuation in
      Thread { [file] in
        continuation.resume(returning: WritingTurn(at: file, patience: patience) != nil)
      }.start()
    }
    #expect(isGiven)
  }

  @Test func `where the file is missing nobody waits`() {
    let missing = folder.appending(component: "missing.sqlite").path
    let first = WritingTurn(at: missing, patience: hasty)
    #expect(first != nil)
    #expect(WritingTurn(at: missing, patience: hasty) != nil)
  }
}
