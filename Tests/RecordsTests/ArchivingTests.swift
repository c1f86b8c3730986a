import Chance
import Foundation
import GRDB
import Quizzes
import Testing

@testable import Records

@Suite struct ArchivingTests {
  private static let last = Programme(curriculum: "joinery", edition: "2026")
  private static let next = Programme(curriculum: "joinery", edition: "2027")

  private let bench = Workbench()

  private var copy: String { bench.folder + "/archive.sqlite" }

  /// Three people and a guest, with an attempt in 2026, one in 2027 and one for no programme.
  private func recorded() throws -> Markbook {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let people = ["p01", "p02", "p03"].map { Participant(id: $0, name: "Person \($0)") }
    _ = try markbook.importRoster(Roster(participants: people), at: .noon)
    for (index, edition) in [Self.last, Self.next].enumerated() {
      try markbook.publish("[\(index)]", of: edition, as: 1, at: 0)
      let attempt = try start(by: "p0\(index + 1)", for: edition, in: markbook, seed: UInt64(index))
      try markbook.append([.skipped("a"), .submitted], to: attempt, after: 1)
    }
    _ = try markbook.start(by: nil, seed: 9)
    return markbook
  }

  private func start(
    by participant: String,
    for programme: Programme,
    in markbook: Markbook,
    seed: UInt64
  ) throws -> String {
    let start = Event.Start(
      quiz: "week-01",
      contentHash: Markbook.version(of: "quiz: one"),
      participant: participant,
      kind: .graded,
      number: try markbook.nextNumber(of: "week-01", by: participant),
      seed: 7,
      arrangement: Arrangement([.init(item: "a", options: [1, 0])])
    )
    var chance = SplitMix64(seed: seed)
    return try markbook.startAttempt(
      with: [Event(.started(start), at: .noon)],
      text: "quiz: one",
      by: participant,
      for: programme,
      using: &chance
    ).id
  }

  private func archived(
    _ markbook: Markbook,
    _ programme: Programme = last,
    including takesPart: (Participant) -> Bool = { _ in false }
  ) throws -> (archive: Markbook.Archive, markbook: Markbook) {
    let made = try markbook.archive(
      programme,
      to: copy,
      replacing: true,
      at: .noon,
      including: takesPart
    )
    return (made, try Markbook(existing: copy, for: .reading))
  }

  @Test func `an archive verifies by itself and has one edition, and the markbook stays`() throws {
    let markbook = try recorded()
    let before = try markbook.heads()
    let (made, archive) = try archived(markbook)
    #expect(try archive.wholeCount == made.records)
    #expect(try archive.heads() == made.heads)
    #expect((made.attempts, made.participants) == (2, 1))
    #expect(try archive.roster().map(\.id) == ["p01"])
    #expect(try archive.programmes() == [Self.last])
    #expect(try archive.attempts().map(\.participant) == ["p01", nil])
    let attempt = try #require(try archive.attempts(by: "p01").first)
    #expect(attempt.isSubmitted && attempt.programme == Self.last)
    #expect(try archive.events(of: attempt.id) == markbook.events(of: attempt.id))
    #expect(try archive.text(ofVersion: attempt.version) == "quiz: one")
    #expect(try archive.revisions(of: "joinery", edition: "2026").map(\.content) == ["[0]"])
    #expect(try archive.revisions(of: "joinery", edition: "2027").isEmpty)
    #expect(try markbook.heads() == before)
    let attributes = try FileManager.default.attributesOfItem(atPath: copy)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(bench.names.filter { $0.contains("draft") } == [])
  }

