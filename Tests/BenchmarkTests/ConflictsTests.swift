import Curricula
import Diagnostics
import Foundation
import Testing
import Timetabling

@testable import seminar_benchmark

@Suite struct ConflictsTests {
  private static let file = "Tests/Benchmarks/ten-weeks.yaml"

  @Test(arguments: ImpossibleEdit.all.indices)
  func `every change still fits the curriculum, which stays readable`(index: Int) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appendingPathComponent("../../\(Self.file)"),
      encoding: .utf8
    )
    let changed = try #require(ImpossibleEdit.all[index].applied(to: text))
    #expect(changed != text)
    let source = SourceText(file: Self.file, text: changed)
    #expect(try Problem(Curriculum.parse(source).curriculum).sessions.count == 31)
  }

  @Test func `thirty kinds are told apart`() {
    #expect(Set(ImpossibleEdit.all.map(\.name)).count == ImpossibleEdit.all.count)
    #expect(ImpossibleEdit.all.count == 30)
  }
}
