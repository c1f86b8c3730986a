import Diagnostics
import Quizzes
import Testing

@Suite struct QuizReviewTests {
  private static let tools = """
    quiz: Tools
    status: Unofficial.
    mode: graded
    notice: Sharp things.
    shuffle: items
    items:
      - id: t-01
        kind: single-choice
        stem: |
          A "quoted" stem, with \\ and: a colon.
          Which tool drives a nail?
        options:
          - key: 'NO'
          - distractor: "~"
            because: "# no comment"
        rationale: "- no list"
        source: Manual
        fact: [F-1, F-2]
        theme: T1
        level: recall
        allow: {option-count: "two are enough here"}
      - id: t-02
        kind: numerical
        stem: How many?
        key: 1.50
        tolerance: 0.25
        rationale: R
        source: S
        fact: F
        theme: T1
        level: recall
    """

  private static let names = """
    quiz: Names
    status: Unofficial.
    mode: graded
    notice: Sharp things.
    items:
      - id: t-01
        kind: short-text
        stem: من هو؟
        key: [Ana*, {text: Núñez, fraction: 0.5, because: "Which one?"}]
        rationale: R
        source: S
        fact: F
        theme: T2
        level: apply
    """

  private static func quiz(_ text: String) throws -> Quiz {
    try Quiz.parse(SourceText(file: "quiz.yaml", text: text))
  }

  private static func review() throws -> Quiz {
    let (tools, names) = (try quiz(tools), try quiz(names))
    return try #require(
      Quiz.review(of: [
        .init(.init(quiz: "a/tools", item: "t-01"), in: tools),
        .init(.init(quiz: "b/names", item: "t-01"), in: names),
        .init(.init(quiz: "a/tools", item: "t-02"), in: tools),
        .init(.init(quiz: "a/tools", item: "gone"), in: tools),
      ])
    )
  }

  @Test func `a review asks the items of several quizzes as they are written`() throws {
    let review = try Self.review()
    #expect(review.items.map(\.id) == ["t-01", "t-01-2", "t-02"])
    #expect(
      review.items.map(\.kind) == [
        try Self.quiz(Self.tools).items[0].kind, try Self.quiz(Self.names).items[0].kind,
        try Self.quiz(Self.tools).items[1].kind,
      ]
    )
    #expect(
      review.items[0].stem == "A \"quoted\" stem, with \\ and: a colon.\nWhich tool drives a nail?"
    )
    #expect(review.items[0].facts == ["F-1", "F-2"])
    #expect(review.items[1].stem == "من هو؟")
    #expect(review.mode == .practice)
  }

  @Test func `a review reads back from its text`() throws {
    let review = try Self.review()
    #expect(try Self.quiz(review.text).items.map(\.kind) == review.items.map(\.kind))
  }

  @Test func `a review knows where its items come from`() throws {
    #expect(
      try Self.review().origins == [
        "t-01": .init(quiz: "a/tools", item: "t-01"),
        "t-01-2": .init(quiz: "b/names", item: "t-01"),
        "t-02": .init(quiz: "a/tools", item: "t-02"),
      ]
    )
    #expect(try Self.quiz(Self.tools).origins.isEmpty)
  }

  @Test func `options stay in order where their own quiz keeps them`() throws {
    let review = try Self.review()
    #expect(review.items[0].keepsOrder)
    #expect(review.shuffle == .itemsAndOptions)
  }

  @Test func `each status and notice is kept once`() throws {
    let review = try Self.review()
    #expect(review.status == "Unofficial.")
    #expect(review.notice == "Sharp things.")
  }

  @Test func `without items there is no review`() throws {
    let tools = try Self.quiz(Self.tools)
    #expect(Quiz.review(of: []) == nil)
    #expect(Quiz.review(of: [.init(.init(quiz: "a", item: "gone"), in: tools)]) == nil)
  }

  /// Responds to what is asked by its form, until nothing is asked.
  private static func finish(_ script: inout Script) {
    while let prompt = script.prompt {
      switch prompt.text {
      case _ where prompt.text.contains("letter"): script.type("a")
      case _ where prompt.text.contains("number"): script.type("3")
      default: script.type("nuñez")
      }
    }
  }

  @Test func `a review reads as in the golden transcript`() throws {
    var script = try Script(try Self.review(), kind: .review)
    script.type([":help", ":skip", ":back"])
    Self.finish(&script)
    #expect(script.next == .finish)
    try expectGolden(script.transcript, "review.txt")
  }

  @Test func `an item of a section, with hints and gaps, is reviewed without its section`() throws {
    let text = """
      quiz: Parts
      status: Unofficial.
      mode: graded
      certainty: true
      sections: [{id: one, title: Part one}]
      draw: [{items: 1}]
      items:
        - id: gap
          kind: cloze
          section: one
          keep-place: true
          stem: A metre has [[1]] centimetres.
          gaps: [{kind: numerical, key: 100}]
          hints: [It is a round number.]
          penalty: 1/4
      """
    let quiz = try Quiz.parse(SourceText(file: "parts.yaml", text: text))
    let review = try #require(Quiz.review(of: [.init(.init(quiz: "p", item: "gap"), in: quiz)]))
    #expect(review.items.map(\.kind) == quiz.items.map(\.kind))
    #expect(review.items.first?.hints == ["It is a round number."])
    var script = try Script(review, kind: .review)
    script.type(["99", "100"])
    #expect(script.next == .finish)
    #expect(script.transcript.contains("Hint: It is a round number."))
  }

  @Test func `a review that stops goes on where it was`() throws {
    let review = try Self.review()
    var script = try Script(review, kind: .review)
    script.type([":skip", ":quit"])
    let later = try Script(resuming: review, script.events, at: script.now)
    #expect(later.transcript.contains("Item 2 of 3"))
  }

  @Test func `what a review asked is recollected where it is written`() throws {
    let review = try Self.review()
    var script = try Script(review, kind: .review)
    Self.finish(&script)
    let found = script.conversation.attempt.recollections(id: "r", of: review) { _ in 3 }
    #expect(found.map(\.kind) == [.review, .review, .review])
    #expect(found.allSatisfy { review.origins[$0.item] == $0.origin })
    #expect(found.first { $0.item == "t-01" }?.rating == .good)
    #expect(found.first { $0.item == "t-02" }?.rating == .again)
  }
}
