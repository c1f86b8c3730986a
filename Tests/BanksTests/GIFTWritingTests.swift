import Diagnostics
import Quizzes
import SampleItems
import Testing

@testable import Banks

@Suite struct GIFTWritingTests {
  private func written(_ items: Item...) -> (text: String, losses: [String]) {
    var losses = Findings()
    let quiz = Quiz(title: "Bank", status: "Ours.", items: items)
    let files = quiz.written(as: .gift, &losses)
    return (files.map(\.text).joined(), losses.sorted.map(\.message))
  }

  @Test func `an item is written as Moodle writes it`() {
    var item = Item.single
    item.tags = ["tools"]
    item.name = "Nails: who drives them?"
    #expect(
      written(item).text == """
        // question: single  name: Nails: who drives them?
        // [id:single] [tag:tools]
        ::Nails\\: who drives them?::Which tool drives a nail?{
        \t~Saw#A saw cuts.
        \t=Hammer#Its head is heavy.
        \t~Plane
        \t####A hammer has a flat face for the nail.\\n\\nSource\\: Workshop manual, section 1
        }


        """
    )
  }

  @Test func `text that HTML would change is marked as plain`() {
    var item = Item.truth
    item.stem = "x < y & y > z"
    #expect(written(item).text.contains("::truth::[plain]x < y & y > z{TRUE####"))
  }

  @Test func `items that GIFT does not support are left out and told`() {
    let (text, losses) = written(.order)
    #expect(text == "")
    #expect(losses.contains("'order' is left out: GIFT does not support texts to put in order"))
  }

  @Test func `what is lost of an item is told in one line`() {
    var item = Item.single
    item.hints = ["It is heavy."]
    item.maximum = 2
    #expect(
      written(item).losses.contains(
        "'single' is written without its hints; its mark of 2, which GIFT does not support"
      )
    )
  }

  @Test func `a text that looks like a placeholder is told`() {
    var item = Item.truth
    item.stem = "What does &&061; mean?"
    #expect(written(item).losses.contains { $0.contains("'&&' before digits") })
  }

  @Test func `a choice with nothing but right options stays a choice`() {
    let item = Item(
      id: "both",
      stem: "I work _____ a teacher.",
      kind: .singleChoice(SingleChoice([.key("as"), .key("like", fraction: 1)]))
    )
    let text = written(item).text
    #expect(text.contains("\t=as\n\t~%100%like\n"))
    #expect(ReadBank(text, as: .gift).items.map(\.kind) == [item.kind])
  }

  @Test func `a bank of which nothing fits is an error, and no file is written`() {
    var losses = Findings()
    let quiz = Quiz(title: "Bank", status: "Ours.", items: [.order, .truth])
    #expect(quiz.written(as: .aiken, &losses) == [])
    #expect(losses.hasErrors)
    #expect(quiz.count(fitting: .gift) == 1)
  }

  @Test func `gaps in cloze code become gaps, with a warning`() {
    let bank = ReadBank("::Q::A {1:MC:=yes~no} and {2:SA:=x}", as: .gift)
    #expect(bank.items.first?.stem == "A [[1]] and [[2]]")
    #expect(bank.items.first?.maximum == 3)
    #expect(
      bank.findings.map(\.message) == [
        "the braces hold a gap of Moodle's cloze code, which GIFT does not have"
      ]
    )
  }
}
