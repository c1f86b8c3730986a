import Diagnostics
import Quizzes
import SampleItems
import Testing

@Suite struct RemarkTests {
  @Test func `comments at the head and above items are read, and so is what is allowed`() throws {
    let quiz = try Quiz.remarked()
    #expect(quiz.remarks == ["Written by the joiners.", "Second edition"])
    #expect(quiz.items.map(\.remarks) == [["Ask the smith -- he knows."], ["Look at # 2"]])
    #expect(quiz.allowances == [.init("key-position", because: "a short quiz")])
    #expect(
      quiz.items.map(\.allowances) == [
        [.init("negative-stem", because: "as in the treaty: so")], [],
      ]
    )
    #expect(quiz.hasFurtherRemarks)
  }

  @Test func `an accent behind a space stays in a reason`() throws {
    let text = Quiz.remarkedText.replacing("a short quiz", with: "for  \u{301}a and\te\u{301}")
    let quiz = try Quiz.parse(SourceText(file: "quiz.yaml", text: text))
    #expect(quiz.allowances == [.init("key-position", because: "for \u{301}a and e\u{301}")])
  }

  @Test func `our own form keeps them`() throws {
    let quiz = try Quiz.remarked()
    let again = try Quiz.parse(SourceText(file: "again.yaml", text: quiz.yaml))
    #expect(again.remarks == quiz.remarks)
    #expect(again.items.map(\.remarks) == quiz.items.map(\.remarks))
    #expect(again.allowances == quiz.allowances)
    #expect(again.items.map(\.allowances) == quiz.items.map(\.allowances))
    #expect(!again.hasFurtherRemarks)
  }
}
