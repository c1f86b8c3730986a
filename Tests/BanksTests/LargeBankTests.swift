import Diagnostics
import Quizzes
import SampleItems
import Testing

@testable import Banks

/// A bank of more than a thousand GIFT questions goes to Moodle XML and back.
@Suite struct LargeBankTests {
  private func passed(_ quiz: Quiz, through form: BankForm) throws -> Quiz {
    var losses = Findings()
    var findings = Findings()
    let sources = quiz.written(as: form, &losses).map { SourceText(file: "bank", text: $0.text) }
    let read = try #require(Quiz.read(sources, as: form, title: "Bank", &findings))
    #expect(!findings.hasErrors, "\(findings.sorted.prefix(3).map(\.description))")
    return read
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `twelve hundred questions keep names, kinds, answers and fractions`(seed: UInt64) throws {
    var generator = GIFTBank(seed: seed)
    let text = generator.text(questions: 1200)
    let bank = ReadBank(text, as: .gift)
    #expect(bank.findings.filter { $0.severity == .error } == [])
    try #require(bank.items.count == 1200)
    let kinds = Set(bank.items.map { $0.kind.name })
    #expect(kinds == Set(Item.Kind.Name.allCases).subtracting([.ordering, .cloze]))

    let there = try passed(Quiz(title: "Bank", status: "", items: bank.items), through: .moodleXML)
    let back = try passed(there, through: .gift)
    #expect(there.items.count == 1200)
    #expect(back.items.count == 1200)
    for (index, item) in bank.items.enumerated() {
      let expected = item.canonical(in: .moodleXML)
      if there.items[index].withoutPlaces != expected {
        Issue.record("\(there.items[index].inYAML)\nexpected\n\(expected.inYAML)")
      }
      if back.items[index].withoutPlaces != expected {
        Issue.record("\(back.items[index].inYAML)\nexpected\n\(expected.inYAML)")
      }
    }
    var losses = Findings()
    let written = back.written(as: .gift, &losses).map(\.text)
    #expect(written == there.written(as: .gift, &losses).map(\.text))
  }
}
