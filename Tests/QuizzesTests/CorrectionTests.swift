import Chance
import Foundation
import Quizzes
import SampleItems
import Testing

/// A corrected version of a quiz, seen from the version that was sat.
@Suite struct CorrectionTests {
  /// A version of an item with the parts that have numbers in reverse.
  static func reversed(_ item: Item) -> Item {
    var item = item
    switch item.kind {
    case .singleChoice(var choice):
      choice.options.reverse()
      item.kind = .singleChoice(choice)
    case .multipleResponse(var choice):
      choice.options.reverse()
      item.kind = .multipleResponse(choice)
    case .matching(var matching):
      matching.pairs.reverse()
      matching.extra.reverse()
      item.kind = .matching(matching)
    case .cloze(var cloze):
      for index in cloze.gaps.indices {
        guard case .singleChoice(var choice) = cloze.gaps[index].kind else { continue }
        choice.options.reverse()
        cloze.gaps[index].kind = .singleChoice(choice)
      }
      item.kind = .cloze(cloze)
    case .trueFalse, .numerical, .shortText, .ordering, .essay, .description: break
    }
    return item
  }

  static func reordered(_ quiz: Quiz) -> Quiz {
    var quiz = quiz
    quiz.items = quiz.items.reversed().map(reversed)
    return quiz
  }

  /// An attempt with responses by chance to every item of the sample and to a cloze.
  static func sitting(seed: UInt64) throws -> (quiz: Quiz, attempt: Attempt) {
    var generator = SplitMix64(seed: seed)
    var quiz = Quiz.sample(shuffle: .itemsAndOptions)
    quiz.items.append(.gaps)
    var script = try Script(quiz, seed: seed)
    for _ in 0..<60 {
      guard let prompt = script.prompt else { break }
      let letters = ["a", "b", "c", "a b", "b c", "1a 2b 3c", "1c 2a 3d", "a c b", "c b a"]
      let others = ["t", "f", "100", "99", "oak", "softwood", "saw", ":skip", "yes"]
      let line = (letters + others).randomElement(using: &generator) ?? "a"
      script.type(prompt.text.hasPrefix("Submit") ? "yes" : line)
    }
    return (quiz, script.conversation.attempt)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `a file put into another order changes no mark`(seed: UInt64) throws {
    let (quiz, attempt) = try Self.sitting(seed: seed)
    let progress = try #require(attempt.progress)
    let correction = try Correction(
      from: quiz,
      to: Self.reordered(quiz),
      of: progress.items
    )
    #expect(!correction.changesMarking)
    let renumbered = try #require(try correction.attempt(attempt).progress)
    #expect(correction.quiz.score(of: renumbered) == quiz.score(of: progress))
    #expect(renumbered.place == progress.place)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `what is shown again has the same letters`(seed: UInt64) throws {
    let (quiz, sat) = try Self.sitting(seed: seed)
    guard sat.submittedAt != nil, let progress = sat.progress else { return }
    let correction = try Correction(from: quiz, to: Self.reordered(quiz), of: progress.items)
    let details: Set<Quiz.Feedback.Detail> = [.responses, .verdicts, .marks, .key]
    let before = quiz.results(of: sat, showing: details).lines(showingAll: true)
    let after = try correction.quiz.results(of: correction.attempt(sat), showing: details)
      .lines(showingAll: true)
    // A matching lists its left sides in the order of the file.
    let isComparable = { (line: Line) in !line.text.contains(/[0-9] [a-d]/) && line.label == nil }
    #expect(before.filter(isComparable) == after.filter(isComparable))
  }

  /// The attempt at the sample in which everything but one item is right.
  private static func almostRight() throws -> Attempt {
    var script = try Script(.sample())
    script.type(["a", "a b", "t", "100", "oak", "1a 2b 3c", "a b c", "yes"])
    return script.conversation.attempt
  }

  @Test func `a corrected key counts, wherever its option stands now`() throws {
    let attempt = try Self.almostRight()
    let items = try #require(attempt.progress?.items)
    var corrected = Quiz.sample()
    corrected.items[0].kind = .singleChoice(
      SingleChoice([.distractor("Plane"), .distractor("Hammer"), .key("Saw")])
    )
    let correction = try Correction(from: .sample(), to: corrected, of: items)
    #expect(correction.changesMarking)
    let progress = try #require(try correction.attempt(attempt).progress)
    let former = try #require(attempt.progress.map(Quiz.sample().score))
    #expect(correction.quiz.score(of: progress).total == former.total + 1)
  }

  @Test func `marks, the pass mark and accepted texts are corrected too`() throws {
    let items = Quiz.sample().items.map(\.id)
    var marks = Quiz.sample()
    marks.items[2].maximum = 5
    var pass = Quiz.sample()
    pass.passPercent = 50
    var words = Quiz.sample()
    words.items[4].kind = .shortText(ShortText([.init("oak"), .init("beech")]))
    var number = Quiz.sample()
    number.items[3].kind = .numerical(Numerical(key: 100, tolerance: 2, unit: "centimetres"))
    var order = Quiz.sample()
    order.items[6].kind = .ordering(Ordering(["Cut", "Measure", "Sand"]))
    for corrected in [marks, pass, words, number, order] {
      #expect(try Correction(from: .sample(), to: corrected, of: items).changesMarking)
    }
  }

  @Test func `another rationale or reason changes no mark`() throws {
    var corrected = Quiz.sample()
    corrected.items[0].rationale = "Better said."
    corrected.items[1].kind = .multipleResponse(
      MultipleResponse([
        .distractor("Clamp", because: "It holds."), .key("Saw"), .key("Chisel"),
        .distractor("Hammer"),
      ])
    )
    let items = corrected.items.map(\.id)
    #expect(try !Correction(from: .sample(), to: corrected, of: items).changesMarking)
  }

  private static func changed(_ number: Int, _ change: (inout Item) -> Void) -> Quiz {
    var quiz = Quiz.sample()
    change(&quiz.items[number])
    return quiz
  }

  static let changes: [(Quiz, String, Correction.Change)] = [
    (changed(0) { $0.stem = "Which tool cuts?" }, "single", .stem),
    (changed(0) { $0.id = "other" }, "single", .missing),
    (
      changed(0) { $0.kind = .multipleResponse(MultipleResponse([.key("Saw"), .key("Hammer")])) },
      "single", .kind
    ),
    (
      changed(0) {
        $0.kind = .singleChoice(
          SingleChoice([.distractor("Saw"), .key("Mallet"), .distractor("Plane")])
        )
      }, "single", .texts(lost: ["Hammer"], added: ["Mallet"])
    ),
    (
      changed(3) { $0.kind = .numerical(Numerical(key: 1, unit: "metres")) }, "number", .units
    ),
    (
      changed(5) {
        $0.kind = .matching(
          Matching([.init("Saw", "Cutting"), .init("Plane", "Smoothing"), .init("Drill", "Holes")])
        )
      }, "match", .texts(lost: ["Making holes", "Painting"], added: ["Holes"])
    ),
    (
      changed(6) { $0.kind = .ordering(Ordering(["Measure", "Cut"])) }, "order",
      .texts(lost: ["Sand"], added: [])
    ),
  ]

  @Test(arguments: changes)
  func `an item that was changed otherwise is refused by name`(
    corrected: Quiz,
    item: String,
    change: Correction.Change
  ) {
    let refused = #expect(throws: Correction.Refused.self) {
      try Correction(from: .sample(), to: corrected, of: Quiz.sample().items.map(\.id))
    }
    #expect(refused?.mismatches.map(\.item) == [item])
    #expect(refused?.mismatches.map(\.change) == [change])
  }

