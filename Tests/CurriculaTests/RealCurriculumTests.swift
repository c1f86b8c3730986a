import Curricula
import Diagnostics
import Foundation
import Testing

@Suite struct RealCurriculumTests {
  private let curriculum: Curriculum

  init() throws {
    curriculum = try Self.read("curricula/crime-justice-security.yaml")
  }

  /// A curriculum of this repository, which has nothing to warn of.
  private static func read(_ file: String) throws -> Curriculum {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let source = try SourceText(file: file, bytes: Data(contentsOf: folder.appending(path: file)))
    let (curriculum, warnings) = try Curriculum.parse(source)
    #expect(warnings.diagnostics == [])
    return curriculum
  }

  @Test(arguments: [("cyberdiplomacy", 8), ("constructive-dialogue", 9), ("cybercrime-treaty", 6)])
  func `other training systems are curricula too, with every theme taught`(
    name: String,
    count: Int
  ) throws {
    let other = try Self.read("curricula/programmes/\(name)/curricula/\(name).yaml")
    #expect(other.sessions.count == count)
    #expect(other.proposal?.hasPrefix("Proposal, not official.") == true)
    #expect(Set(other.sessions.flatMap(\.themes)) == Set(other.themes.map(\.id)))
  }

  @Test func `it has 42 sessions on 21 themes in 11 modules and 11 blocks, for two groups`() {
    #expect(curriculum.sessions.count == 42)
    #expect(curriculum.themes.count == 21)
    #expect(curriculum.modules.count == 11)
    #expect(curriculum.blocks.count == 11)
    #expect(curriculum.groups.map(\.id) == ["police", "diplomats"])
  }

  @Test func `every theme has a session`() {
    let covered = Set(curriculum.sessions.flatMap(\.themes))
    #expect(curriculum.themes.map(\.id).filter { !covered.contains($0) } == [])
  }

  @Test func `its blocks are ten Tuesday mornings and one afternoon`() {
    #expect(curriculum.blocks.allSatisfy { $0.date.weekday == .tuesday })
    #expect(curriculum.blocks.filter { $0.start == 600 }.map(\.week) == Array(1...10))
    #expect(curriculum.blocks.last?.id == "2026-05-26T15:00")
  }

  @Test func `everybody who holds a session has an alternate, and panels have several voices`() {
    let held = Set(curriculum.sessions.flatMap { $0.trainers + $0.oneOf })
    #expect(curriculum.trainers.filter { held.contains($0.id) && $0.alternates.isEmpty } == [])
    let panels = curriculum.sessions.filter {
      $0.kind == .panel && !$0.title.hasPrefix("Discussion")
    }
    #expect(panels.filter { $0.trainers.count < 2 }.map(\.id) == [])
    #expect(curriculum.sessions.count { $0.title.hasPrefix("Discussion") } == 10)
  }

  @Test func `workshops take two training rooms, so that each group has one with a leader`() {
    let workshops = curriculum.sessions.filter { $0.kind == .workshop }
    #expect(workshops.map(\.id) == ["w2s3", "w5s3", "w6s3", "w9s3"])
    #expect(workshops.allSatisfy { $0.rooms == ["training-room"] && $0.trainers.count == 2 })
    let room = curriculum.rooms.first { $0.id == "training-room" }
    #expect(room?.parts == ["training-room-1", "training-room-2"])
  }

  @Test func `weekly quizzes count once towards passing, and the final a third`() throws {
    let rule = try #require(curriculum.passRule)
    let weekly = curriculum.modules.map(\.id).filter { $0 != "capstone" }
    let expected = (weekly + ["final"]).map { "crime-justice-security/\($0)" }
    #expect(Set(rule.parts.map(\.quiz)) == Set(expected))
    let last = try #require(rule.parts.last)
    #expect(last.quiz == "crime-justice-security/final")
    #expect(last.minimum == 50)
    #expect(rule.parts.dropLast().allSatisfy { $0.weight == 1 && $0.minimum == nil })
    #expect(last.weight * 3 == rule.parts.reduce(0) { $0 + $1.weight })
    #expect(rule.minimum == 60)
    #expect(rule.attendance == 80)
    #expect(curriculum.certificate.note.hasPrefix("Not official"))
    #expect(curriculum.certificate.signatures == [])
  }

  @Test func `it says what is proposed`() {
    #expect(curriculum.proposal?.hasPrefix("Proposal, not official.") == true)
  }
}
