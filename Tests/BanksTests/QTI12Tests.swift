import Diagnostics
import Foundation
import Quizzes
import SampleItems
import Testing

@testable import Banks

/// Single responses of QTI 1.2, in the shapes of the tools that write them.
@Suite struct QTI12Tests {
  private typealias Sample = QTI12Sample

  @Test func `a choice keeps its points, and each feedback goes to whom its rules show it`() {
    let rules =
      Sample.shows("general_fb", "<other/>") + Sample.shows("1_fb", Sample.equals("1"))
      + Sample.shows("2_fb", Sample.equals("2"))
      + Sample.rule(
        Sample.equals("1"),
        "100",
        more: "<displayfeedback feedbacktype=\"Response\" linkrefid=\"correct_fb\"/>"
      ) + Sample.shows("general_incorrect_fb", "<other/>")
    let bank = Sample.read(
      Sample.canvas(
        "multiple_choice_question",
        Sample.choices("Single", Sample.labels("Hammer", "Saw", "Plane")),
        rules,
        feedback: Sample.said("general_fb", "See page 1.") + Sample.said("correct_fb", "Right.")
          + Sample.said("general_incorrect_fb", "No.") + Sample.said("1_fb", "It has a flat face.")
          + Sample.said("2_fb", "It cuts.")
      ),
      around: (
        "<assessment ident=\"a\" title=\"Tools\"><section ident=\"root_section\">",
        "</section></assessment>"
      )
    )
    #expect(bank.problems == [])
    let item = bank.items.first
    #expect(item?.id == "g1")
    #expect(item?.name == "Nails")
    #expect(item?.stem == "Which tool?")
    #expect(item?.maximum == 2)
    #expect(item?.weighted == ["Hammer 100", "Saw 0", "Plane 0"])
    #expect(item?.reasons == ["It has a flat face.", "It cuts.", nil])
    #expect(item?.rationale == "See page 1.")
    #expect(item?.feedback == .init(right: "Right.", wrong: "No."))
  }

  @Test func `options that earn parts and cost something keep their weights`() {
    let add = { (value: String, score: String) in
      """
      <respcondition><conditionvar>\(Sample.equals(value))</conditionvar>
      <setvar action="Add" varname="que_score">\(score)</setvar></respcondition>
      """
    }
    let text = """
      <item title="Both" ident="q"><presentation><material><mattext>Which?</mattext></material>
      \(Sample.choices("Multiple", Sample.labels("A", "B", "C", "D")))</presentation><resprocessing><outcomes>
      <decvar vartype="Decimal" defaultval="0" varname="que_score"/></outcomes>
      \(add("1", "6"))\(add("2", "4"))\(add("3", "-5"))</resprocessing></item>
      """
    let bank = Sample.read(text)
    #expect(bank.problems == [])
    #expect(bank.items.first?.weighted == ["A 60", "B 40", "C -50", "D 0"])
    #expect(bank.items.first?.maximum == 10)
  }

