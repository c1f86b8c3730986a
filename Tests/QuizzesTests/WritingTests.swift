import Diagnostics
import Foundation
import Quizzes
import SampleItems
import Testing

@Suite struct WritingTests {
  static func reread(_ quiz: Quiz) throws -> Quiz {
    var read = try Quiz.parse(SourceText(file: "", text: quiz.yaml))
    read.text = ""
    return read.withoutPlaces
  }

  @Test func `what is written reads back as the same quiz`() throws {
    var quiz = try Quiz.rich()
    quiz.draws.removeLast(2)
    #expect(try Self.reread(quiz) == quiz)
  }

  @Test func `the written form is for people`() throws {
    var quiz = try Quiz.rich()
    quiz.draws.removeLast(2)
    try expectGolden(quiz.yaml, "written.yaml")
  }

  @Test(arguments: [
    "plain words", "- dash", "a: b", "a #b", "~", "", "null", "'quoted'", "\"double\"", "a\\b",
    "trailing:", "[x]", "{x}", "*star", "&anchor", "!tag", "%percent", "@at", "`tick", "| bar",
    "> fold", "? ask", "017", "1.10", "yes", "é ü 中文 العربية", "a\tb", "e\u{301}", "100%", "=sum",
    "two\nlines", "two\n\n  indented", "a, b", "…", "\u{A0}x",
  ])
  func `any text survives as an option`(text: String) throws {
    var quiz = Quiz.short()
    quiz.items[0].kind = .singleChoice(
      SingleChoice([.key("k k"), .distractor("x" + text, because: "b" + text)])
    )
    let options = try Self.reread(quiz).items[0].kind
    guard case .singleChoice(let choice) = options else {
      Issue.record("expected a choice")
      return
    }
    let words = ("x" + text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(choice.options[1].text == words)
  }
}

extension Quiz {
  /// The quiz without the places where its parts are written.
  var withoutPlaces: Quiz {
    func bare(_ reference: Reference) -> Reference { Reference(reference.name) }
    var quiz = self
    quiz.curriculum = curriculum.map(bare)
    quiz.module = module.map(bare)
    quiz.items = items.map { item in
      var item = item
      item.location = .init(file: "")
      item.themes = item.themes.map(bare)
      item.module = item.module.map(bare)
      return item
    }
    quiz.draws = draws.map { draw in
      var draw = draw
      draw.theme = draw.theme.map(bare)
      draw.module = draw.module.map(bare)
      return draw
    }
    return quiz
  }
}
