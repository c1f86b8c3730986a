import Diagnostics
import Foundation
import MarkedTexts
import Quizzes
import Testing

@testable import Banks

@Suite struct MoodleXMLTests {
  private func read(_ questions: String) -> ReadBank {
    ReadBank("<quiz>\(questions)</quiz>", as: .moodleXML, file: "bank.xml")
  }

  private func question(_ type: String, _ inner: String, stem: String = "Which?") -> ReadBank {
    read(
      """
      <question type="\(type)"><name><text>Q 1</text></name>
      <questiontext format="html"><text><![CDATA[\(stem)]]></text></questiontext>\(inner)</question>
      """
    )
  }

  @Test func `a choice is read with fractions, feedback, hints and tags`() throws {
    let bank = question(
      "multichoice",
      """
      <generalfeedback format="html"><text>&lt;p&gt;Because.&lt;/p&gt;</text></generalfeedback>
      <defaultgrade>2.5000000</defaultgrade><penalty>0.1000000</penalty><idnumber>q-1</idnumber>
      <single>true</single><shuffleanswers>0</shuffleanswers>
      <correctfeedback format="html"><text>Well done.</text></correctfeedback>
      <answer fraction="100" format="html"><text>a</text><feedback format="html"><text>Yes</text></feedback></answer>
      <answer fraction="33.33333" format="html"><text><![CDATA[<p>b</p>]]></text></answer>
      <answer fraction="0"><text>c</text></answer>
      <hint format="html"><text>Think.</text></hint>
      <tags><tag><text>law</text></tag><tag><text>theme:T05</text></tag></tags>
      """
    )
    let item = try #require(bank.items.first)
    #expect(bank.problems == [])
    #expect(item.id == "q-1")
    #expect(item.name == "Q 1")
    #expect(item.weighted == ["a 100", "b 33.3333333", "c 0"])
    #expect(item.reasons == ["Yes", nil, nil])
    #expect(item.rationale == "Because.")
    #expect(item.maximum == Rational(5, over: 2))
    #expect(item.penalty == Rational(1, over: 10))
    #expect(item.feedback.right == "Well done.")
    #expect(item.hints == ["Think."])
    #expect(item.tags == ["law"])
    #expect(item.themes == [.init("T05")])
    #expect(item.keepsOrder)
  }

  @Test func `the usual penalty is that of the quiz`() {
    let bank = question("essay", "<penalty>0.3333333</penalty>")
    #expect(bank.items.first?.penalty == nil)
  }

  @Test(arguments: [
    (
      "<answer fraction=\"0\"><text>true</text></answer><answer fraction=\"100\"><text>false</text></answer>",
      false
    ),
    (
      "<answer fraction=\"100\"><text>false</text></answer><answer fraction=\"0\"><text>true</text></answer>",
      false
    ),
    (
      "<answer fraction=\"100\"><text>Right</text></answer><answer fraction=\"0\"><text>Wrong</text></answer>",
      true
    ),
    (
      "<answer fraction=\"0\"><text>Ja</text></answer><answer fraction=\"100\"><text>Nein</text></answer>",
      false
    ),
  ])
  func `the true answer is the one named so, else the first`(answers: String, key: Bool) {
    #expect(question("truefalse", answers).items.first?.kind == .trueFalse(TrueFalse(key: key)))
  }

  @Test func `numbers have tolerances, units and a word for the rest`() throws {
    let bank = question(
      "numerical",
      """
      <answer fraction="100"><text>3.14</text><tolerance>0.005</tolerance></answer>
      <answer fraction="0"><text>*</text><feedback><text>Look again.</text></feedback></answer>
      <units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit>
      <unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>
      """
    )
    guard case .numerical(let numerical)? = bank.items.first?.kind else {
      Issue.record("expected a number: \(bank.problems)")
      return
    }
    #expect(
      numerical.accepted.first?.value.contains(try #require(Decimal(string: "3.145"))) == true
    )
    #expect(numerical.otherwise == "Look again.")
    #expect(numerical.unit == "m")
    #expect(numerical.units == [.init("cm", count: 100)])
  }

