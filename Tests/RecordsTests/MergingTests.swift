import Foundation
import GRDB
import Quizzes
import Testing

@testable import Records

@Suite struct MergingTests {
  private let here = Workbench()
  private let there = Workbench()

  private func copy() throws {
    try FileManager.default.copyItem(atPath: here.file, toPath: there.file)
  }

  private func markbook(_ bench: Workbench) throws -> Markbook {
    try Markbook(creatingIfMissing: bench.file)
  }

  private func rows(_ markbook: Markbook) throws -> [Row] {
    try markbook.read { database in
      try ["record", "text", "former"].flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1, 2")
      }
    }
  }

  @Test func `two sites merged in both orders, twice, have the same rows`() throws {
    let (ours, theirs) = (try markbook(here), try markbook(there))
    let mine = try ours.start(seed: 1)
    let other = try theirs.start(seed: 2)
    try theirs.append([.skipped("a"), .submitted], to: other.id, after: 1)
    let first = try ours.merge(theirs, at: .noon)
    #expect((first.records, first.attempts, first.participants) == (5, 1, 0))
    _ = try theirs.merge(ours, at: .noon)
    #expect(try rows(ours) == rows(theirs))
    let again = try ours.merge(theirs, at: .noon)
    #expect((again.records, again.attempts, again.erased) == (0, 0, 0))
    #expect(try rows(ours) == rows(theirs))
    #expect(Set(try ours.attempts(by: "p01").map(\.id)) == [mine.id, other.id])
    #expect(try ours.attempts(by: "p01").map(\.number) == [1, 2])
    #expect(try ours.heads().count == 2)
    #expect(try ours.wholeCount == 8)
    #expect(try ours.nextNumber(of: "week-01", by: "p01") == 3)
    let next = try ours.start(seed: 3)
    #expect(next.number == 3)
  }

  @Test func `both files that went on with one site are a fork, and nothing is changed`() throws {
    let ours = try markbook(here)
    let attempt = try ours.start()
    ours.close()
    try copy()
    let (mine, theirs) = (try markbook(here), try markbook(there))
    try mine.append([.skipped("a")], to: attempt.id, after: 1)
    try theirs.append([.submitted], to: attempt.id, after: 1)
    let before = try rows(mine)
    let site = try #require(try mine.onlyHead?.site)
    let error = #expect(throws: MarkbookError.self) { try mine.merge(theirs, at: .noon) }
    #expect(error?.fault == .unmergeable(.fork(site: site, position: 4)))
    #expect(try rows(mine) == before)
  }

  @Test func `a restored markbook takes in what its old site recorded after the backup`() throws {
    let ours = try markbook(here)
    _ = try ours.start()
    ours.close()
    try copy()
    let (lost, restored) = (try markbook(here), try markbook(there))
    try restored.startNewSite(at: .noon)
    let late = try lost.start(seed: 2)
    let new = try restored.start(by: nil, seed: 3)
    _ = try restored.merge(lost, at: .noon)
    #expect(Set(try restored.attempts().map(\.id)).isSuperset(of: [late.id, new.id]))
    #expect(try restored.wholeCount == 6)
    #expect(try restored.heads().count == 2)
  }

  @Test func `a restored site needs the record at which it goes on`() throws {
    let ours = try markbook(here)
    _ = try ours.start()
    let old = try #require(try ours.onlyHead)
    try ours.startNewSite(at: .noon)
    #expect(try ours.wholeCount == 4)
    try ours.meddle("DELETE FROM record WHERE site = '\(old.site)' AND position = 3")
    let missing = Verification.Problem.missingRecord(site: old.site, position: 3)
    #expect(try ours.verify() == .wrong(missing))
    try ours.meddle("DELETE FROM record")
    guard case .wrong(.missingRecord(_, 1)) = try ours.verify() else {
      Issue.record("found \(try ours.verify())")
      return
    }
  }

  @Test func `an attempt continued at two sites is refused by name`() throws {
    let ours = try markbook(here)
    let attempt = try ours.start()
    ours.close()
    try copy()
    let (lost, restored) = (try markbook(here), try markbook(there))
    try restored.startNewSite(at: .noon)
    try lost.append([.skipped("a")], to: attempt.id, after: 1)
    try restored.append([.skipped("a")], to: attempt.id, after: 1)
    let error = #expect(throws: MarkbookError.self) { try restored.merge(lost, at: .noon) }
    #expect(error?.fault == .unmergeable(.continuedTwice(attempt: attempt.id)))
  }

  @Test func `one identifier with two names needs to be said to be one person`() throws {
    let (ours, theirs) = (try markbook(here), try markbook(there))
    _ = try ours.start()
    let roster = Roster(participants: [Participant(id: "p01", name: "Ana N.")])
    _ = try theirs.importRoster(roster, at: .noon)
    let error = #expect(throws: MarkbookError.self) { try ours.merge(theirs, at: .noon) }
    #expect(
      error?.fault == .unmergeable(.sameIdentifier("p01", names: ["Ana Núñez", "Ana N."]))
    )
    _ = try ours.merge(theirs, same: ["p01"], at: .noon)
    let count = try ours.wholeCount
    _ = try ours.merge(theirs, same: ["p01"], at: .noon)
    #expect(try ours.wholeCount == count)
    #expect(try ours.roster().map(\.id) == ["p01"])
  }

  @Test func `an erasure anywhere erases everywhere`() throws {
    let ours = try markbook(here)
    _ = try ours.start()
    ours.close()
    try copy()
    let (left, right) = (try markbook(here), try markbook(there))
    try right.startNewSite(at: .noon)
    let more = try right.start(seed: 4)
    _ = try left.forget("p01", at: .noon)
    let merging = try right.merge(left, at: .noon)
    #expect(merging.erased == 3)
    #expect(try right.roster().isEmpty)
    #expect(try right.events(of: more.id).isEmpty)
    #expect(try right.wholeCount != nil)
    _ = try left.merge(right, at: .noon)
    #expect(try left.roster().isEmpty)
    #expect(try left.events(of: more.id).isEmpty)
  }

  @Test func `a markbook that has nothing in common is refused`() throws {
    let (ours, theirs) = (try markbook(here), try markbook(there))
    _ = try ours.start()
    let roster = Roster(participants: [Participant(id: "x", name: "X")])
    _ = try theirs.importRoster(roster, at: .noon)
    let error = #expect(throws: MarkbookError.self) { try ours.merge(theirs, at: .noon) }
    #expect(error?.fault == .unmergeable(.unrelated))
  }

  @Test func `a markbook that is not whole is refused`() throws {
    let (ours, theirs) = (try markbook(here), try markbook(there))
    _ = try ours.start()
    _ = try theirs.start(seed: 2)
    try theirs.meddle("UPDATE record SET milliseconds = 3 WHERE position = 2")
    let error = #expect(throws: MarkbookError.self) { try ours.merge(theirs, at: .noon) }
    guard case .unmergeable(.notWhole) = error?.fault else {
      Issue.record("found \(String(describing: error))")
      return
    }
  }

  @Test func `the latest revision wins`() throws {
    let (ours, theirs) = (try markbook(here), try markbook(there))
    let course = Programme(curriculum: "course", edition: "2026")
    try ours.publish("[1]", of: course, as: 1, at: 1_000)
    try theirs.publish("[2]", of: course, as: 1, at: 500)
    _ = try ours.merge(theirs, at: .noon)
    #expect(try ours.revisions(of: "course").map(\.content) == ["[2]", "[1]"])
    #expect(try ours.revisions(of: "course").map(\.number) == [1, 2])
  }
}
