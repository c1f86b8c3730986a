import Diagnostics
import Foundation
import Quizzes
import Testing

@testable import Banks

/// Several responses in one item of QTI 1.2: gaps, pairs and categories.
@Suite struct QTI12SetTests {
  private typealias Sample = QTI12Sample

  private func blank(_ name: String, _ texts: String...) -> String {
    let labels = texts.map { text in
      """
      <response_label ident="\(name)-\(text)"><material><mattext>\(text)</mattext></material>
      </response_label>
      """
    }
    return """
      <response_lid ident="response_\(name)"><material><mattext>\(name)</mattext></material>
      <render_choice>\(labels.joined())</render_choice></response_lid>
      """
  }

  private func adds(_ score: String, _ response: String, _ value: String) -> String {
    """
    <respcondition><conditionvar>\(Sample.equals(value, response))</conditionvar>
    <setvar varname="SCORE" action="Add">\(score)</setvar></respcondition>
    """
  }

  @Test func `names in brackets are gaps with options`() {
    let bank = Sample.read(
      Sample.canvas(
        "multiple_dropdowns_question",
        blank("x", "red", "plaid") + blank("y", "blue", "dotted"),
        adds("50.00", "response_x", "x-red") + adds("50.00", "response_y", "y-dotted"),
        stem: "&lt;p&gt;Roses are [x], and [y] they are.&lt;/p&gt;"
      )
    )
    #expect(bank.problems == [])
    #expect(bank.items.first?.stem == "Roses are [[1]], and [[2]] they are.")
    let gaps: [Cloze.Gap] = [
      .init(.singleChoice(SingleChoice([.key("red"), .distractor("plaid")]))),
      .init(.singleChoice(SingleChoice([.distractor("blue"), .key("dotted")]))),
    ]
    #expect(bank.items.first?.kind == .cloze(Cloze(gaps)))
  }

  @Test func `blanks to type in accept every text that Canvas lists for them`() {
    let bank = Sample.read(
      Sample.canvas(
        "fill_in_multiple_blanks_question",
        blank("x", "red", "crimson") + blank("y", "blue"),
        adds("50.00", "response_x", "x-red") + adds("50.00", "response_y", "y-blue"),
        stem: "[x] and [y]"
      )
    )
    #expect(bank.problems == [])
    let gaps: [Cloze.Gap] = [
      .init(.shortText(ShortText([.init("red"), .init("crimson")]))),
      .init(.shortText(ShortText([.init("blue")]))),
    ]
    #expect(bank.items.first?.kind == .cloze(Cloze(gaps)))
  }

  @Test func `responses with a text of their own are the pairs of a matching`() {
    func side(_ name: String, _ text: String) -> String {
      """
      <response_lid ident="response_\(name)"><material><mattext>\(text)</mattext></material>
      <render_choice>\(Sample.labels("drives nails", "cuts", "glues"))</render_choice></response_lid>
      """
    }
    let bank = Sample.read(
      Sample.canvas(
        "matching_question",
        side("a", "Hammer") + side("b", "Saw"),
        adds("50.00", "response_a", "1") + adds("50.00", "response_b", "2")
      )
    )
    #expect(bank.problems == [])
    #expect(
      bank.items.first?.kind
        == .matching(
          Matching([.init("Hammer", "drives nails"), .init("Saw", "cuts")], extra: ["glues"])
        )
    )
  }

  @Test func `categories give each text its category, and texts of none are reported`() {
    func category(_ name: String) -> String {
      """
      <response_lid ident="\(name)" rcardinality="Multiple"><material><mattext>\(name)</mattext>
      </material><render_choice>\(Sample.labels("Oak", "Pine", "Steel"))</render_choice></response_lid>
      """
    }
    let bank = Sample.read(
      Sample.canvas(
        "categorization_question",
        category("Hardwood") + category("Softwood"),
        adds("50", "Hardwood", "1") + adds("50", "Softwood", "2")
      )
    )
    #expect(
      bank.items.first?.kind
        == .matching(Matching([.init("Oak", "Hardwood"), .init("Pine", "Softwood")]))
    )
    #expect(
      bank.findings.map(\.message) == ["'g1' is read without the texts that belong to no category"]
    )
  }
}