  @Test func `an item that the attempt does not have may change`() throws {
    let corrected = Self.changed(0) { $0.stem = "Which tool cuts?" }
    _ = try Correction(from: .sample(), to: corrected, of: ["truth", "order"])
  }

  @Test func `spaces and line breaks in a stem do not matter`() throws {
    let corrected = Self.changed(0) { $0.stem = "Which tool\n  drives a nail?" }
    _ = try Correction(from: .sample(), to: corrected, of: ["single"])
  }
}

@Suite struct MarkedAttemptTests {
  static func remarked(_ version: String, at milliseconds: Int64) -> Event {
    Event(
      .remarked(.init(by: version, because: "Saw is right too.", decidedBy: "ana")),
      at: Timestamp(milliseconds: milliseconds)
    )
  }

  private static var corrected: Quiz {
    var quiz = Quiz.short()
    quiz.items[0].kind = .singleChoice(
      SingleChoice([
        .distractor("Plane"), .key("Hammer"), .distractor("Saw", fraction: 1),
      ])
    )
    return quiz
  }

  private static func attempt(_ further: Event...) throws -> Attempt {
    var script = try Script(.short())
    script.type(["a", "t", "yes"])
    return try Attempt(replaying: script.events + further)
  }

  @Test func `the first score stays computable beside the present one`() throws {
    let attempt = try Self.attempt(Self.remarked("v2", at: 1), Self.remarked("v3", at: 2))
    var third = Self.corrected
    third.items[1].maximum = 3
    let versions = ["v2": Self.corrected, "v3": third]
    let marked = try #require(try MarkedAttempt(attempt, of: .short()) { versions[$0] })
    #expect(marked.firstScore.total == 1)
    #expect(marked.steps.map(\.score.total) == [2, 4])
    #expect(marked.score.isPassed == true)
    #expect(
      marked.remarks { "day \($0.milliseconds)" }.map(\.text) == [
        "Marked again on day 1, because Saw is right too: 1 → 2 of 2 marks.",
        "Marked again on day 2, because Saw is right too: 2 → 4 of 4 marks.",
      ]
    )
  }

  @Test func `a mark that a person gave stays`() throws {
    let given = Event(
      .marked(.init(item: "single", mark: Rational(1, over: 2), comment: "Half.", by: "ana")),
      at: Timestamp(milliseconds: 1)
    )
    let attempt = try Self.attempt(given, Self.remarked("v2", at: 2))
    let marked = try #require(try MarkedAttempt(attempt, of: .short()) { _ in Self.corrected })
    #expect(marked.score.total == Rational(3, over: 2))
    #expect(marked.firstScore.total == Rational(3, over: 2))
  }

  @Test func `a version that was lost or does not fit is named`() throws {
    let attempt = try Self.attempt(Self.remarked("v2", at: 1))
    #expect(throws: MarkedAttempt.Problem.lostVersion("v2")) {
      try MarkedAttempt(attempt, of: .short()) { _ in nil }
    }
    var foreign = Quiz.short()
    foreign.items[0].stem = "Another question?"
    #expect(throws: MarkedAttempt.Problem.foreignVersion("v2")) {
      try MarkedAttempt(attempt, of: .short()) { _ in foreign }
    }
  }

  @Test func `an open attempt is marked by the corrected version when it is submitted`() throws {
    var script = try Script(.short())
    script.type("a")
    let lines = try script.conversation.takeIn([Self.remarked("v2", at: 1)], at: script.now)
    #expect(lines?.map(\.text).first?.hasSuffix("corrected version: Saw is right too.") == true)
    script.conversation.present.corrected = Self.corrected
    script.type(["t", "yes"])
    #expect(script.transcript.contains("Score: 2 of 2 marks, 100 percent."))
    #expect(script.transcript.contains("Marked with a corrected version: Saw is right too."))
  }
}
