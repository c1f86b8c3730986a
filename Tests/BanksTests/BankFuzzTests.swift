import Diagnostics
import Foundation
import Mutations
import Quizzes
import SampleItems
import Testing

@testable import Banks

/// Valid files are damaged by chance; each reader ends, and what it reads can be written.
///
/// `FUZZ_SECONDS=600` in the environment makes each reader work for ten minutes instead of some
/// hundred cases; `FUZZ_FORM=gift` takes one reader alone.
@Suite struct BankFuzzTests {
  private static let forms: [BankForm] = {
    let wanted = ProcessInfo.processInfo.environment["FUZZ_FORM"]
    let forms: [BankForm] = [.gift, .moodleXML, .aiken, .qti, .seminar]
    return forms.filter { wanted == nil || $0.rawValue == wanted }
  }()

  @Test(arguments: forms)
  func `damaged files are read without harm, and what was read survives`(form: BankForm) {
    Fuzzing.run(form.rawValue) { check(form, seed: $0) }
  }

  /// Damages one bank, reads it, and passes what was read through our own form.
  private func check(_ form: BankForm, seed: UInt64) {
    var generator = ItemGenerator(seed: seed)
    var losses = Findings()
    let quiz = generator.quiz(items: 3)
    var mutation = Mutation(seed: seed)
    let sources = quiz.written(as: form, &losses).compactMap { file in
      let bytes = mutation.damaged(Array(file.text.utf8))
      return try? SourceText(file: "bank/\(file.path)", bytes: bytes)
    }
    var findings = Findings()
    guard let read = Quiz.read(sources, as: form, title: "Bank", &findings) else { return }
    for diagnostic in findings.diagnostics {
      #expect(!diagnostic.message.unicodeScalars.contains { $0.isHarmful }, "seed \(seed)")
    }
    guard form != .seminar else { return }
    var again = Findings()
    let kept = Quiz.parse(SourceText(file: "quiz.yaml", text: read.yaml), &again)
    let errors = again.diagnostics.filter { $0.severity == .error }
    #expect(errors == [], "seed \(seed): \(errors.map(\.description))")
    for (kept, item) in zip(kept?.items ?? [], read.items) {
      if kept.withoutPlaces != item.withoutPlaces {
        Issue.record("seed \(seed): \(item.inYAML) reads back as \(kept.inYAML)")
      }
    }
    for target in BankForm.allCases {
      _ = read.written(as: target, &losses)
    }
  }
}
