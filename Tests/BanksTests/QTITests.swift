import Diagnostics
import Foundation
import MarkedTexts
import Quizzes
import SampleItems
import Testing

@testable import Banks

@Suite struct QTITests {
  private func read(_ text: String) -> ReadBank { ReadBank(text, as: .qti, file: "item.xml") }

  /// An item of QTI 2.1 with one response.
  private func old(
    _ declaration: String,
    _ body: String,
    template: String = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
  ) -> ReadBank {
    read(
      """
      <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="old" title="Old">
      \(declaration)
      <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
      <itemBody>\(body)</itemBody>
      <responseProcessing template="\(template)"/></assessmentItem>
      """
    )
  }

  private static let choices = """
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
    <prompt>Which?</prompt><simpleChoice identifier="A">One</simpleChoice>
    <simpleChoice identifier="B" fixed="true">Two</simpleChoice></choiceInteraction>
    """

  private static func declared(_ values: String..., cardinality: String = "single") -> String {
    """
    <responseDeclaration identifier="RESPONSE" cardinality="\(cardinality)" baseType="identifier">
    <correctResponse>\(values.map { "<value>\($0)</value>" }.joined())</correctResponse>
    </responseDeclaration>
    """
  }

  @Test(arguments: [
    "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct",
    "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct.xml",
    "http://www.imsglobal.org/question/qti_v2p2/rptemplates/match_correct.xml",
    "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml",
    "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct",
    "/templates/match_correct.xml",
  ])
  func `the standard template is known by the end of its address`(template: String) {
    let bank = old(Self.declared("B"), "<p>Read.</p>\(Self.choices)", template: template)
    #expect(bank.problems == [])
    #expect(bank.items.first?.stem == "Read.\n\nWhich?")
    #expect(bank.items.first?.name == "Old")
    #expect(bank.items.first?.weighted == ["One 0", "Two 100"])
  }

  @Test func `several right choices count as a whole by the correct response`() {
    let bank = old(Self.declared("A", cardinality: "multiple"), Self.choices)
    guard case .multipleResponse(let choice)? = bank.items.first?.kind else {
      Issue.record("expected a multiple response: \(bank.problems)")
      return
    }
    #expect(choice.rule == .allOrNothing)
  }

  @Test func `a mapping gives parts of the mark`() {
    let bank = read(
      """
      <qti-assessment-item identifier="new" title="New">
      <qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="identifier">
      <qti-correct-response><qti-value>A</qti-value><qti-value>B</qti-value></qti-correct-response>
      <qti-mapping lower-bound="0" upper-bound="2" default-value="-2">
      <qti-map-entry map-key="A" mapped-value="1"/><qti-map-entry map-key="B" mapped-value="1"/>
      </qti-mapping></qti-response-declaration>
      <qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="0">
      <qti-simple-choice identifier="A">One</qti-simple-choice>
      <qti-simple-choice identifier="B">Two</qti-simple-choice>
      <qti-simple-choice identifier="C">Three</qti-simple-choice></qti-choice-interaction>
      <p>Which?</p></qti-item-body>
      <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"/>
      </qti-assessment-item>
      """
    )
    #expect(bank.problems == [])
    #expect(bank.items.first?.weighted == ["One 50", "Two 50", "Three -100"])
    #expect(bank.items.first?.maximum == 2)
    #expect(bank.items.first?.keepsOrder == true)
  }

  @Test func `the two choices true and false are a statement`() {
    let bank = old(
      Self.declared("false"),
      """
      <p>Moss flies.</p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">
      <simpleChoice identifier="true">True<feedbackInline outcomeIdentifier="F" identifier="true">No</feedbackInline>
      </simpleChoice><simpleChoice identifier="false">False</simpleChoice></choiceInteraction>
      """
    )
    #expect(bank.items.first?.kind == .trueFalse(TrueFalse(key: false, becauseTrue: "No")))
  }