  @Test func `one rule for all right options is all or nothing`() {
    let test =
      "<and>\(Sample.equals("1"))<not>\(Sample.equals("2"))</not>\(Sample.equals("3"))</and>"
    let bank = Sample.read(
      Sample.canvas(
        "multiple_answers_question",
        Sample.choices("Multiple", Sample.labels("A", "B", "C")),
        Sample.rule(test, "100")
      )
    )
    #expect(bank.problems == [])
    let options: [Item.Option] = [.key("A"), .distractor("B"), .key("C")]
    #expect(
      bank.items.first?.kind == .multipleResponse(MultipleResponse(options, rule: .allOrNothing))
    )
  }

  @Test func `true and false are a statement`() {
    let bank = Sample.read(
      Sample.canvas(
        "true_false_question",
        Sample.choices("Single", Sample.labels("True", "False")),
        Sample.rule(Sample.equals("2"), "100")
      )
    )
    #expect(bank.problems == [])
    #expect(bank.items.first?.kind == .trueFalse(TrueFalse(key: false)))
  }

  @Test func `texts side by side are all accepted, and one that repeats another is reported`() {
    let bank = Sample.read(
      Sample.canvas(
        "short_answer_question",
        Sample.textField,
        Sample.rule(
          Sample.equals("The Hague") + Sample.equals("the hague") + Sample.equals("Den Haag"),
          "100"
        )
      )
    )
    #expect(bank.items.first?.weighted == ["The Hague 100", "Den Haag 100"])
    #expect(
      bank.findings.map(\.message) == [
        "'g1' is read without a second accepted text 'the hague'"
      ]
    )
  }

  @Test func `numbers keep their tolerance, their range and the sign of a plain one`() {
    func between(_ least: String, _ most: String) -> String {
      "<vargte respident=\"response1\">\(least)</vargte>"
        + "<varlte respident=\"response1\">\(most)</varlte>"
    }
    let rules =
      Sample.rule("<or>\(Sample.equals("77.0"))<and>\(between("70.0", "84.0"))</and></or>", "100")
      + Sample.rule(between("1.0", "22.5"), "100")
      + Sample.rule("<or>\(Sample.equals("5"))<and>\(between("5", "5"))</and></or>", "50")
    let bank = Sample.read(Sample.canvas("numerical_question", Sample.textField, rules))
    #expect(bank.problems == [])
    #expect(
      bank.items.first?.kind
        == .numerical(
          Numerical([
            .init(.number(77, tolerance: .absolute(7))),
            .init(.range(from: 1, to: 22.5)),
            .init(.number(5, tolerance: .absolute(0))),
          ])
        )
    )
  }

  @Test func `an essay asks for a text, and an item without a response is only read`() {
    let other =
      "<respcondition continue=\"No\"><conditionvar><other/></conditionvar></respcondition>"
    let bank = Sample.read(
      Sample.canvas("essay_question", Sample.textField, other)
        + Sample.canvas("text_only_question", "", "", points: "0")
    )
    #expect(bank.items.map(\.kind) == [.essay(Essay()), .description])
  }

  @Test(arguments: ["file_upload_question", "calculated_question"])
  func `what a terminal cannot ask is refused by name`(type: String) {
    let bank = Sample.read(Sample.canvas(type, Sample.textField, ""))
    #expect(bank.items == [])
    #expect(bank.findings.first?.message.hasPrefix("'Nails' cannot be read: ") == true)
  }

  @Test func `gaps in the text, of which only all earn a mark, are said to be so`() {
    func gap(_ name: String) -> String {
      """
      <response_str ident="\(name)"><render_fib fibtype="String" prompt="Dashline">
      <response_label ident="A"/></render_fib></response_str>
      """
    }
    let text = """
      <item title="Winter" ident="FIB"><presentation><flow>
      <material><mattext>Now is the </mattext></material>\(gap("F1"))
      <material><mattext> of our discontent made glorious </mattext></material>\(gap("F2"))
      <material><mattext>.</mattext></material></flow></presentation>
      <resprocessing><outcomes><decvar varname="S" vartype="Integer"/></outcomes>
      <respcondition><conditionvar><varequal respident="F1" case="Yes">winter</varequal>
      <varequal respident="F2" case="Yes">summer</varequal></conditionvar>
      <setvar action="Add" varname="S">3</setvar></respcondition></resprocessing></item>
      """
    let bank = Sample.read(text)
    #expect(bank.items.first?.stem == "Now is the [[1]] of our discontent made glorious [[2]].")
    #expect(bank.items.first?.maximum == 3)
    #expect(
      bank.findings.map(\.message) == ["'FIB' is read without its rule 'all or nothing'"]
    )
  }

  @Test func `rules that name all options give their order`() {
    let labels = ["Sand", "Cut", "Measure"].enumerated().map { index, text in
      "<response_label ident=\"\(index)\"><material><mattext>\(text)</mattext></material>"
        + "</response_label>"
    }
    let text = """
      <item title="Steps" ident="ORD"><presentation><material><mattext>Order?</mattext></material>
      <response_lid ident="OB" rcardinality="Ordered"><render_extension>
      <ims_render_object shuffle="No"><flow_label>\(labels.joined())</flow_label>
      </ims_render_object></render_extension></response_lid></presentation>
      <resprocessing><respcondition><conditionvar>\(Sample.equals("2", "OB"))\(Sample.equals("1", "OB"))
      \(Sample.equals("0", "OB"))</conditionvar><setvar action="Add">5</setvar></respcondition>
      </resprocessing></item>
      """
    let bank = Sample.read(text)
    #expect(bank.problems == [])
    #expect(
      bank.items.first?.kind
        == .ordering(Ordering(["Measure", "Cut", "Sand"], rule: .allOrNothing))
    )
  }

  @Test func `R exams counts options one by one, and its solution is for everybody`() {
    func add(_ value: String, _ score: String) -> String {
      """
      <respcondition continue="Yes"><conditionvar>
      <varequal respident="i_RESPONSE" case="Yes">\(value)</varequal></conditionvar>
      <setvar varname="SCORE" action="Add">\(score)</setvar>
      <displayfeedback feedbacktype="Solution" linkrefid="Solution"/></respcondition>
      """
    }
    let text = """
      <item ident="i" title="A title"><presentation><flow><material><matbreak/>
      <mattext texttype="text/html" charset="utf-8"><![CDATA[<p>Which hold?</p>]]></mattext>
      <matbreak/></material><response_lid ident="i_RESPONSE" rcardinality="Multiple" rtiming="No">
      <render_choice shuffle="No"><flow_label class="List">\(Sample.labels("One", "Two", "Three"))
      </flow_label></render_choice></response_lid></flow></presentation><resprocessing><outcomes>
      <decvar varname="SCORE" vartype="Decimal" defaultval="0" minvalue="0" maxvalue="4"/>
      </outcomes>\(add("1", "2"))\(add("2", "2"))\(add("3", "-4"))</resprocessing>
      <itemfeedback ident="Solution" view="All"><solution><solutionmaterial><material>
      <mattext texttype="text/html"><![CDATA[<p>The first two.</p>]]></mattext></material>
      </solutionmaterial></solution></itemfeedback></item>
      """
    let bank = Sample.read(text)
    #expect(bank.problems == [])
    #expect(bank.items.first?.stem == "Which hold?")
    #expect(bank.items.first?.maximum == 4)
    #expect(bank.items.first?.keepsOrder == true)
    #expect(bank.items.first?.rationale == "The first two.")
    #expect(
      bank.items.first?.kind
        == .multipleResponse(
          MultipleResponse([.key("One"), .key("Two"), .distractor("Three")], rule: .partial)
        )
    )
  }

  @Test func `Blackboard's word for the whole mark is understood`() {
    let text = """
      <item title="Nails"><itemmetadata><bbmd_questiontype>Multiple Choice</bbmd_questiontype>
      <qmd_absolutescore_max>10.0</qmd_absolutescore_max></itemmetadata>
      <presentation><flow class="Block"><flow class="QUESTION_BLOCK"><flow><material>
      <mat_extension/><mattext>Which?</mattext></material></flow></flow>
      <flow class="RESPONSE_BLOCK"><response_lid ident="response" rcardinality="Single">
      <render_choice shuffle="Yes"><flow_label class="Block">\(Sample.labels("Hammer", "Saw"))
      </flow_label></render_choice></response_lid></flow></flow></presentation>
      <resprocessing><outcomes><decvar varname="SCORE" vartype="Decimal" maxvalue="10.0"/></outcomes>
      <respcondition title="correct"><conditionvar><varequal respident="response" case="No">1
      </varequal></conditionvar><setvar variablename="SCORE" action="Set">SCORE.max</setvar>
      </respcondition><respcondition title="incorrect"><conditionvar><other/></conditionvar>
      <setvar variablename="SCORE" action="Set">0</setvar></respcondition></resprocessing></item>
      """
    let bank = Sample.read(text)
    #expect(bank.items.first?.weighted == ["Hammer 100", "Saw 0"])
    #expect(bank.items.first?.maximum == 10)
  }

  @Test
  func `sections with a title are categories, and what an assessment says of sitting is lost`() {
    let item = Sample.canvas(
      "true_false_question",
      Sample.choices("Single", Sample.labels("True", "False")),
      Sample.rule(Sample.equals("1"), "100")
    )
    let section = """
      <section ident="s" title="Wood"><selection_ordering><selection>
      <selection_number>1</selection_number></selection></selection_ordering>\(item)</section>
      """
    let bank = Sample.read(
      section,
      around: ("<assessment ident=\"a\" title=\"T\"><duration>PT1H</duration>", "</assessment>")
    )
    #expect(bank.items.map(\.category) == ["Wood"])
    #expect(
      bank.findings.map(\.message) == [
        "the assessment is read without its time limit",
        "the section 'Wood' is read without its choice of 1 of its items",
      ]
    )
  }

  @Test func `a cartridge's own file is read before the one with fewer kinds`() throws {
    func file(_ path: String, _ text: String) -> SourceText {
      SourceText(file: "package/\(path)", text: text)
    }
    func quiz(_ stem: String) -> String {
      "<questestinterop><assessment ident=\"a\" title=\"T\"><section ident=\"s\">"
        + Sample.canvas(
          "true_false_question",
          Sample.choices("Single", Sample.labels("True", "False")),
          Sample.rule(Sample.equals("1"), "100"),
          stem: stem
        ) + "</section></assessment></questestinterop>"
    }
    let manifest = """
      <manifest><resources>
      <resource identifier="a" type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment">
      <file href="a/assessment_qti.xml"/><dependency identifierref="b"/></resource>
      <resource identifier="b" href="a/assessment_meta.xml"
      type="associatedcontent/imscc_xmlv1p1/learning-application-resource">
      <file href="a/assessment_meta.xml"/><file href="non_cc_assessments/a.xml.qti"/></resource>
      </resources></manifest>
      """
    var findings = Findings()
    let read = Quiz.read(
      [
        file("a/assessment_meta.xml", "<quiz/>"), file("a/assessment_qti.xml", quiz("Short")),
        file("imsmanifest.xml", manifest), file("non_cc_assessments/a.xml.qti", quiz("Full")),
      ],
      as: .qti,
      title: "Package",
      &findings
    )
    #expect(findings.sorted == [])
    #expect(read?.items.map(\.stem) == ["Full"])
    #expect(read?.title == "T")
  }
}
