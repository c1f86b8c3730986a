import Diagnostics
import Foundation
import Quizzes
import SampleItems
import Testing

@testable import Banks

@Suite struct BankRoundTripTests {
  /// Writes a bank in a form and reads it again.
  private func roundTrip(_ quiz: Quiz, through form: BankForm) -> (
    Quiz?, losses: Findings, Findings, String
  ) {
    var losses = Findings()
    var findings = Findings()
    let files = quiz.written(as: form, &losses)
    let sources = files.map { SourceText(file: "bank/\($0.path)", text: $0.text) }
    let read = Quiz.read(sources, as: form, title: "Title", &findings)
    let text = files.map { "\($0.path)\n\($0.text)" }.joined(separator: "\n")
    return (read, losses, findings, text)
  }

  @Test(arguments: BankForm.allCases, 0..<100 as Range<UInt64>)
  func `what a form can hold survives in it, and what is lost is told`(
    form: BankForm,
    seed: UInt64
  ) {
    var generator = ItemGenerator(seed: seed)
    let quiz = generator.quiz()
    let (read, losses, findings, text) = roundTrip(quiz, through: form)
    let problems = findings.diagnostics.filter { form != .seminar || $0.severity == .error }
    let expected = quiz.items.compactMap { $0.held(by: form) }
    if expected.isEmpty {
      #expect(read == nil)
    } else {
      #expect(problems == [], "\(problems.map(\.description).joined(separator: "\n"))\n\(text)")
    }
    var found = read?.items.map(\.withoutPlaces) ?? []
    if form == .aiken { for index in found.indices { found[index].id = "" } }
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) where found != expected {
      Issue.record("\(found.inYAML)\nexpected\n\(expected.inYAML)\n\(text)")
    }
    for item in quiz.items {
      let isTold = losses.diagnostics.contains { $0.message.hasPrefix("'\(item.id)'") }
      var canonical = item.canonical(in: form)
      if form == .aiken { canonical.id = "" }
      #expect(isTold == (item.held(by: form) != canonical || form == .aiken), "\(item.inYAML)")
    }
  }

  @Test(arguments: [BankForm.moodleXML, .qti, .seminar])
  func `a mark of four thirds survives, and nothing is lost`(form: BankForm) {
    let item = Item(
      id: "plane",
      stem: "So?",
      kind: .trueFalse(TrueFalse(key: true)),
      maximum: Rational(4, over: 3)
    )
    let (read, losses, _, text) = roundTrip(
      Quiz(title: "T", status: "S", items: [item]),
      through: form
    )
    #expect(read?.items.map(\.maximum) == [Rational(4, over: 3)], "\(text)")
    #expect(!losses.diagnostics.contains { $0.message.contains("mark") })
  }

  @Test(arguments: BankForm.allCases, BankForm.allCases)
  func `a bank that passes through two forms keeps what both can hold`(
    first: BankForm,
    second: BankForm
  ) throws {
    for seed in 1000..<1020 as Range<UInt64> {
      var generator = ItemGenerator(seed: seed)
      let quiz = generator.quiz()
      let (between, _, _, _) = roundTrip(quiz, through: first)
      guard let between else { continue }
      let (read, _, findings, text) = roundTrip(between, through: second)
      let expected = between.items.compactMap { $0.held(by: second) }
      var found = read?.items.map(\.withoutPlaces) ?? []
      if second == .aiken { for index in found.indices { found[index].id = "" } }
      let errors = findings.diagnostics.filter { $0.severity == .error }
      if !expected.isEmpty { #expect(errors == []) }
      #expect(found.count == expected.count)
      for (found, expected) in zip(found, expected) where found != expected {
        Issue.record("\(found.inYAML)\nexpected\n\(expected.inYAML)\n\(text)")
      }
    }
  }
}
