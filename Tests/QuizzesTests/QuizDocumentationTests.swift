import Diagnostics
import Foundation
import Testing

@testable import Quizzes

@Suite struct QuizDocumentationTests {
  private let page: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Sources/Quizzes/Quizzes.docc/WritingQuizzes.md")
    page = try String(contentsOf: file, encoding: .utf8)
  }

  /// The quizzes that the page shows.
  private var examples: [String] {
    page.split(separator: "```").map(String.init).filter { $0.hasPrefix("yaml\n") }
      .map { String($0.dropFirst(5)) }
  }

  @Test func `the quizzes on the page on writing are read without a complaint`() throws {
    #expect(examples.count == 2)
    for example in examples {
      var findings = Findings()
      let quiz = Quiz.parse(SourceText(file: "example.yaml", text: example), &findings)
      #expect(quiz != nil)
      #expect(findings.sorted.map(\.description) == [])
    }
  }

  @Test func `the page on writing shows every key and every word that a file can have`() {
    let words =
      Quiz.keys + ItemReader.allKeys.filter { $0 != "from" }
      + ItemReader.KindName.allCases.map(\.rawValue)
      + MultipleResponse.Rule.allCases.map(\.rawValue) + Matching.Rule.allCases.map(\.rawValue)
      + Ordering.Rule.allCases.map(\.rawValue) + Quiz.Shuffle.allCases.map(\.rawValue)
      + Quiz.Grading.allCases.map(\.rawValue) + Item.Level.allCases.map(\.rawValue)
      + Quiz.Feedback.Detail.allCases.map(\.rawValue)
    for word in words {
      let isShown =
        page.contains("\(word):") || page.contains("`\(word)`")
        || page.contains(", \(word)") || page.contains(": \(word)")
      #expect(isShown, "\(word) is not on the page")
    }
  }

  @Test func `the page on sitting names every command`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Sources/Quizzes/Quizzes.docc/Sitting.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    for command in Command.allCases { #expect(text.contains("`\(command.name)")) }
  }
}