  @Test func `pairs may lack a left side`() {
    let bank = question(
      "matching",
      """
      <subquestion><text>a</text><answer><text>1</text></answer></subquestion>
      <subquestion><text>b</text><answer><text>2</text></answer></subquestion>
      <subquestion><text></text><answer><text>3</text></answer></subquestion>
      """
    )
    #expect(
      bank.items.first?.kind
        == .matching(Matching([.init("a", "1"), .init("b", "2")], extra: ["3"]))
    )
  }

  @Test func `gaps in a text are read in their code`() throws {
    let bank = question(
      "cloze",
      "",
      stem: #"""
        <p>Article {1:SHORTANSWER:=2#Yes~%50%two} has {2:NM:=4:0.5} parts,
        {:MC:=a \} brace~b &amp; c#no} and a {brace}.</p>
        """#
    )
    let item = try #require(bank.items.first)
    #expect(item.stem == "Article [[1]] has [[2]] parts, [[3]] and a {brace}.")
    guard case .cloze(let cloze) = item.kind else {
      Issue.record("expected gaps")
      return
    }
    #expect(cloze.gaps.map(\.weight) == [1, 2, 1])
    #expect(item.maximum == 4)
    let first = ShortText([
      .init("2", because: "Yes"), .init("two", fraction: Rational(1, over: 2)),
    ])
    #expect(cloze.gaps[0].kind == .shortText(first))
    #expect(
      cloze.gaps[2].kind
        == .singleChoice(SingleChoice([.key("a } brace"), .distractor("b & c", because: "no")]))
    )
  }

  @Test func `categories hold for what follows`() {
    let bank = read(
      """
      <question type="category"><category><text>$course$/Law</text></category></question>
      <question type="description"><questiontext><text>Read.</text></questiontext></question>
      """
    )
    #expect(bank.items.first?.category == "$course$/Law")
    #expect(bank.items.first?.kind == .description)
  }

  @Test(arguments: [
    (
      "<quiz>1️⃣<question type=\"calculated\"><name><text>x</text></name></question></quiz>",
      "a question of the type 'calculated' cannot be read"
    ),
    ("1️⃣<questions/>", "found the element 'questions', expected 'quiz'"),
    (
      "<quiz>\n1️⃣<question type=\"multichoice\"><questiontext><text>x</text></questiontext>"
        + "<answer fraction=\"33\"><text>a</text></answer><answer fraction=\"0\"><text>b</text></answer>"
        + "</question></quiz>", "the item cannot be read: none of its options earns the whole mark"
    ),
    (
      "<quiz><question type=\"shortanswer\"><questiontext><text>x</text></questiontext>\n"
        + "1️⃣<answer fraction=\"lots\"><text>a</text></answer></question></quiz>",
      "the fraction 'lots' is not a percentage"
    ),
  ])
  func `what cannot be read is reported with its place`(marked: String, message: String) {
    let text = MarkedText(marked)
    let bank = ReadBank(text.text, as: .moodleXML, file: "bank.xml")
    #expect(bank.items == [])
    #expect(bank.findings.first?.message == message)
    #expect(bank.places.first == text.location(in: "bank.xml"))
  }

  @Test func `files in a question are told as lost`() {
    let bank = read(
      """
      <question type="essay"><questiontext format="html"><text>Look: &lt;img src="@@PLUGINFILE@@/a.png"&gt;</text>
      <file name="a.png" encoding="base64">iVBORw0KGgo=</file></questiontext></question>
      """
    )
    #expect(
      bank.problems == [
        "bank.xml:1:7: warning: 'look' is read without an image; files that belong to it"
      ]
    )
  }

  @Test func `a fraction that Moodle does not know is told on writing`() {
    var losses = Findings()
    let options = [
      Item.Option("a", isKey: true),
      Item.Option("b", isKey: false, fraction: Rational(1, over: 13)),
    ]
    let item = Item(id: "x", stem: "Which?", kind: .singleChoice(SingleChoice(options)))
    _ = Quiz(title: "T", status: "S", items: [item]).written(as: .moodleXML, &losses)
    #expect(
      losses.sorted.contains {
        $0.message == "'x' has the fraction 7.6923077%, which is not one of Moodle's grades"
      }
    )
  }

  private func lost(_ question: String) -> [String] {
    ReadBank("<quiz>\(question)</quiz>", as: .moodleXML).findings.map(\.message)
  }

  @Test func `what is lost of hints, statements and orders is reported`() {
    let head = "<name><text>Q</text></name><questiontext><text>Is it?</text></questiontext>"
    let truths = """
      <answer fraction="100"><text>true</text></answer>
      <answer fraction="-25"><text>false</text></answer>
      """
    #expect(
      lost("<question type=\"truefalse\">\(head)\(truths)</question>") == [
        "'Q' is read without what the wrong answer costs"
      ]
    )
    let hints = """
      <answer fraction="100"><text>a</text></answer>
      <hint><text></text></hint><hint><text></text><clearwrong/></hint>
      """
    #expect(
      lost("<question type=\"shortanswer\">\(head)\(hints)</question>") == [
        "'Q' is read without 2 empty hints; what happens to the response at a hint"
      ]
    )
    let order = """
      <answer><text>a</text><feedback><text>First of all.</text></feedback></answer>
      <answer><text>b</text></answer>
      """
    #expect(
      lost("<question type=\"ordering\">\(head)\(order)</question>") == [
        "'Q' is read without the feedback for a text to put in order"
      ]
    )
  }

  @Test(arguments: ["gapselect", "ddwtos"])
  func `words that are chosen or dragged into a text are gaps`(type: String) {
    let element = type == "gapselect" ? "selectoption" : "dragbox"
    let words = [("cat", 1), ("mat", 2), ("dog", 1), ("hat", 2)].map { text, group in
      "<\(element)><text>\(text)</text><group>\(group)</group><infinite/></\(element)>"
    }
    let bank = ReadBank(
      """
      <quiz><question type="\(type)"><name><text>Q</text></name><questiontext format="html">
      <text>The [[1]] sat on the [[2]].</text></questiontext>\(words.joined())</question></quiz>
      """,
      as: .moodleXML
    )
    #expect(bank.problems == [])
    #expect(bank.items.first?.stem == "The [[1]] sat on the [[2]].")
    let gaps: [Cloze.Gap] = [
      .init(.singleChoice(SingleChoice([.key("cat"), .distractor("dog")]))),
      .init(.singleChoice(SingleChoice([.key("mat"), .distractor("hat")]))),
    ]
    #expect(bank.items.first?.kind == .cloze(Cloze(gaps)))
  }
}
