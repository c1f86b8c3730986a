import Diagnostics
import Mutations
import Testing

@testable import Records

@Suite struct RosterFuzzTests {
  private static let roster = """
    id,Name,email,group,language,Extra time,mission
    p01,Ana Núñez,ana@example.org,A,es,1.25,Ruritania
    p02,"Doe, Jo",,,,,
    p03,"Said ""the tall"" Ali",said@example.org,B,ar,1.5,"two
    lines"
    P04,漢字,,B,zh,,

    """

  @Test func `damaged tables are read without harm, and what is read is sound`() {
    Fuzzing.run("roster") { seed in
      var mutation = Mutation(seed: seed)
      guard
        let source = try? SourceText(
          file: "roster.csv",
          bytes: mutation.damaged(Array(Self.roster.utf8))
        )
      else { return }
      do throws(Findings) {
        let participants = try Roster.parse(source).participants
        #expect(!participants.isEmpty, "seed \(seed)")
        #expect(Set(participants.map(\.id)).count == participants.count, "seed \(seed)")
        for participant in participants {
          let shown = [participant.id, participant.name].joined().unicodeScalars
          #expect(!shown.contains { $0.isHarmful }, "seed \(seed)")
        }
      } catch {
        #expect(error.hasErrors, "seed \(seed)")
        for diagnostic in error.diagnostics {
          #expect(!diagnostic.message.unicodeScalars.contains { $0.isHarmful }, "seed \(seed)")
        }
      }
    }
  }
}