  @Test func `a text entry in a line is a gap, and one behind the text is the whole item`() {
    let declaration = """
      <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string">
      <correctResponse><value>York</value></correctResponse></responseDeclaration>
      """
    let entry = "<textEntryInteraction responseIdentifier=\"RESPONSE\"/>"
    let inside = old(declaration, "<p>Now is the winter by this sun of \(entry);</p>")
    #expect(inside.items.first?.stem == "Now is the winter by this sun of [[1]];")
    #expect(inside.items.first?.kind.name == .cloze)
    let behind = old(declaration, "<p>Which sun?</p><p>\(entry)</p>")
    #expect(behind.items.first?.kind == .shortText(ShortText([.init("York")], matchesCase: true)))
  }

  @Test func `numbers are compared with a tolerance`() throws {
    let bank = read(
      """
      <qti-assessment-item identifier="pi" title="pi">
      <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="float">
      <qti-correct-response><qti-value>3.14</qti-value></qti-correct-response></qti-response-declaration>
      <qti-item-body><p>Pi?</p><p><qti-text-entry-interaction response-identifier="RESPONSE"/></p></qti-item-body>
      <qti-response-processing><qti-response-condition><qti-response-if>
      <qti-equal tolerance-mode="absolute" tolerance="0.01 0.01"><qti-variable identifier="RESPONSE"/>
      <qti-base-value base-type="float">3.14</qti-base-value></qti-equal>
      <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value>
      </qti-set-outcome-value></qti-response-if></qti-response-condition></qti-response-processing>
      </qti-assessment-item>
      """
    )
    let number = try #require(Decimal(string: "3.14"))
    let reach = try #require(Decimal(string: "0.01"))
    #expect(bank.problems == [])
    #expect(bank.items.first?.kind == .numerical(Numerical(key: number, tolerance: reach)))
  }

