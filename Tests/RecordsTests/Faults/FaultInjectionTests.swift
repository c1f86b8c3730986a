import Foundation
import GRDB
import Testing

@testable import Records

/// One call after the other is made to fail, or the program is killed there, and then what was
/// promised is checked: SQLite's own way to test, on the whole program.
///
/// `SEMINAR_FAULTS=all swift test --filter FaultInjectionTests` goes through every call.
@Suite struct FaultInjectionTests {
  /// Runs a program once for each fault of the plan, each time on a fresh copy of some files.
  func forEachFault(
    _ command: [String],
    countsLater: Bool = true,
    atMost limit: Int = .max,
    on prepare: (Workbench) throws -> Void,
    check: (Workbench, FaultTrial.Ended, String) throws -> Void
  ) throws {
    let template = Workbench()
    try prepare(template)
    func trial() throws -> (Workbench, FaultTrial) {
      let bench = Workbench()
      for name in template.names {
        try FileManager.default.copyItem(
          atPath: "\(template.folder)/\(name)",
          toPath: "\(bench.folder)/\(name)"
        )
      }
      let words = command.map { $0.replacing("FOLDER", with: bench.folder) }
      return (
        bench, FaultTrial(command: words, folder: bench.folder, countsLater: countsLater)
      )
    }
    let (bench, counting) = try trial()
    let counted = try counting.run()
    try #require(counted.status == 0, "\(counted.output)")
    try check(bench, counted, "without a fault")
    for (call, fault) in FaultTrial.plan(of: try #require(counted.calls), atMost: limit) {
      let (bench, trial) = try trial()
      let ended = try trial.run(fault, at: call)
      let place = "\(fault) at call \(call) of \(counted.calls ?? 0)"
      if !fault.kills {
        #expect(ended.status.map { [0, 73, 74].contains($0) } == true, "\(place): \(ended.output)")
      }
      do {
        try check(bench, ended, place)
      } catch {
        Issue.record("\(place): \(error); it wrote: \(ended.output)")
      }
    }
  }

