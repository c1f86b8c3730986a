import Curricula
import Diagnostics
import Foundation
import Testing

@Suite struct RealCurriculumTests {
  private let curriculum: Curriculum

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = "curricula/crime-justice-security.yaml"
    let source = try SourceText(file: file, bytes: Data(contentsOf: folder.appending(path: file)))
    let (curriculum, warnings) = try Curriculum.parse(source)
    #expect(warnings.diagnostics == [])
    self.curriculum = curriculum
  }

  @Test func `it has 31 sessions on 21 themes in 10 modules and 11 blocks`() {
    #expect(curriculum.sessions.count == 31)
    #expect(curriculum.themes.count == 21)
    #expect(curriculum.modules.count == 10)
    #expect(curriculum.blocks.count == 11)
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

  @Test func `it says what is proposed`() {
    #expect(curriculum.proposal?.hasPrefix("Proposal, not official.") == true)
  }
}