  @Test func `order, match and essay become ours`() {
    let order = old(
      Self.declared("B", "A", cardinality: "ordered"),
      """
      <orderInteraction responseIdentifier="RESPONSE"><prompt>Order?</prompt>
      <simpleChoice identifier="A">second</simpleChoice><simpleChoice identifier="B">first</simpleChoice>
      </orderInteraction>
      """
    )
    #expect(
      order.items.first?.kind == .ordering(Ordering(["first", "second"], rule: .allOrNothing))
    )
    let match = old(
      Self.declared("A X", "B X", cardinality: "multiple"),
      """
      <p>Match.</p><matchInteraction responseIdentifier="RESPONSE"><simpleMatchSet>
      <simpleAssociableChoice identifier="A" matchMax="1">a</simpleAssociableChoice>
      <simpleAssociableChoice identifier="B" matchMax="1">b</simpleAssociableChoice></simpleMatchSet>
      <simpleMatchSet><simpleAssociableChoice identifier="X" matchMax="2">x</simpleAssociableChoice>
      <simpleAssociableChoice identifier="Y" matchMax="2">y</simpleAssociableChoice></simpleMatchSet>
      </matchInteraction>
      """
    )
    #expect(
      match.items.first?.kind
        == .matching(
          Matching([.init("a", "x"), .init("b", "x")], extra: ["y"], rule: .allOrNothing)
        )
    )
    let essay = old(
      "<responseDeclaration identifier=\"RESPONSE\" cardinality=\"single\" baseType=\"string\"/>",
      """
      <p>Explain.</p><rubricBlock view="scorer"><p>Two sources.</p></rubricBlock>
      <extendedTextInteraction responseIdentifier="RESPONSE"/>
      """
    )
    #expect(essay.items.first?.kind == .essay(Essay(guide: "Two sources.")))
  }

  @Test func `processing of another sort is told`() {
    let bank = read(
      """
      <assessmentItem identifier="own" title="own">\(Self.declared("A"))
      <itemBody>\(Self.choices)</itemBody>
      <responseProcessing><responseCondition><responseIf><isNull><variable identifier="RESPONSE"/></isNull>
      <exitResponse/></responseIf></responseCondition></responseProcessing></assessmentItem>
      """
    )
    #expect(bank.items.count == 1)
    #expect(
      bank.problems == ["item.xml:1:1: warning: 'own' is read without its own way of scoring"]
    )
  }

  @Test(arguments: [
    (
      "<assessmentItem identifier=\"a\"><itemBody><p>x 1️⃣<hotspotInteraction/></p></itemBody></assessmentItem>",
      "the interaction 'hotspotinteraction' cannot be read"
    ),
    (
      "<assessmentItem identifier=\"a\"><itemBody><p>x</p>1️⃣<choiceInteraction responseIdentifier=\"R\"/>"
        + "</itemBody></assessmentItem>", "the response 'R' is not declared"
    ),
    (
      "1️⃣<assessmentTest/>",
      "found the element 'assessmenttest', expected an assessment item or 'questestinterop'"
    ),
  ])
  func `what cannot be read is reported with its place`(marked: String, message: String) {
    let text = MarkedText(marked)
    let bank = ReadBank(text.text, as: .qti, file: "item.xml")
    #expect(bank.items == [])
    #expect(bank.findings.first?.message == message)
    #expect(bank.places.first == text.location(in: "item.xml"))
  }

  @Test func `a package is read in the order of its manifest`() {
    var losses = Findings()
    let written = Quiz(title: "Two", status: "Ours.", items: [.truth, .single])
      .written(as: .qti, &losses)
    #expect(
      written.map(\.path) == [
        "imsmanifest.xml", "assessment.xml", "items/truth.xml", "items/single.xml",
      ]
    )
    var findings = Findings()
    let sources = written.reversed().map { SourceText(file: "pack/\($0.path)", text: $0.text) }
    let read = Quiz.read(sources, as: .qti, title: "pack", &findings)
    #expect(read?.title == "Two")
    #expect(read?.items.map(\.id) == ["truth", "single"])
    #expect(findings.diagnostics == [])
  }

  static let tests: [(body: String, lost: String)] = [
    ("<timeLimits maxTime=\"3600\"/>", "time limit"),
    ("<testPart><qti-time-limits max-time=\"600\"/></testPart>", "time limit"),
    (
      "<testPart><assessmentSection><assessmentItemRef><timeLimits maxTime=\"60\"/>"
        + "</assessmentItemRef></assessmentSection></testPart>", "time limit"
    ),
    (
      "<testPart><itemSessionControl maxAttempts=\"3\"/><assessmentSection><selection select=\"2\"/>"
        + "<ordering shuffle=\"true\"/></assessmentSection></testPart>",
      "number of attempts, choice among its items, random order"
    ),
    (
      "<testPart><assessmentSection><rubricBlock/><assessmentItemRef><weight value=\"2\"/>"
        + "<preCondition/></assessmentItemRef></assessmentSection></testPart><testFeedback/>",
      "weights of items, conditions for asking items, introduction, feedback on the whole"
    ),
  ]

  @Test(arguments: tests, [true, false])
  func `what a test says and a bank cannot hold is reported`(
    test: (body: String, lost: String),
    hasManifest: Bool
  ) {
    var (losses, findings) = (Findings(), Findings())
    let sources = Quiz(title: "Two", status: "Ours.", items: [.truth]).written(as: .qti, &losses)
      .filter { hasManifest || $0.path != "imsmanifest.xml" }.map { file in
        SourceText(
          file: "pack/\(file.path)",
          text: file.path == "assessment.xml"
            ? "<assessmentTest title=\"Midterm\">\(test.body)</assessmentTest>" : file.text
        )
      }
    let read = Quiz.read(sources, as: .qti, title: "pack", &findings)
    #expect(read?.title == "Midterm")
    #expect(findings.diagnostics.map(\.message) == ["the test is read without its \(test.lost)"])
  }

  @Test func `a file that the package lacks is reported at its resource`() {
    var findings = Findings()
    let manifest = """
      <manifest><resources>
      <resource identifier="x" type="imsqti_item_xmlv3p0" href="../x.xml"/></resources></manifest>
      """
    let source = SourceText(file: "pack/imsmanifest.xml", text: manifest)
    #expect(Quiz.read([source], as: .qti, title: "pack", &findings) == nil)
    #expect(findings.diagnostics.map(\.message) == ["the file '../x.xml' is not in the package"])
    #expect(findings.diagnostics.first?.location.line == 2)
  }

  @Test func `scores beyond a million are refused`() {
    let bank = old(
      """
      <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
      <mapping><mapEntry mapKey="A" mappedValue="99999999999.123456789"/></mapping></responseDeclaration>
      """,
      Self.choices
    )
    #expect(bank.findings.first?.message == "'99999999999.123456789' is not a number")
  }

  private static func paired(_ pairs: String..., mapped: Bool = false) -> String {
    let entries = pairs.map { "<mapEntry mapKey=\"\($0)\" mappedValue=\"1\"/>" }.joined()
    return """
      <responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="directedPair">
      <correctResponse>\(pairs.map { "<value>\($0)</value>" }.joined())</correctResponse>
      \(mapped ? "<mapping defaultValue=\"0\">\(entries)</mapping>" : "")</responseDeclaration>
      """
  }

  @Test func `words that are put into gaps become a text with gaps`() {
    let body = """
      <gapMatchInteraction responseIdentifier="RESPONSE" shuffle="false"><prompt>Fill in.</prompt>
      <gapText identifier="W" matchMax="0">winter</gapText>
      <gapText identifier="S" matchMax="0">summer</gapText>
      <p>Now is the <gap identifier="G1"/> of our discontent made glorious <gap identifier="G2"/>.</p>
      </gapMatchInteraction>
      """
    let bank = old(
      Self.paired("W G1", "S G2", mapped: true),
      body,
      template: "/rptemplates/map_response"
    )
    #expect(bank.problems == [])
    #expect(
      bank.items.first?.stem
        == "Fill in.\n\nNow is the [[1]] of our discontent made glorious [[2]]."
    )
    let gaps: [Cloze.Gap] = [
      .init(.singleChoice(SingleChoice([.key("winter"), .distractor("summer")]))),
      .init(.singleChoice(SingleChoice([.distractor("winter"), .key("summer")]))),
    ]
    #expect(bank.items.first?.kind == .cloze(Cloze(gaps)))
    #expect(bank.items.first?.maximum == 2)
  }

  @Test func `parts of a text that are marked become options`() {
    let body = """
      <hottextInteraction responseIdentifier="RESPONSE" maxChoices="1"><p>The <hottext
      identifier="A">cat</hottext> see the <hottext identifier="B">dog</hottext>.</p>
      </hottextInteraction>
      """
    let bank = old(Self.declared("A"), body)
    #expect(bank.problems == [])
    #expect(bank.items.first?.stem == "The cat see the dog.")
    #expect(bank.items.first?.weighted == ["cat 100", "dog 0"])
  }

  @Test func `choices that are put into pairs become a matching`() {
    let body = """
      <associateInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="2">
      <simpleAssociableChoice identifier="A" matchMax="1">Oberon</simpleAssociableChoice>
      <simpleAssociableChoice identifier="B" matchMax="1">Titania</simpleAssociableChoice>
      <simpleAssociableChoice identifier="C" matchMax="1">Romeo</simpleAssociableChoice>
      <simpleAssociableChoice identifier="D" matchMax="1">Juliet</simpleAssociableChoice>
      <simpleAssociableChoice identifier="E" matchMax="1">Lear</simpleAssociableChoice>
      </associateInteraction>
      """
    let bank = old(Self.paired("A B", "C D"), "<p>Who loves whom?</p>\(body)")
    #expect(bank.problems == [])
    #expect(
      bank.items.first?.kind
        == .matching(
          Matching(
            [.init("Oberon", "Titania"), .init("Romeo", "Juliet")],
            extra: ["Lear"],
            rule: .allOrNothing
          )
        )
    )
  }
}
