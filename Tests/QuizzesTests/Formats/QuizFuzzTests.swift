import Diagnostics
import Mutations
import SampleItems
import Testing

@testable import Quizzes

@Suite struct QuizFuzzTests {
  /// A quiz that says everything that a quiz may say.
  private static let text = QuizParsingTests.whole.replacing(
    "notice: Sharp things.\n",
    with: """
      notice: Sharp things.
      certainty: true
      penalty: 1/3
      opens: 2026-03-01T09:00Z
      closes: 2026-03-08T18:30-05:00
      time-limit: 45 minutes
      attempts: 2
      wait: 1 day
      grade: last
      feedback:
        right-after: [responses, verdicts]
        later: nothing
        after-close: everything
      sections:
        - {id: one, title: One, text: Read this., keep-order: true}
      draw:
        - {items: 2, theme: T05}
      allow: {key-position: "a short quiz"}

      """
  )

  @Test func `damaged quizzes are read without harm, and what is read is written as it was`() {
    Fuzzing.run("quiz") { seed in
      var mutation = Mutation(seed: seed)
      guard
        let source = try? SourceText(
          file: "quiz.yaml",
          bytes: mutation.damaged(Array(Self.text.utf8))
        )
      else { return }
      var findings = Findings()
      let quiz = Quiz.parse(source, &findings)
      for diagnostic in findings.diagnostics {
        #expect(!diagnostic.message.unicodeScalars.contains { $0.isHarmful }, "seed \(seed)")
      }
      guard let quiz else {
        #expect(findings.hasErrors, "seed \(seed)")
        return
      }
      var again = Findings()
      let kept = Quiz.parse(SourceText(file: "again.yaml", text: quiz.yaml), &again)
      #expect(!again.hasErrors, "seed \(seed): \(again.sorted.map(\.description))")
      #expect(
        kept?.items.map(\.withoutPlaces) == quiz.items.map(\.withoutPlaces),
        "seed \(seed)"
      )
      #expect(kept?.conditions == quiz.conditions, "seed \(seed)")
      #expect(kept?.feedback == quiz.feedback, "seed \(seed)")
    }
  }
}
