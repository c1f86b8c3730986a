import Diagnostics
import Foundation
import SampleItems
import Testing

@testable import Quizzes

@Suite struct QuizWriterTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `a quiz that was written reads back equal`(seed: UInt64) throws {
    var generator = ItemGenerator(seed: seed)
    let quiz = generator.quiz()
    var findings = Findings()
    let text = QuizWriter(quiz).text
    let read = Quiz.parse(SourceText(file: "quiz.yaml", text: text), &findings)
    let errors = findings.diagnostics.filter { $0.severity == .error }
    #expect(errors == [], "\(errors.map(\.description).joined(separator: "\n"))\n\(text)")
    let found = try #require(read)
    #expect(found.title == quiz.title)
    #expect(found.status == quiz.status)
    for (found, item) in zip(found.items, quiz.items) {
      #expect(found.withoutPlaces == item, "\(text)")
    }
    #expect(found.items.count == quiz.items.count)
  }
}
