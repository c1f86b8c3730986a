import GoldenFiles
import Testing

@testable import Records

@Suite struct MarkbookErrorTests {
  private let faults: [MarkbookError.Fault] = [
    .missing, .orphaned(["markbook.sqlite-wal", "markbook.sqlite-shm"]), .moved, .empty, .notAFile,
    .notADatabase, .foreign(application: 7),
    .newer(version: 9, known: 1), .damaged("database disk image is malformed"),
    .altered(site: String(repeating: "a", count: 32), position: 7), .unmergeable(.unrelated),
    .unmergeable(.fork(site: String(repeating: "a", count: 32), position: 7)),
    .unmergeable(.sameIdentifier("p01", names: ["Ana", "Bo"])),
    .notCreated("its folder is missing, or you do not have permission to write to it"), .full,
    .inputOutput("disk I/O error"),
    .busy(after: .seconds(20)), .continuedElsewhere(attempt: "0a", recorded: 5, expected: 4),
    .startedElsewhere(quiz: "week-01", number: 2), .unreadable, .unwritable,
    .inTheWay([]), .inTheWay(["b.sqlite-wal"]), .noPlace, .itself, .unusableBackup(.empty),
    .unusableSource(.missing), .inUse,
    .unknownParticipant("p\u{1B}[2J99"), .unknownAttempt("0a"), .lookalike("P01", existing: "p01"),
    .refused("CHECK constraint failed: length(id) BETWEEN 1 AND 64"),
  ]

  @Test func `every fault has its words, its remedy and its exit status`() {
    let words = faults.map { fault in
      let error = MarkbookError(fault, file: "markbook.sqlite")
      return "\(error)\n  exit status: \(error.exitStatus)\n"
    }
    expectGolden(words.joined(), "markbook-errors.txt")
  }
}
