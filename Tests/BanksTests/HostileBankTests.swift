import Diagnostics
import Foundation
import Quizzes
import SampleItems
import Testing

@testable import Banks

/// Files that nobody means well with: each reader ends, and soon.
@Suite struct HostileBankTests {
  private static let forms: [BankForm] = [.gift, .moodleXML, .aiken, .qti]

  private func read(_ text: String, as form: BankForm) -> Findings {
    var findings = Findings()
    _ = Quiz.read([SourceText(file: "x", text: text)], as: form, title: "x", &findings)
    return findings
  }

  @Test(arguments: forms)
  func `deep nesting ends in an answer`(form: BankForm) {
    for piece in ["{", "<a>", "[", "<div>", "{1:SA:", "<sup>", "=->", "<ul><li>"] {
      let text = String(repeating: piece, count: 50_000)
      _ = read(text, as: form)
      _ = read(
        "<quiz><question type='cloze'><questiontext><text><![CDATA[\(text)]]></text></questiontext></question></quiz>",
        as: form
      )
    }
  }

  @Test(arguments: forms)
  func `a line of a quarter of a megabyte ends in an answer`(form: BankForm) {
    for piece in [
      "x", "~", "=a#", "::", "%5", "####", "&#1;", "[id:", "\\", "//", "é", "A) b ", "<!--", "]]>",
    ] {
      let line = String(repeating: piece, count: (1 << 18) / piece.utf8.count)
      _ = read(line, as: form)
      _ = read("Which? {\(line)}", as: form)
    }
  }

  @Test(arguments: forms)
  func `control characters never reach an item`(form: BankForm) {
    let text = "Wh\u{7}ich\u{202E}?\u{1B}[31m"
    let texts: [BankForm: String] = [
      .gift: "\(text) {=a\u{8} ~b}", .aiken: "\(text)\nA) a\u{8}\nB) b\nANSWER: A",
      .moodleXML: """
      <quiz><question type="multichoice"><questiontext><text>Which\u{202E}?</text></questiontext>
      <answer fraction="100"><text>a&#x202E;</text></answer><answer><text>b</text></answer></question></quiz>
      """,
      .qti: """
      <assessmentItem identifier="a" title="\u{202E}t"><responseDeclaration identifier="R" baseType="identifier">
      <correctResponse><value>A</value></correctResponse></responseDeclaration><itemBody><p>Which\u{202E}?</p>
      <choiceInteraction responseIdentifier="R"><simpleChoice identifier="A">a</simpleChoice>
      <simpleChoice identifier="B">b\u{2028}</simpleChoice></choiceInteraction></itemBody></assessmentItem>
      """,
    ]
    let bank = ReadBank(texts[form] ?? "", as: form)
    let shown = bank.items.flatMap { $0.texts.map(\.text) }
    #expect(bank.items.count == 1)
    #expect(!shown.joined().unicodeScalars.contains { $0.isHarmful && $0 != "\n" })
    let said = bank.problems.joined().unicodeScalars
    #expect(!said.contains { $0.isHarmful && $0 != "\n" })
  }

  @Test(arguments: [
    "A {=yes ~%0.123456789012%no}", "// [tag:allow:negative-stem:as in t\u{202E}he treaty]\nA {T}",
    "// [tag:allow:clang:one] [tag:allow:clang:two]\nA {T}",
  ])
  func `what chance found stays mended`(text: String) throws {
    let bank = ReadBank(text, as: .gift)
    var findings = Findings()
    let yaml = Quiz(title: "Bank", status: "For tests.", items: bank.items).yaml
    let again = Quiz.parse(SourceText(file: "quiz.yaml", text: yaml), &findings)
    #expect(!findings.hasErrors)
    #expect(again?.items.map(\.withoutPlaces) == bank.items)
    #expect(bank.items.count == 1)
  }

  @Test func `twenty thousand equal names are told apart soon`() {
    let bank = ReadBank(String(repeating: "::Q q::A {T}\n\n", count: 20_001), as: .gift)
    #expect(bank.items.count == 20_000)
    #expect(Set(bank.items.map(\.id)).count == 20_000)
    #expect(bank.problems.contains { $0.contains("more than 20000 items") })
  }

  @Test func `a text that is too long is refused`() {
    let bank = ReadBank("\(String(repeating: "law ", count: 6000)){T}", as: .gift)
    #expect(bank.items == [])
    #expect(bank.problems.first?.contains("more than 20000 characters") == true)
  }
}
