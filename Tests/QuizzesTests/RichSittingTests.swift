import Foundation
import Quizzes
import SampleItems
import Testing

@Suite struct RichSittingTests {
  static func quiz(_ items: Item..., mode: Quiz.Mode = .graded) -> Quiz {
    Quiz(
      title: "The workshop",
      status: "Unofficial.",
      mode: mode,
      passPercent: 60,
      shuffle: .nothing,
      feedback: Quiz.Feedback(),
      items: items
    )
  }

  static func count(_ script: Script, _ kind: String) -> Int {
    script.events.count { $0.encoded.kind == kind }
  }

  @Test func `a graded sitting of the richer kinds reads as in the golden transcript`() throws {
    var quiz = Self.quiz(.text, .gaps, .essay, .truth)
    quiz.sections = [.init("one", title: "Part one", text: "Take your time.")]
    quiz.items[3].section = "one"
    quiz.items.swapAt(0, 0)
    var script = try Script(quiz)
    script.type(["", "about", "100", "b", ":review", "true"])
    script.type(["First, keep order.", "Second, light.", "-", "Second, have light.", "", "Third."])
    script.type([".", ":back", ":back", "", "a", "", ":next", "", "t", "yes"])
    try expectGolden(script.transcript, "rich-graded.txt")
  }

  @Test func `each gap is recorded, and the next empty one is asked after a break`() throws {
    var script = try Script(Self.quiz(.gaps, .truth))
    script.type(["100", "b"])
    #expect(Self.count(script, "responded") == 2)
    let back = try Script(resuming: script.conversation.quiz, script.events, at: script.now)
    #expect(back.prompt?.text == "Gap 3 of 3 (true or false): ")
    #expect(back.conversation.attempt.progress?.unanswered == ["gaps", "truth"])
  }

  @Test func `gaps left empty at the end earn nothing, the others what they are worth`() throws {
    var script = try Script(Self.quiz(.gaps))
    script.type(["100", "b", ":submit"])
    #expect(script.transcript.contains("Started but not finished: item 1.\n"))
    script.type("yes")
    #expect(script.transcript.contains("Score: 0.75 of 1 mark, 75 percent."))
  }