  /// A markbook with an attempt of one event.
  func started(_ bench: Workbench) throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.start()
    markbook.close()
  }

  /// The files of a sitting that was killed: the newest event is only in the log.
  private func killed(_ bench: Workbench) throws {
    let other = Workbench()
    let markbook = try Markbook(creatingIfMissing: other.file)
    let attempt = try markbook.start(by: nil)
    try markbook.append([.skipped("a")], to: attempt.id, after: 1)
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: other.file + ending,
        toPath: bench.file + ending
      )
    }
  }

  /// Expects that the markbook opens, has all that was acknowledged, and takes more.
  func expectWhole(_ bench: Workbench, events: Int, _ place: String) throws {
    let reading = try Markbook(existing: bench.file, for: .reading)
    let read = try reading.attempts().last { !$0.isSubmitted }
    #expect(read.map { $0.eventCount >= events } == true, "\(place)")
    reading.close()
    let markbook = try Markbook(existing: bench.file, for: .writing)
    defer { markbook.close() }
    let attempt = try #require(try markbook.attempts().last { !$0.isSubmitted })
    #expect(attempt.eventCount >= events, "\(place)")
    let ending = try markbook.ending(of: attempt)
    try markbook.append(ending, to: attempt.id, after: attempt.eventCount)
    expectVerified(markbook, place)
  }

  private func expectVerified(_ markbook: Markbook, _ place: String) {
    let found = Result { try markbook.verify() }
    guard case .success(.whole) = found else {
      Issue.record("\(place): \("\(found)".prefix(300))")
      return
    }
  }

  @Test func `a markbook that is being created is there whole or not at all`() throws {
    try forEachFault(["MarkbookProbe", "create", "FOLDER/markbook.sqlite"], on: nothing) {
      bench,
      ended,
      place in
      if ended.output.contains("created") { #expect(bench.names.contains("markbook.sqlite")) }
      let markbook = try Markbook(creatingIfMissing: bench.file)
      _ = try markbook.start()
      expectVerified(markbook, place)
    }
  }

  @Test func `a sitting that is stopped anywhere keeps every acknowledged event`() throws {
    for prepare in [started, killed] {
      try forEachFault(["MarkbookProbe", "sit", "FOLDER/markbook.sqlite"], on: prepare) {
        bench,
        ended,
        place in
        try expectWhole(bench, events: ended.kept ?? 1, place)
      }
    }
  }

  @Test func `a migration that is stopped anywhere leaves the old version or the new one`() throws {
    try forEachFault(
      ["MarkbookProbe", "migrate", "FOLDER/markbook.sqlite"],
      on: old
    ) { bench, ended, place in
      let copies = bench.names.filter { $0.contains(".version-") && !$0.contains("draft") }
      for name in copies where !name.hasSuffix("-wal") && !name.hasSuffix("-shm") {
        let copy = try Markbook(existing: "\(bench.folder)/\(name)", for: .reading)
        #expect(try copy.attempts().count == 4, "\(place)")
        expectVerified(copy, place)
      }
      let queue = try DatabaseQueue(path: bench.file)
      let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
      try queue.close()
      let reading = try Markbook(existing: bench.file, for: .reading)
      #expect(version == 4 || version == Markbook.migrations.count, "\(place)")
      if version != 4 { #expect(!copies.isEmpty, "\(place)") }
      expectVerified(reading, place)
      reading.close()
      try expectWhole(bench, events: 1, place)
    }
  }

  @Test func `a backup is complete or absent`() throws {
    try forEachFault(
      ["seminar", "markbook", "backup", "backup.sqlite"],
      countsLater: false,
      on: killed
    ) { bench, ended, place in
      let path = bench.folder + "/backup.sqlite"
      if bench.names.contains("backup.sqlite") {
        let backup = try Markbook(existing: path, for: .reading)
        #expect(try backup.attempts().map(\.eventCount) == [2], "\(place)")
        expectVerified(backup, place)
        backup.close()
      } else {
        #expect(!ended.output.contains("Backed up"), "\(place)")
      }
      let markbook = try Markbook(existing: bench.file, for: .reading)
      #expect(try markbook.backup(to: bench.folder + "/again.sqlite").records >= 2)
      markbook.close()
      try expectWhole(bench, events: 2, place)
    }
  }

  @Test func `a restored markbook is the old one or the backup, never a mix`() throws {
    try forEachFault(
      ["seminar", "markbook", "restore", "backup.sqlite"],
      countsLater: false,
      on: killedWithBackup
    ) { bench, ended, place in
      let markbook = try Markbook(existing: bench.file, for: .writing)
      let (counts, own) = (try markbook.attempts().map(\.eventCount), try markbook.roster())
      #expect(counts == [2] || counts == [3], "\(place): \(counts)")
      #expect(own.count == (counts == [3] ? 1 : 0), "\(place)")
      if ended.output.contains("Restored") { #expect(counts == [3], "\(place)") }
      expectVerified(markbook, place)
      markbook.close()
      _ = try Markbook.restore(bench.folder + "/backup.sqlite", to: bench.file, at: .noon)
      try expectWhole(bench, events: 3, place)
    }
  }

  @Test func `a damaged markbook that gives way is never lost`() throws {
    let noise = Self.noise
    try forEachFault(
      ["seminar", "markbook", "restore", "backup.sqlite"],
      countsLater: false,
      on: damagedWithBackup
    ) { bench, ended, place in
      func isThere(_ ending: String, _ wanted: Data?) -> Bool {
        bench.names.contains {
          $0.hasSuffix(ending) && wanted != nil
            && FileManager.default.contents(atPath: "\(bench.folder)/\($0)") == wanted
        }
      }
      #expect(isThere("", noise), "\(place)")
      #expect(bench.names.contains { $0.hasSuffix("-wal") }, "\(place)")
      if ended.output.contains("Restored") { #expect(bench.bytes != noise, "\(place)") }
      _ = try Markbook.restore(bench.folder + "/backup.sqlite", to: bench.file, at: .noon)
      try expectWhole(bench, events: 3, place)
      #expect(isThere("", noise), "\(place)")
    }
  }

  private static let noise = Data(repeating: 0xA5, count: 20_000)

  private func nothing(_ bench: Workbench) {}

  private func old(_ bench: Workbench) throws {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/version-4.markbook").path
    try FileManager.default.copyItem(atPath: fixture, toPath: bench.file)
  }

  private func killedWithBackup(_ bench: Workbench) throws {
    try killed(bench)
    try backUp(in: bench)
  }

  private func damagedWithBackup(_ bench: Workbench) throws {
    try killedWithBackup(bench)
    try Self.noise.write(to: URL(filePath: bench.file))
  }

  /// Writes a backup of another markbook, of three events and somebody on the roster.
  private func backUp(in bench: Workbench) throws {
    let other = Workbench()
    let markbook = try Markbook(creatingIfMissing: other.file)
    let attempt = try markbook.start()
    try markbook.append([.skipped("a"), .skipped("a")], to: attempt.id, after: 1)
    _ = try markbook.backup(to: bench.folder + "/backup.sqlite")
  }
}
