import Banks
import Diagnostics
import Quizzes
import SampleItems
import Testing

@Suite struct BankRemarkTests {
  @Test(arguments: [BankForm.gift, .moodleXML, .qti])
  func `other forms keep what they can, and the rest is told`(form: BankForm) throws {
    var losses = Findings()
    var findings = Findings()
    let files = try Quiz.remarked().written(as: form, &losses)
    let sources = files.map { SourceText(file: "bank/\($0.path)", text: $0.text) }
    let read = try #require(Quiz.read(sources, as: form, title: "Bank", &findings))
    let dashed = form == .gift ? ["Ask the smith -- he knows."] : []
    #expect(read.remarks == (form == .qti ? [] : ["Written by the joiners.", "Second edition"]))
    #expect(read.items.map(\.remarks) == [dashed, ["Look at # 2"]])
    #expect(read.items[0].allowances == [.init("negative-stem", because: "as in the treaty: so")])
    let isTold = losses.sorted.contains {
      $0.message.hasPrefix("'one' is written without a comment")
    }
    #expect(isTold == (form != .gift))
    #expect(losses.sorted.contains { $0.message.contains("allowances") })
  }

  @Test func `comments between GIFT questions belong to the next one`() {
    let text = """
      // ======
      // A bank

      // question: 7  name: one
      // Easy
      One {T}

      // Part two

      // [tag:x]
      Two {F}
      """
    var findings = Findings()
    let quiz = Quiz.read([SourceText(file: "b", text: text)], as: .gift, title: "b", &findings)
    #expect(quiz?.remarks == ["A bank"])
    #expect(quiz?.items.map(\.remarks) == [["Easy"], ["Part two"]])
  }

  @Test func `comments of XML belong to the element behind them`() {
    let text = """
      <!-- A bank -->
      <quiz><!-- question: 12  -->
      <!-- Easy
      one --><question type="truefalse"><name><!-- not here --><text>One</text></name>
      <questiontext><text>One</text></questiontext>
      <answer fraction="100"><text>true</text></answer><answer><text>false</text></answer>
      </question></quiz>
      """
    var findings = Findings()
    let quiz = Quiz.read([SourceText(file: "b", text: text)], as: .moodleXML, title: "b", &findings)
    #expect(quiz?.remarks == ["A bank"])
    #expect(quiz?.items.map(\.remarks) == [["Easy", "one"]])
  }
}
