import Chance
import Foundation
import Quizzes
import SampleItems
import Testing

@Suite struct SittingPropertyTests {
  /// Lines that a hasty participant may type.
  static let lines = [
    "a", "b", "c d", "ab", "t", "false", "100", "99,7", "oak", "1a 2b 3c", "c b a", "cab", "",
    ":hint", ".", "-", "1", "3", ":time", ":b", ":n", ":skip", ":f", ":goto 3", ":goto 7",
    ":r", ":h", ":submit", "no", "n", "?!", ":s",
  ]

  static func randomSitting(
    _ quiz: Quiz,
    seed: UInt64,
    each: (Script) throws -> Void = { _ in }
  ) throws -> Script {
    var generator = SplitMix64(seed: seed)
    var script = try Script(quiz, seed: seed)
    for _ in 0..<60 {
      guard script.prompt != nil else { break }
      if Int.random(in: 0..<25, using: &generator) == 0 {
        script.take(.interrupt)
      } else {
        script.type(lines.randomElement(using: &generator) ?? "")
      }
      try each(script)
    }
    return script
  }

  @Test(arguments: 0..<60 as Range<UInt64>, [Quiz.Mode.graded, .practice])
  func `replaying the events gives the state, after each turn`(seed: UInt64, mode: Quiz.Mode) throws
  {
    _ = try Self.randomSitting(.sample(mode: mode, shuffle: .itemsAndOptions), seed: seed) {
      script in
      let rows = script.events.map(\.encoded)
      let replayed = try Attempt(replaying: try rows.map { try Event($0) })
      #expect(replayed == script.conversation.attempt)
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>, [Quiz.Mode.graded, .practice])
  func `broken off after any event, it goes on at the same place`(seed: UInt64, mode: Quiz.Mode)
    throws
  {
    let quiz = Quiz.sample(mode: mode, shuffle: .itemsAndOptions)
    let sitting = try Self.randomSitting(quiz, seed: seed)
    for length in 1...sitting.events.count {
      let events = Array(sitting.events.prefix(length))
      let before = try Attempt(replaying: events)
      guard before.submittedAt == nil else { continue }
      let later = try Script(resuming: quiz, events, at: sitting.now)
      let after = later.conversation.attempt
      #expect(after.progress?.place == before.progress?.place)
      #expect(after.progress?.responses == before.progress?.responses)
      #expect(after.progress?.flagged == before.progress?.flagged)
      #expect(after.progress?.start == before.progress?.start)
      if case .item(let item)? = before.progress?.place {
        let number = try #require(before.progress?.number(of: item))
        #expect(later.transcript.contains("\nItem \(number) of 7,"))
      }
    }
  }

  /// Everything at once: the richer kinds, hints, certainty, sections, a deadline.
  static func rich(_ mode: Quiz.Mode, certainty: Bool) throws -> Quiz {
    var quiz = try Quiz.rich()
    quiz.mode = mode
    quiz.asksCertainty = certainty
    quiz.draws = []
    return quiz
  }

  @Test(arguments: 0..<60 as Range<UInt64>, [Quiz.Mode.graded, .practice])
  func `a sitting of everything replays, goes on after a break, and keeps its score in range`(
    seed: UInt64,
    mode: Quiz.Mode
  ) throws {
    let quiz = try Self.rich(mode, certainty: seed.isMultiple(of: 2))
    let sitting = try Self.randomSitting(quiz, seed: seed) { script in
      let rows = script.events.map(\.encoded)
      let replayed = try Attempt(replaying: try rows.map { try Event($0) })
      #expect(replayed == script.conversation.attempt)
      let progress = try #require(replayed.progress)
      let score = quiz.score(of: progress)
      #expect(score.total <= score.maximum)
      if !quiz.asksCertainty { #expect(score.entries.allSatisfy { $0.mark >= 0 }) }
    }
    for length in 1...sitting.events.count {
      let events = Array(sitting.events.prefix(length))
      let before = try Attempt(replaying: events)
      guard before.submittedAt == nil else { continue }
      let after = try Script(resuming: quiz, events, at: sitting.now).conversation.attempt
      #expect(after.progress?.responses == before.progress?.responses)
      #expect(after.progress?.tries == before.progress?.tries)
      #expect(after.progress?.hints == before.progress?.hints)
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `equal seeds and lines give equal bytes`(seed: UInt64) throws {
    let quiz = Quiz.sample(shuffle: .itemsAndOptions)
    let first = try Self.randomSitting(quiz, seed: seed)
    let second = try Self.randomSitting(quiz, seed: seed)
    #expect(first.transcript == second.transcript)
    #expect(first.events == second.events)
  }

  // Two quizzes that differ in nothing but their keys, reasons and sources look the same until
  // feedback is due, whatever is typed.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `nothing shown before submitting depends on the key`(seed: UInt64) throws {
    let quiz = Quiz.sample(shuffle: .itemsAndOptions)
    var other = quiz
    other.items = quiz.items.map(\.withAnotherKey)
    let first = try Self.randomSitting(quiz, seed: seed)
    let second = try Self.randomSitting(other, seed: seed)
    #expect(first.next != .finish)
    #expect(first.transcript == second.transcript)
    #expect(first.prompt == second.prompt)
  }
}

extension Item {
  /// The same item to look at, with another key and other feedback.
  fileprivate var withAnotherKey: Item {
    var item = self
    item.rationale = "Another rationale."
    item.source = "Another source."
    switch kind {
    case .singleChoice(let choice):
      item.kind = .singleChoice(SingleChoice(choice.options.map(\.swapped)))
    case .multipleResponse(let choice):
      item.kind = .multipleResponse(
        MultipleResponse(choice.options.map(\.swapped), rule: .keysOnly)
      )
    case .trueFalse(let statement): item.kind = .trueFalse(TrueFalse(key: !statement.key))
    case .numerical(let numerical):
      item.kind = .numerical(Numerical(key: 7, tolerance: 3, unit: numerical.unit))
    case .shortText: item.kind = .shortText(ShortText([.init("elm")], matchesCase: true))
    // The order of right sides and texts is the key, and is shown shuffled: what is looked at
    // stays the same only with the same texts.
    case .matching, .ordering, .cloze, .essay, .description: break
    }
    return item
  }
}

extension Item.Option {
  fileprivate var swapped: Item.Option {
    Item.Option(text, isKey: !isKey, because: "Another reason.")
  }
}
