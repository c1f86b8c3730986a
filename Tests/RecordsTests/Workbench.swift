import Chance
import Diagnostics
import Foundation
import GRDB
import Glibc
import Quizzes
import TestFolders

@testable import Records

/// A folder for one test; a class, because it is removed at the test's end.
final class Workbench {
  let folder: String

  init() {
    folder = TestFolder.path("markbook")
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Where the test's markbook lies.
  var file: String { folder + "/markbook.sqlite" }

  /// The names of all files in the folder.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// The bytes of the markbook's file.
  var bytes: Data? { FileManager.default.contents(atPath: file) }

  func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: file))
  }

  /// Sets who may do what with a file or folder.
  static func permit(_ mode: Int, on path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  /// Lets no file of this process grow beyond a size; only for tests in a process of their own.
  static func limitFileSize(to size: UInt) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: size, rlim_max: size)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }

  /// Goes on as a user to whom permissions apply, as they do not to the superuser.
  ///
  /// Only for tests that run in a process of their own.
  static func becomeOrdinaryUser() {
    if geteuid() == 0 { _ = seteuid(65_534) }
  }
}

extension Timestamp {
  static let noon = Timestamp(milliseconds: 1_774_353_600_000)
}

extension Event {
  static func skipped(_ item: String) -> Event { Event(.skipped(item: item), at: .noon) }
  static let submitted = Event(.submitted, at: .noon)
}

extension Participant {
  static let ana = Participant(
    id: "p01",
    name: "Ana Núñez",
    email: "ana@example.org",
    group: "A",
    language: "es",
    extraTime: 1.25,
    other: ["mission": "Ruritania"]
  )
}

extension Markbook {
  /// The hash of the one chain of a test's markbook.
  var onlyHead: Head? {
    get throws { try heads().first }
  }

  /// How many records there are, all of them whole; `nil` when something is wrong.
  var wholeCount: Int? {
    get throws {
      guard case .whole(let extent) = try verify() else { return nil }
      return extent.records
    }
  }

  /// Takes away what keeps records from being changed, and changes something.
  func meddle(_ statements: String) throws {
    try queue.writeWithoutTransaction { database in
      let triggers = try Row.fetchAll(
        database,
        sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
      )
      for trigger in triggers {
        try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)")
      }
      try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      try database.execute(sql: statements)
      for trigger in triggers { try database.execute(sql: trigger["sql"] as String) }
    }
  }

  /// Starts a guest's practice, again while others are quicker to take the number.
  func startRepeatedly(seed: UInt64) throws -> RecordedAttempt {
    while true {
      do {
        return try start(by: nil, seed: seed)
      } catch let error as MarkbookError {
        guard case .startedElsewhere = error.fault else { throw error }
      }
    }
  }

  /// Starts a graded attempt of `p01`, who is put on the roster, or a guest's practice.
  func start(
    by participant: String? = "p01",
    seed: UInt64 = 1,
    guest: String = "guest"
  ) throws -> RecordedAttempt {
    if participant == "p01" {
      _ = try importRoster(Roster(participants: [.ana]), at: .noon)
    }
    let start = Event.Start(
      quiz: "week-01",
      contentHash: Self.version(of: "quiz: one"),
      participant: participant ?? guest,
      kind: participant == nil ? .practice : .graded,
      number: try nextNumber(of: "week-01", by: participant, guest: guest),
      seed: 7,
      arrangement: Arrangement([.init(item: "a", options: [1, 0])])
    )
    var chance = SplitMix64(seed: seed)
    return try startAttempt(
      with: [Event(.started(start), at: .noon)],
      text: "quiz: one",
      by: participant,
      using: &chance
    )
  }
}
