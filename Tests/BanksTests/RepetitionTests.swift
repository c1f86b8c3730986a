import Diagnostics
import Foundation
import Quizzes
import SampleItems
import Testing

@testable import Banks

/// What a bank says twice is kept once, with a warning, whatever the form.
@Suite struct RepetitionTests {
  private func choice(_ fractions: [(String, String)], single: Bool = true) -> String {
    let answers = fractions.map { text, fraction in
      "<answer fraction=\"\(fraction)\"><text>\(text)</text></answer>"
    }
    return """
      <quiz><question type="multichoice"><name><text>Q</text></name>
      <questiontext><text>Which?</text></questiontext><single>\(single)</single>
      \(answers.joined())</question></quiz>
      """
  }

  @Test(arguments: [
    (BankForm.gift, "::Q::The capital is {=Paris =paris}"),
    (
      .moodleXML,
      """
      <quiz><question type="shortanswer"><name><text>Q</text></name><questiontext><text>The capital is
      </text></questiontext><answer fraction="100"><text>Paris</text></answer>
      <answer fraction="100"><text>paris</text></answer></question></quiz>
      """
    ),
  ])
  func `an accepted text that differs only in capital letters is merged`(
    form: BankForm,
    text: String
  ) {
    let bank = ReadBank(text, as: form)
    #expect(bank.items.first?.weighted == ["Paris 100"])
    #expect(
      bank.findings.map(\.message) == ["'Q' is read without a second accepted text 'paris'"]
    )
    #expect(bank.findings.allSatisfy { $0.severity == .warning })
  }

  @Test func `where capital letters count, both texts stay, in our own form too`() throws {
    let text = """
      <quiz><question type="shortanswer"><name><text>Q</text></name><questiontext><text>Symbol?</text>
      </questiontext><usecase>1</usecase><answer fraction="100"><text>Co</text></answer>
      <answer fraction="50"><text>CO</text></answer></question></quiz>
      """
    let bank = ReadBank(text, as: .moodleXML)
    #expect(bank.problems == [])
    #expect(bank.items.first?.weighted == ["Co 100", "CO 50"])
    var findings = Findings()
    let yaml = Quiz(title: "Q", status: "Q", items: bank.items).yaml
    let again = Quiz.parse(SourceText(file: "q.yaml", text: yaml), &findings)
    #expect(again?.items.map(\.withoutPlaces) == bank.items)
  }

  @Test func `options that read alike and count alike are merged`() {
    let single = ReadBank(choice([("A", "100"), ("B", "0"), ("B", "0")]), as: .moodleXML)
    #expect(single.items.first?.weighted == ["A 100", "B 0"])
    let several = ReadBank(
      choice([("A", "50"), ("B", "25"), ("B", "25"), ("C", "-50")], single: false),
      as: .moodleXML
    )
    #expect(several.items.first?.weighted == ["A 50", "B 50", "C -50"])
    #expect(several.findings.map(\.message) == ["'Q' is read without a second option 'B'"])
  }

  @Test func `a right and a wrong option that read alike are refused`() {
    let bank = ReadBank(choice([("A", "100"), ("A", "0"), ("B", "0")]), as: .moodleXML)
    #expect(bank.items == [])
    #expect(
      bank.findings.map(\.message) == ["'Q' cannot be read: two of its options are 'A'"]
    )
  }

  @Test func `pairs, further right sides and numbers are merged`() {
    let bank = ReadBank(
      """
      ::M::Match {=a -> 1 =a -> 1 =b -> 2 = -> 2 = -> 3 = -> 3}

      ::N::How many? {#=4:1 =4:1 =%50%5}
      """,
      as: .gift
    )
    #expect(
      bank.items.map(\.kind) == [
        .matching(Matching([.init("a", "1"), .init("b", "2")], extra: ["3"])),
        .numerical(
          Numerical([
            .init(.number(4, tolerance: .absolute(1))),
            .init(.number(5, tolerance: .absolute(0)), fraction: Rational(1, over: 2)),
          ])
        ),
      ]
    )
    #expect(
      bank.findings.map(\.message) == [
        "'M' is read without a second pair 'a'; a second right side '2'; a second right side '3'",
        "'N' is read without a second accepted number that is the same",
      ]
    )
  }
}
