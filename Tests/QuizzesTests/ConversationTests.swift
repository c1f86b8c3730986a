import Quizzes
import SampleItems
import Testing

@Suite struct ConversationTests {
  @Test func `a response is recorded before it is acknowledged`() throws {
    var script = try Script(.short())
    let before = script.events.count
    let shown = script.type("b")
    #expect(shown.first == "Kept: b) Hammer")
    #expect(
      script.events.dropFirst(before).map(\.kind) == [
        .responded(.init(item: "single", typed: "b", response: .option(1), milliseconds: 10_000))
      ]
    )
  }

  @Test func `a conversation from before a turn can be gone on with`() throws {
    let script = try Script(.short())
    var failed = script.conversation
    _ = failed.take(.line("b"), at: script.now)
    var again = script.conversation
    #expect(again.take(.line("b"), at: script.now).events.count == 1)
    #expect(again == failed)
  }

  @Test func `end of input stops the quiz and keeps the responses`() throws {
    var script = try Script(.short())
    script.type("b")
    let shown = script.take(.endOfInput)
    #expect(
      shown == [
        "Stopped at item 2 of 2. Your responses are kept.", "Continue with: seminar quiz workshop",
      ]
    )
    #expect(script.next == .stop(.endOfInput))
    #expect(script.events.last?.kind == .left(.endOfInput))
  }

  @Test func `one interrupt asks, and two leave`() throws {
    var script = try Script(.short())
    script.take(.interrupt)
    #expect(script.prompt?.text == "Stop now? Your responses are kept. (yes or no): ")
    #expect(script.events.count == 1)
    script.take(.interrupt)
    #expect(script.next == .stop(.interrupt))
  }

  @Test func `after an interrupt, no goes on at the same item and yes leaves`() throws {
    var script = try Script(.short())
    script.take(.interrupt)
    script.type("perhaps")
    #expect(script.transcript.hasSuffix("Type yes or no.\n"))
    script.type("no")
    #expect(script.prompt?.text == "Response (one letter, a to c): ")
    script.take(.interrupt)
    script.type("Yes")
    #expect(script.next == .stop(.interrupt))
  }

  @Test func `in practice a marked item stays as it is`() throws {
    var script = try Script(.sample(mode: .practice))
    script.type("a")
    #expect(
      script.type(":back") == [
        "No earlier item is open. In practice, a response cannot be changed."
      ]
    )
    #expect(
      script.type(":goto 1") == [
        "You have seen the feedback on item 1. In practice, a response cannot be changed."
      ]
    )
    #expect(script.prompt?.completions.contains("d") == true)
  }

  @Test func `a practice whose last item is done hands itself in`() throws {
    var script = try Script(.short(mode: .practice))
    script.type(["b", "t"])
    #expect(script.next == .finish)
    #expect(script.events.suffix(2).map(\.encoded.kind) == ["responded", "submitted"])
    #expect(script.transcript.contains("Score: 2 of 2 marks, 100 percent."))
  }

  @Test func `a graded quiz may be sat for practice`() throws {
    var script = try Script(.short(mode: .graded), kind: .practice)
    #expect(script.type("b").first == "Right. 1 of 1 mark.")
  }

  @Test func `submitting asks first, and no goes back to the item`() throws {
    var script = try Script(.short())
    script.type("b")
    script.type(":submit")
    #expect(script.transcript.contains("Without a response: item 2 of 2.\n"))
    script.type("t")
    #expect(script.transcript.hasSuffix("Type yes or no.\n"))
    script.type("n")
    #expect(script.prompt?.text == "Response (true or false): ")
    script.type([":submit", "y"])
    #expect(script.next == .finish)
    #expect(script.transcript.contains("No response. 0 of 1 mark.\nKey: true\n"))
  }

  @Test func `at the end, no goes to what is open, then to what is flagged`() throws {
    var script = try Script(.sample())
    script.type([":skip", ":flag", ":goto 7", ":next", "no"])
    #expect(script.conversation.attempt.progress?.place == .item("single"))
    script.type(["b", "a b", "t", "1", "oak", "abc", "abc"])
    #expect(script.conversation.attempt.progress?.place == .end)
    script.type("no")
    #expect(script.conversation.attempt.progress?.place == .item("multiple"))
  }

  @Test func `revising starts from the earlier response, and Enter keeps it`() throws {
    var script = try Script(.short())
    script.type(["b)", ":back"])
    #expect(script.prompt?.earlier == "b)")
    #expect(
      script.transcript.contains("Your response so far: b) Hammer\nPress Enter to keep it.\n")
    )
    let shown = script.type("")
    #expect(shown.first == "Kept as it was.")
    #expect(script.events.last?.kind == .moved(to: "truth"))
    script.type(":back")
    #expect(script.type("c").first == "Changed to: c) Plane")
  }

  @Test func `typing the same again records nothing new`() throws {
    var script = try Script(.short())
    script.type(["b", ":back"])
    #expect(script.type("b").first == "Kept as it was.")
    #expect(script.events.count { $0.encoded.kind == "responded" } == 1)
  }

  @Test func `skipping an item that has a response keeps the response`() throws {
    var script = try Script(.short())
    script.type(["b", ":back", ":skip"])
    #expect(script.events.last?.kind == .moved(to: "truth"))
    #expect(script.conversation.attempt.progress?.responses.count == 1)
  }

  @Test(arguments: [
    (":s", "Type :skip or :submit."),
    (":xyz", "There is no command ':xyz'. Type :help for the list."),
    (":", "There is no command ':'. Type :help for the list."),
    (":goto", "Type :goto with the number of an item, from 1 to 2."),
    (":goto 3", "Type :goto with the number of an item, from 1 to 2."),
    (":goto -1", "Type :goto with the number of an item, from 1 to 2."),
    (":goto 99999999999999999999", "Type :goto with the number of an item, from 1 to 2."),
    (":back", "This is the first item."),
    ("", "Nothing was typed. Type a response, or :skip to leave the item for later."),
  ])
  func `what cannot be done is explained and changes nothing`(line: String, sentence: String) throws
  {
    var script = try Script(.short())
    #expect(script.type(line) == [sentence])
    #expect(script.events.count == 1)
    #expect(script.prompt?.text == "Response (one letter, a to c): ")
  }

  @Test(arguments: [":next", ":skip"])
  func `behind the last item there is no next one`(command: String) throws {
    var script = try Script(.short())
    script.type([":goto 2", ":next"])
    #expect(script.type(command).first?.hasPrefix("You are past the last item.") == true)
    #expect(script.type(":flag") == ["Go to an item first, with :goto and its number."])
    script.type(":back")
    #expect(script.prompt?.text == "Response (true or false): ")
  }

  @Test(arguments: [":Q", ":quit", ":qui", ":QUIT  "])
  func `a command may be shortened and written in any case`(command: String) throws {
    var script = try Script(.short())
    script.type(command)
    #expect(script.next == .stop(.quit))
  }

  @Test func `a line that is too long is refused`() throws {
    var script = try Script(.short())
    let shown = script.type(String(repeating: "b", count: 1_000_000))
    #expect(shown == ["That is too long. At most 2000 characters are read."])
    #expect(script.events.count == 1)
  }

  @Test func `pasted line breaks and invisible characters do not reach the record`() throws {
    var quiz = Quiz.short()
    quiz.items = [.words]
    var script = try Script(quiz)
    script.type("\u{1B}[31mred\u{202E}\n oak\u{0}\t ")
    guard case .responded(let responded) = script.events.last?.kind else {
      Issue.record("expected a response")
      return
    }
    #expect(responded.typed == "[31mred  oak")
    #expect(responded.response == .text("[31mred  oak"))
  }

  @Test func `a submitted attempt is not resumed`() throws {
    var script = try Script(.short(mode: .practice))
    script.type(["b", "t"])
    #expect(throws: Refusal.alreadySubmitted) {
      try Script(resuming: .short(mode: .practice), script.events, at: script.now)
    }
    let shown = script.type("b")
    #expect(shown == ["That is not possible: the attempt was already submitted."])
    #expect(script.next == .finish)
  }

  @Test func `after leaving, nothing is taken until the attempt is resumed`() throws {
    var script = try Script(.short())
    script.type(":quit")
    #expect(
      script.type("b") == ["That is not possible: the attempt was left and must be resumed first."]
    )
    #expect(script.next == .stop(.quit))
  }

  @Test func `an attempt of another quiz is refused`() throws {
    let script = try Script(.short())
    #expect(throws: Refusal.unknownItem("truth")) {
      var other = Quiz.short()
      other.items.removeLast()
      _ = try Script(resuming: other, script.events, at: script.now)
    }
    #expect(throws: Refusal.malformedArrangement) {
      var other = Quiz.short()
      other.items[0].kind = .singleChoice(SingleChoice([.key("a"), .distractor("b")]))
      _ = try Script(resuming: other, script.events, at: script.now)
    }
  }

  @Test func `the time for a response runs from when its item was shown`() throws {
    var script = try Script(.short())
    script.type(["z", ":help", "b"])
    guard case .responded(let responded) = script.events.last?.kind else {
      Issue.record("expected a response")
      return
    }
    #expect(responded.milliseconds == 30_000)
  }
}
