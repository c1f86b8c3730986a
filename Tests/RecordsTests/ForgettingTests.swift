import Foundation
import GRDB
import Quizzes
import Testing

@testable import Records

@Suite struct ForgettingTests {
  private let bench = Workbench()

  @Test func `everything personal is gone, and the rest still verifies`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let ana = try markbook.start()
    let roster = Roster(participants: [Participant(id: "p02", name: "Bo Secret")])
    _ = try markbook.importRoster(roster, at: .noon)
    try markbook.record(
      RecordedOverride(
        for: "p01",
        at: nil,
        Override(attempts: 2),
        because: "broken arm",
        by: "coordinator",
        at: .noon
      )
    )
    let heads = try markbook.heads()
    let erasure = try markbook.forget("p01", at: .noon)
    #expect(erasure == Erasure(records: 3, attempts: 1, formerFrom: nil))
    #expect(try markbook.roster().map(\.id) == ["p02"])
    #expect(try markbook.attempts().isEmpty)
    #expect(try markbook.events(of: ana.id).isEmpty)
    #expect(try markbook.overrides().isEmpty)
    #expect(try markbook.wholeCount == (heads.first?.position ?? 0) + 1)
    #expect(try markbook.head(heads[0].hash) == heads[0])
    markbook.close()
    let bytes = try #require(bench.bytes)
    for trace in ["Núñez", "ana@example.org", "broken arm", "Ruritania", "p01"] {
      #expect(bytes.range(of: Data(trace.utf8)) == nil)
    }
    #expect(bytes.range(of: Data("Bo Secret".utf8)) != nil)
  }

  @Test func `the identifier of somebody forgotten is free again, for somebody else`() throws {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.start()
    _ = try markbook.forget("p01", at: .noon)
    #expect(throws: MarkbookError(.unknownParticipant("p01"), file: bench.file)) {
      try markbook.forget("p01", at: .noon)
    }
    let again = try markbook.start(seed: 2)
    #expect(again.number == 1)
    #expect(try markbook.attempts() == [again])
  }

  @Test(arguments: [("p01", 1, 0), ("p02", 4, 3)])
  func `of the chain of version 4 the hashes from the first event on go too`(
    participant: String,
    from: Int,
    left: Int
  ) throws {
    let head = try VersionFour(bench.file).write()
    let markbook = try Markbook(existing: bench.file, for: .writing)
    let erasure = try markbook.forget(participant, at: .noon)
    #expect(erasure.formerFrom == from)
    let count = try markbook.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM former") }
    #expect(count == left)
    #expect(try markbook.head(head) == nil)
    #expect(try markbook.wholeCount != nil)
    markbook.close()
    let bytes = try #require(bench.bytes)
    #expect(bytes.range(of: Data(head.utf8)) == nil)
  }
}