  @Test func `a full cloze can be gone through again, gap by gap`() throws {
    var script = try Script(Self.quiz(.gaps, .truth))
    script.type(["100", "a", "t", ":back"])
    #expect(script.prompt?.earlier == "100")
    script.type(["", "b"])
    #expect(script.prompt?.text == "Gap 3 of 3 (true or false): ")
    script.type("")
    #expect(script.conversation.attempt.progress?.place == .item("truth"))
    #expect(
      script.conversation.attempt.progress?.responses["gaps"]?.response
        == .gaps([.number(100), .option(1), .truth(true)])
    )
  }

  @Test func `every line of an essay is recorded, and it goes on after a break`() throws {
    var script = try Script(Self.quiz(.essay, .truth))
    script.type(["One line.", "Another."])
    #expect(Self.count(script, "responded") == 2)
    var back = try Script(resuming: script.conversation.quiz, script.events, at: script.now)
    #expect(back.transcript.contains("Your text so far:\nOne line.\nAnother.\n"))
    back.type("-")
    #expect(back.prompt?.earlier == "Another.")
    back.type(["A third.", "."])
    #expect(
      back.conversation.attempt.progress?.responses["essay"]?.response
        == .text("One line.\nA third.")
    )
    #expect(back.conversation.attempt.progress?.place == .item("truth"))
  }

  @Test func `an essay that is too short or too long is kept with a remark`() throws {
    var script = try Script(Self.quiz(.essay))
    script.type("Two words")
    #expect(script.type(".").first == "At least 3 words are expected.")
    script.type([":back", String(repeating: "word ", count: 60)])
    #expect(script.type(".").prefix(2) == ["At most 50 words are expected.", "Kept: 62 words."])
  }

  @Test(arguments: ["", ".", "-"])
  func `nothing written is no essay`(line: String) throws {
    var script = try Script(Self.quiz(.essay))
    script.type(line)
    #expect(script.events.count == 1)
    #expect(script.prompt != nil)
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{2028}"])
  func `an essay that is pasted keeps its paragraphs`(newline: String) throws {
    let paragraphs = ["First, keep order.", "  ", "Second, light.", "", "", ":quit is no command."]
    var script = try Script(Self.quiz(.essay))
    script.type(newline + paragraphs.joined(separator: newline) + newline + newline)
    let text = "First, keep order.\n\nSecond, light.\n\n\n:quit is no command."
    let given = script.conversation.attempt.progress?.responses["essay"]
    #expect(given?.response == .draft(text))
    #expect(given?.typed == text)
    let back = try Script(resuming: script.conversation.quiz, script.events, at: script.now)
    #expect(back.transcript.contains("Your text so far:\n\(text)\n"))
    script.type([".", "yes"])
    #expect(script.transcript.contains("Your response: \(text)\n"))
  }

  @Test func `an essay may be pasted whole, and a longer text is refused`() throws {
    var script = try Script(Self.quiz(.essay))
    #expect(script.prompt?.keepsParagraphs == true)
    #expect(script.prompt?.characterLimit == 20_000)
    script.type(String(repeating: "A line of an essay.\n", count: 900))
    #expect(script.events.count == 2)
    let shown = script.type(String(repeating: "x\n", count: 10_001))
    #expect(shown == ["That is too long. At most 20000 characters are read."])
    #expect(script.take(.tooLong) == shown)
    #expect(script.events.count == 2)
  }

  @Test func `a stem keeps its blank lines`() throws {
    var item = Item.truth
    item.stem = "Read this.\n\n  It has a list:\n- one\n\n\nIs it so?"
    let script = try Script(Self.quiz(item))
    #expect(script.transcript.contains("1 mark\n\(item.stem)\n"))
  }

  @Test func `an essay stops growing at its limit`() throws {
    var script = try Script(Self.quiz(.essay))
    for _ in 0..<12 { script.type(String(repeating: "x", count: 1999)) }
    #expect(script.transcript.contains("The text is full: at most 20000 characters are kept."))
  }

  @Test func `an essay waits for a person, and passes when the mark is given`() throws {
    var script = try Script(Self.quiz(.essay, .truth))
    script.type(["Order.", ".", "t", "yes"])
    #expect(script.transcript.contains("So far: 1 response waits to be marked by a person.\n"))
    #expect(script.transcript.contains("Not decided yet. The pass mark is 60 percent.\n"))
    #expect(!script.transcript.contains("Order, light, glasses."))
    var attempt = script.conversation.attempt
    let marked = Event.Marked(
      item: "essay",
      mark: Rational(7, over: 2),
      comment: "Clear.",
      by: "Ms Chen"
    )
    try attempt.apply(Event(.marked(marked), at: script.now))
    let progress = try #require(attempt.progress)
    let score = script.conversation.quiz.score(of: progress)
    #expect(score.total == Rational(9, over: 2))
    #expect(score.isFinal)
    #expect(score.isPassed == true)
    let results = script.conversation.quiz.results(of: attempt, showing: Quiz.Feedback.everything)
    let lines = results.lines()
    #expect(lines.map(\.text).contains("Marked by a person. 3.5 of 5 marks."))
    #expect(lines.map(\.text).contains("Ms Chen: Clear."))
  }

  @Test func `the last mark counts, and none is given before the attempt ends`() throws {
    var script = try Script(Self.quiz(.essay))
    script.type(["Order.", "."])
    func marked(_ mark: Rational, _ item: String = "essay") -> Event {
      Event(.marked(.init(item: item, mark: mark, comment: "", by: "c")), at: script.now)
    }
    var open = script.conversation.attempt
    #expect(throws: Refusal.notSubmitted) { try open.apply(marked(1)) }
    script.type("yes")
    var attempt = script.conversation.attempt
    try attempt.apply(marked(1))
    try attempt.apply(marked(4))
    #expect(throws: Refusal.unknownItem("x")) { try attempt.apply(marked(1, "x")) }
    let progress = try #require(attempt.progress)
    #expect(script.conversation.quiz.score(of: progress).total == 4)
    #expect(attempt.submittedAt == script.conversation.attempt.submittedAt)
  }

  @Test func `a text to read counts neither as an item nor for the score`() throws {
    var script = try Script(Self.quiz(.text, .truth))
    #expect(script.transcript.contains("1 item, 1 mark.\n"))
    #expect(script.transcript.contains("To read\nRead the list of tools"))
    script.type(["", "t"])
    #expect(script.transcript.contains("The item has a response.\n"))
    script.type(":goto 1")
    #expect(script.conversation.attempt.progress?.place == .item("truth"))
  }
}

@Suite struct HintSittingTests {
  @Test func `a practice with hints reads as in the golden transcript`() throws {
    var script = try Script(RichSittingTests.quiz(.hinted, .gaps, mode: .practice))
    script.type([":hint", "a", "c", "100", "a", "f"])
    try expectGolden(script.transcript, "hints.txt")
  }

  @Test func `a wrong try is recorded and the item asked again`() throws {
    var script = try Script(RichSittingTests.quiz(.hinted, .truth, mode: .practice))
    let shown = script.type("a")
    #expect(shown == ["Not right.", "Hint: It is heavy.", "Try again."])
    #expect(script.events.last?.encoded.kind == "tried")
    #expect(script.type("c") == ["Partly right.", "Hint: It has a handle.", "Try once more."])
    script.type("b")
    #expect(script.transcript.contains("Right. 0.33 of 1 mark, after 2 hints or wrong tries.\n"))
  }

  @Test func `after a break the tries and hints are as they were`() throws {
    var script = try Script(RichSittingTests.quiz(.hinted, .truth, mode: .practice))
    script.type("a")
    var back = try Script(resuming: script.conversation.quiz, script.events, at: script.now)
    #expect(back.transcript.contains("Hint: It is heavy.\n"))
    #expect(back.transcript.contains("1 hint with :hint; each costs 33 percent of the mark.\n"))
    back.type(["a", "a"])
    #expect(back.transcript.contains("Wrong. 0 of 1 mark, after 2 hints or wrong tries.\n"))
  }

