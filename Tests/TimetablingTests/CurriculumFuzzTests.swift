import Curricula
import Diagnostics
import Mutations
import Testing
import Timetabling

@Suite struct CurriculumFuzzTests {
  /// The sample with everything that a curriculum may say.
  private static let text =
    Sample()
    .replacing(
      "trainers:\n",
      with: """
        calendar:
          - {closed: 2026-03-09, name: Holiday}
          - {avoid: {from: 2026-03-16, to: 2026-03-18}, name: Meeting, weight: 3}
        trainers:
          - {id: eve, name: Eve, hours: {from: 09:00, to: 17:00}, away: [2026-03-04],
             zone: Asia/Tokyo}

        """
    ).text + "constraints:\n" + everyDeclaration.map { "  - \($0)\n" }.joined()

  @Test func `damaged curricula are read without harm`() {
    Fuzzing.run("curriculum", cases: 150) { seed in
      var mutation = Mutation(seed: seed)
      guard
        let source = try? SourceText(
          file: "sample.yaml",
          bytes: mutation.damaged(Array(Self.text.utf8))
        )
      else { return }
      do throws(Findings) {
        _ = try Problem(Curriculum.parse(source).curriculum)
      } catch {
        #expect(error.hasErrors, "seed \(seed)")
        for diagnostic in error.diagnostics {
          #expect(!diagnostic.message.unicodeScalars.contains { $0.isHarmful }, "seed \(seed)")
          #expect(diagnostic.location.file == "sample.yaml", "seed \(seed)")
        }
      }
    }
  }
}
