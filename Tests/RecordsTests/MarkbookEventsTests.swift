import Chance
import Foundation
import GRDB
import Glibc
import Quizzes
import Synchronization
import Testing

@testable import Records

@Suite struct MarkbookEventsTests {
  private let bench = Workbench()

  @Test func `an attempt starts with its number, its quiz's text and its first event`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let first = try markbook.start(seed: 1)
    let second = try markbook.start(seed: 2)
    #expect((first.number, second.number) == (1, 2))
    #expect(first.id != second.id)
    #expect(try markbook.text(ofVersion: first.version) == "quiz: one")
    let events = try markbook.events(of: second.id)
    guard case .started(let start) = events.first?.kind else {
      Issue.record("the first event is no start")
      return
    }
    #expect(start.number == 2)
    #expect(start.contentHash == second.version)
    #expect(start.participant == "p01")
  }

  @Test func `an attempt that another sitting has started is not started twice`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    let events = try markbook.events(of: attempt.id)
    var chance = SplitMix64(seed: 2)
    let error = #expect(throws: MarkbookError.self) {
      try markbook.startAttempt(with: events, text: "quiz: one", by: "p01", using: &chance)
    }
    #expect(error?.fault == .startedElsewhere(quiz: "week-01", number: 1))
    #expect(try markbook.attempts() == [attempt])
  }

  @Test func `the text of a corrected quiz is kept without an attempt, once`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.start()
    let version = try markbook.keep("quiz: two")
    #expect(version == Markbook.version(of: "quiz: two"))
    #expect(try markbook.keep("quiz: two") == version)
    #expect(try markbook.text(ofVersion: version) == "quiz: two")
    #expect(try markbook.attempts().map(\.version) == [Markbook.version(of: "quiz: one")])
  }

  @Test func `equal generators give equal identifiers`() throws {
    let other = Workbench()
    let ids = try [bench, other].map { bench in
      try Markbook(creatingIfMissing: bench.file).start(seed: 42).id
    }
    #expect(ids[0] == ids[1])
    #expect(ids[0].count == 32)
  }

  @Test func `events come back as they were appended`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    #expect(try markbook.append([.skipped("a"), .skipped("b")], to: attempt.id, after: 1) == 3)
    let events = try Markbook(existing: bench.file, for: .reading).events(of: attempt.id)
    #expect(Array(events.dropFirst()) == [.skipped("a"), .skipped("b")])
  }

  @Test func `an attempt is open until it is submitted`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    #expect(try markbook.attempts() == [attempt])
    #expect(!attempt.isSubmitted)
    try markbook.append([.submitted], to: attempt.id, after: 1)
    #expect(try markbook.attempt(attempt.id).isSubmitted)
  }

  @Test func `attempts are found by quiz and by participant, a guest's only by quiz`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let guest = try markbook.start(by: nil, seed: 1)
    let graded = try markbook.start(seed: 2)
    #expect(try markbook.attempts() == [guest, graded])
    #expect(try markbook.attempts(of: "week-01", by: "p01") == [graded])
    #expect(try markbook.attempts(of: "week-02") == [])
  }

  @Test func `guests of one markbook count their attempts apart`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let first = try markbook.start(by: nil, seed: 1, guest: "guest:ana")
    let second = try markbook.start(by: nil, seed: 2, guest: "guest:ben")
    #expect(first.sitter == "guest:ana")
    #expect(first.number == 1 && second.number == 1)
    #expect(try markbook.nextNumber(of: "week-01", by: nil, guest: "guest:ana") == 2)
    #expect(try markbook.nextNumber(of: "week-01", by: nil, guest: "guest:cho") == 1)
    #expect(try markbook.attempts() == [first, second])
  }

  @Test func `somebody who is not on the roster starts nothing`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    #expect(throws: MarkbookError(.unknownParticipant("p99"), file: bench.file)) {
      try markbook.start(by: "p99")
    }
    #expect(try markbook.onlyHead?.position == 1)
  }

  @Test func `a second sitting of the same attempt is refused and records nothing`() throws {
    let here = try Markbook(creatingIfMissing: bench.file)
    let there = try Markbook(existing: bench.file, for: .writing)
    let attempt = try here.start()
    try here.append([.skipped("a")], to: attempt.id, after: 1)
    let error = #expect(throws: MarkbookError.self) {
      try there.append([.skipped("a")], to: attempt.id, after: 1)
    }
    #expect(
      error?.fault == .continuedElsewhere(attempt: attempt.id, recorded: 2, expected: 1)
    )
    #expect(try here.events(of: attempt.id).count == 2)
  }

  @Test(arguments: ["record", "text"])
  func `what was recorded can be neither changed nor removed`(table: String) throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.start()
    for statement in ["DELETE FROM \(table)", "UPDATE \(table) SET hash = hash || '0'"] {
      #expect(throws: MarkbookError.self) {
        try markbook.write { try $0.execute(sql: statement) }
      }
    }
  }

  @Test func `an error's text holds nothing of what was to be stored`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let error = #expect(throws: MarkbookError.self) {
      try markbook.write { database in
        try database.execute(
          sql: "INSERT INTO text VALUES (?, ?)",
          arguments: ["short", "the secret key"]
        )
      }
    }
    #expect(error?.description.contains("secret") == false)
    #expect(error?.exitStatus == 65)
  }

  @Test func `a full disk keeps what was there and takes more when there is room again`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let attempt = try markbook.start()
    let pages = try markbook.queue.inDatabase { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
      return pages
    }
    let many = (0..<500).map { Event.skipped("item-\($0)") }
    #expect(throws: MarkbookError(.full, file: bench.file)) {
      try markbook.append(many, to: attempt.id, after: 1)
    }
    #expect(try markbook.events(of: attempt.id).count == 1)
    try markbook.queue.inDatabase { database in
      try database.execute(sql: "PRAGMA max_page_count = \(pages + 1_000)")
    }
    #expect(try markbook.append(many, to: attempt.id, after: 1) == 501)
  }

  @Test func `a limit on the size of files stops with an error and no harm`() async {
    await #expect(processExitsWith: .success) {
      let bench = Workbench()
      let markbook = try Markbook(creatingIfMissing: bench.file)
      let attempt = try markbook.start()
      Workbench.limitFileSize(to: 100_000)
      let many = (0..<2_000).map { Event.skipped("item-\($0)") }
      let error = #expect(throws: MarkbookError.self) {
        try markbook.append(many, to: attempt.id, after: 1)
      }
      #expect(error?.exitStatus == 74)
      #expect(try markbook.events(of: attempt.id).count == 1)
    }
  }

  @Test func `a killed process loses nothing that it had appended`() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [file = bench.file as String] in
      let markbook = try Markbook(creatingIfMissing: file)
      let attempt = try markbook.start()
      try markbook.append([.skipped("a")], to: attempt.id, after: 1)
      kill(getpid(), SIGKILL)
    }
    let markbook = try Markbook(existing: bench.file, for: .writing)
    let attempt = try #require(try markbook.attempts(of: "week-01", by: "p01").last)
    #expect(try markbook.events(of: attempt.id).count == 2)
    #expect(try markbook.wholeCount == 4)
  }

  @Test func `a program that waits for a busy markbook says so once and gives up in time`() throws {
    let blocker = try Markbook(creatingIfMissing: bench.file)
    let attempt = try blocker.start()
    let notices = Mutex(0)
    let patience = Patience(limit: .milliseconds(300), quiet: .milliseconds(50)) {
      notices.withLock { $0 += 1 }
    }
    let waiting = try Markbook(existing: bench.file, for: .writing, patience: patience)
    try blocker.queue.write { (_: Database) -> Void in
      #expect(throws: MarkbookError(.busy(after: .milliseconds(300)), file: bench.file)) {
        try waiting.append([.skipped("a")], to: attempt.id, after: 1)
      }
    }
    #expect(notices.withLock { $0 } == 1)
    #expect(try waiting.append([.skipped("a")], to: attempt.id, after: 1) == 2)
  }

  @Test func `forty who record at once are all recorded, in one chain`() async throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let file = bench.file
    try await withThrowingTaskGroup(of: Void.self) { group in
      for seed in 1...40 {
        group.addTask {
          let own = try Markbook(existing: file, for: .writing)
          let attempt = try own.startRepeatedly(seed: UInt64(seed))
          for count in 1...3 {
            try own.append([.skipped("a")], to: attempt.id, after: count)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try markbook.attempts().map(\.eventCount) == Array(repeating: 4, count: 40))
    #expect(try markbook.wholeCount == 161)
  }
}