  @Test func `its second record names the edition and the heads of the markbook`() throws {
    let markbook = try recorded()
    let (made, archive) = try archived(markbook)
    let record = try #require(
      try archive.read { try Markbook.records(where: "record.position = 2", [], $0) }.first
    )
    #expect(record.kind == "site/archived" && record.programme == Self.last)
    let body = try JSONDecoder().decode(ArchivedBody.self, from: Data(record.body.utf8))
    #expect(try body.heads == markbook.heads().map(\.description))
    #expect(body.records == made.records - 2)
  }

  @Test func `whoever is on the roster of the edition comes along without an attempt`() throws {
    let markbook = try recorded()
    let (made, archive) = try archived(markbook) { $0.id == "p03" }
    #expect(made.participants == 2)
    #expect(try archive.roster().map(\.id) == ["p01", "p03"])
  }

  @Test func `people who were forgotten stay forgotten, and the archive is whole`() throws {
    let markbook = try recorded()
    _ = try markbook.forget("p01", at: .noon)
    let (made, archive) = try archived(markbook)
    #expect(try archive.wholeCount == made.records)
    #expect(try archive.attempts().map(\.participant) == [nil])
    let bytes = try #require(FileManager.default.contents(atPath: copy))
    for trace in ["p01", "p02"] { #expect(bytes.range(of: Data(trace.utf8)) == nil) }
  }

  @Test func `everything is in the archives of all editions together`() throws {
    let markbook = try recorded()
    func texts(_ markbook: Markbook) throws -> Set<[UInt8]> {
      try markbook.read { database in
        Set(
          try Row.fetchAll(database, sql: "SELECT commitment FROM record")
            .compactMap { try $0.optionalBytes("commitment") }
        )
      }
    }
    let parts = try [Self.last, Self.next].map { edition in
      let (_, archive) = try archived(markbook, edition) { _ in true }
      defer { archive.close() }
      return try texts(archive)
    }
    #expect(try parts[0].union(parts[1]) == texts(markbook))
    #expect(parts[0] != parts[1])
  }

  @Test func `two sites that were merged give one archive`() throws {
    let there = Workbench()
    let (ours, theirs) = (try recorded(), try Markbook(creatingIfMissing: there.file))
    let roster = Roster(participants: [Participant(id: "p01", name: "Person p01")])
    _ = try theirs.importRoster(roster, at: .noon)
    try theirs.publish("[2]", of: Self.last, as: 1, at: 1)
    _ = try start(by: "p01", for: Self.last, in: theirs, seed: 5)
    _ = try ours.merge(theirs, at: .noon)
    let (made, archive) = try archived(ours)
    #expect(try archive.wholeCount == made.records)
    #expect(made.heads.count == 1)
    #expect(try archive.attempts(by: "p01").map(\.number) == [1, 2])
    #expect(try archive.revisions(of: "joinery", edition: "2026").map(\.content) == ["[0]", "[2]"])
  }

  @Test func `an archive is never merged, because its records would stand twice`() throws {
    let markbook = try recorded()
    let (_, archive) = try archived(markbook)
    let before = try markbook.heads()
    let error = #expect(throws: MarkbookError.self) { try markbook.merge(archive, at: .noon) }
    #expect(error?.fault == .unmergeable(.archive))
    #expect(try markbook.heads() == before)
  }

  @Test func `nothing is merged into an archive`() throws {
    let markbook = try recorded()
    try archived(markbook).markbook.close()
    let archive = try Markbook(existing: copy, for: .writing)
    let before = try archive.heads()
    let error = #expect(throws: MarkbookError.self) { try archive.merge(markbook, at: .noon) }
    #expect(error?.fault == .unmergeable(.intoArchive))
    #expect(try archive.heads() == before)
  }

  @Test func `a markbook that was altered gives no archive`() throws {
    let markbook = try recorded()
    try markbook.meddle("UPDATE text SET text = 'quiz: two'")
    let error = #expect(throws: MarkbookError.self) { try archived(markbook) }
    #expect(error?.exitStatus == 65)
    #expect(!bench.names.contains { $0.hasPrefix("archive") })
  }

  @Test func `what is recorded in a copied row cannot be changed unnoticed`() throws {
    let markbook = try recorded()
    try archived(markbook).markbook.close()
    let archive = try Markbook(existing: copy, for: .writing)
    try archive.meddle("UPDATE record SET edition = '2027' WHERE kind = 'attempt/started'")
    guard case .wrong(.alteredRecord) = try archive.verify() else {
      Issue.record("nothing was noticed")
      return
    }
  }
}
