import Diagnostics
import MarkedTexts
import Quizzes
import SampleItems
import Testing

@testable import Banks

@Suite struct AikenTests {
  private func read(_ text: String) -> ReadBank { ReadBank(text, as: .aiken, file: "bank.aiken") }

  @Test func `questions have a line, options and an answer`() {
    let bank = read(
      "Which?\nA) One\nB. Two\nC)Three\nANSWER: B\n\n\nWhat <b>?\nA) x\nB) y\nANSWER:A\n"
    )
    #expect(bank.items.map(\.stem) == ["Which?", "What <b>?"])
    #expect(bank.items.map(\.weighted) == [["One 0", "Two 100", "Three 0"], ["x 100", "y 0"]])
    #expect(bank.problems == [])
  }

  @Test func `lines of one byte are passed over`() {
    #expect(read("Which?\n-\nA) One\n\nB) Two\nx\nANSWER: A").items.count == 1)
  }

  @Test(arguments: [
    (
      "1️⃣A) One\nWhich?\nA) One\nB) Two\nANSWER: A",
      "the option 'A) One' has no question before it"
    ),
    ("1️⃣ANSWER: A\nWhich?\nA) One\nB) Two\nANSWER: A", "'ANSWER:' has no question before it"),
    ("1️⃣Which?\nA) One\nANSWER: A", "the question has 1 options, expected at least 2"),
    (
      "Which?\nA) One\nB) Two\n1️⃣ANSWER: C",
      "found the answer 'C', expected one of the letters A, B"
    ),
    ("1️⃣Which?\nA) One\nB) Two", "the question 'Which?' is not finished"),
    (
      "1️⃣Which?\nA) One\nB) Two\nNext?\nA) One\nB) Two\nANSWER: A",
      "the question 'Which?' is not finished"
    ),
  ])
  func `what is wrong is reported with its line`(marked: String, message: String) {
    let text = MarkedText(marked)
    let bank = read(text.text)
    #expect(bank.findings.map(\.message) == [message])
    #expect(bank.places == [text.location(in: "bank.aiken")])
  }

  @Test func `single choices are written, and anything else is left out`() {
    var losses = Findings()
    let quiz = Quiz(title: "Bank", status: "Ours.", items: [.single, .truth])
    let text = quiz.written(as: .aiken, &losses).map(\.text).joined()
    #expect(text == "Which tool drives a nail?\nA) Saw\nB) Hammer\nC) Plane\nANSWER: B\n")
    #expect(
      losses.sorted.map(\.message).contains(
        "'truth' is left out: Aiken does not support anything but single choices"
      )
    )
  }
}