  @Test func `in a graded quiz a hint costs, and nothing tells right from wrong`() throws {
    var script = try Script(RichSittingTests.quiz(.hinted))
    #expect(script.type(":hint") == ["Hint: It is heavy."])
    script.type([":hint"])
    #expect(script.type(":hint") == ["You have seen all hints for this item."])
    script.type(["b", "yes"])
    #expect(script.transcript.contains("Score: 0.33 of 1 mark, 33.33 percent.\n"))
  }

  @Test func `where there is no hint, none is promised`() throws {
    var script = try Script(.short())
    #expect(script.type(":hint") == ["There is no hint for this item."])
    #expect(!script.type(":help").contains { $0.contains(":hint") })
  }

  @Test func `whoever gives up after a wrong try is marked by that try`() throws {
    var script = try Script(RichSittingTests.quiz(.hinted, mode: .practice))
    script.type(["c", ":submit", "yes"])
    #expect(script.transcript.contains("Score: 0.25 of 1 mark, 25 percent.\n"))
  }
}

@Suite struct CertaintySittingTests {
  static func quiz(_ mode: Quiz.Mode = .graded) -> Quiz {
    var quiz = Quiz.short(mode: mode)
    quiz.asksCertainty = true
    return quiz
  }

  @Test func `a sitting with certainty reads as in the golden transcript`() throws {
    var script = try Script(Self.quiz())
    script.type(["b", "4", ":next", "3", "f", "2", ":review", "yes"])
    try expectGolden(script.transcript, "certainty.txt")
  }

  @Test func `the response is kept before its certainty is asked`() throws {
    var script = try Script(Self.quiz())
    script.type("b")
    #expect(script.events.last?.encoded.kind == "responded")
    #expect(script.prompt?.text == "How certain are you? (1 low, 2 middle, 3 high): ")
    var back = try Script(resuming: script.conversation.quiz, script.events, at: script.now)
    #expect(back.transcript.contains("Item 1, your response: b) Hammer\n"))
    back.type("3")
    #expect(back.conversation.attempt.progress?.responses["single"]?.certainty == .high)
    #expect(back.prompt?.text == "Response (true or false): ")
  }

  @Test func `without a certainty the lowest is taken`() throws {
    var script = try Script(Self.quiz())
    script.type("b")
    var attempt = script.conversation.attempt
    try attempt.apply(Event(.submitted, at: script.now))
    let progress = try #require(attempt.progress)
    let score = Self.quiz().score(of: progress)
    #expect(score.total == 1)
    #expect(score.maximum == 6)
  }

  @Test func `a changed response is asked for its certainty anew`() throws {
    var script = try Script(Self.quiz())
    script.type(["b", "3", ":back", "a"])
    #expect(script.prompt?.completions.prefix(3) == ["1", "2", "3"])
    script.type("1")
    #expect(script.conversation.attempt.progress?.responses["single"]?.certainty == .low)
  }

  @Test func `in practice the verdict waits for the certainty`() throws {
    var script = try Script(Self.quiz(.practice))
    #expect(script.type("a") == ["Kept: a) Saw"])
    let shown = script.type("3")
    #expect(shown.first == "Wrong. -6 of 3 marks, at certainty 3.")
  }

  @Test func `certainty without a response is refused`() throws {
    var attempt = try Script(Self.quiz()).conversation.attempt
    let event = Event(.certain(item: "truth", .high), at: Script.noon)
    #expect(throws: Refusal.nothingCertain("truth")) { try attempt.apply(event) }
  }
}

@Suite struct FeedbackRuleTests {
  static func transcript(_ feedback: Quiz.Feedback, mode: Quiz.Mode = .graded) throws -> String {
    var quiz = Quiz.short(mode: mode)
    quiz.feedback = feedback
    var script = try Script(quiz)
    script.type(["a", "t"])
    if script.prompt != nil { script.type("yes") }
    return script.transcript
  }

  @Test func `where nothing is to be shown, nothing is`() throws {
    let text = try Self.transcript(.init(rightAfter: []))
    #expect(text.hasSuffix("Submitted.\nThe result is not shown now.\n"))
  }

  @Test func `each detail is shown only where it is allowed`() throws {
    let signs: [(Quiz.Feedback.Detail, String)] = [
      (.responses, "Your response: a) Saw"), (.verdicts, "Wrong."), (.marks, "Score: 1 of 2"),
      (.reasons, "A saw cuts."), (.rationale, "Why: A hammer"), (.key, "Key: b) Hammer"),
    ]
    for (detail, sign) in signs {
      #expect(try Self.transcript(.init(rightAfter: [detail])).contains(sign))
      let others = Quiz.Feedback.everything.subtracting([detail])
      #expect(try !Self.transcript(.init(rightAfter: others)).contains(sign))
    }
  }

  @Test func `in practice the rules for after a response hold`() throws {
    let text = try Self.transcript(.init(during: []), mode: .practice)
    #expect(text.contains("): a\nKept.\n"))
    #expect(!text.contains("Key:"))
  }
}
