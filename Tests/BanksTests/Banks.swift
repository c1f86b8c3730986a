import Diagnostics
import Quizzes
import SampleItems

@testable import Banks

/// A bank as it was read from a text, with everything that was said about it.
struct ReadBank {
  let items: [Item]
  let findings: [Diagnostic]

  /// Reads one file in a form.
  init(_ text: String, as form: BankForm, file: String = "bank.txt") {
    var findings = Findings()
    let quiz = Quiz.read(
      [SourceText(file: file, text: text)],
      as: form,
      title: "Bank",
      &findings
    )
    items = quiz?.items.map(\.withoutPlaces) ?? []
    self.findings = findings.sorted
  }

  /// The errors and warnings, each as people see it.
  var problems: [String] { findings.map(\.description) }

  /// The places of what was said.
  var places: [Diagnostic.Location] { findings.map(\.location) }
}

extension Item {
  /// The options of a choice with what each earns, in percent.
  var weighted: [String] {
    switch kind {
    case .singleChoice(let choice):
      zip(choice.options, choice.weights).map { "\($0.text) \($1.percent)" }
    case .multipleResponse(let choice):
      zip(choice.options, choice.weights).map { "\($0.text) \($1.percent)" }
    case .shortText(let shortText):
      shortText.accepted.map { "\($0.pattern) \($0.fraction.percent)" }
    case .trueFalse, .numerical, .matching, .ordering, .cloze, .essay, .description: []
    }
  }

  /// What each option or accepted response says.
  var reasons: [String?] {
    switch kind {
    case .singleChoice(let choice): choice.options.map(\.because)
    case .multipleResponse(let choice): choice.options.map(\.because)
    case .shortText(let shortText): shortText.accepted.map(\.because)
    case .numerical(let numerical): numerical.accepted.map(\.because) + [numerical.otherwise]
    case .trueFalse(let statement): [statement.becauseTrue, statement.becauseFalse]
    case .matching, .ordering, .cloze, .essay, .description: []
    }
  }
}
