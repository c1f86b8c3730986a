import Chance
import Diagnostics
import Quizzes
import Records

extension Workbench {
  /// The markbook of the folder.
  func markbook() throws -> Markbook {
    try Markbook(existing: path("markbook.sqlite"), for: .reading)
  }

  /// How many events the attempts in the markbook have, all of which must be whole.
  func wholeEventCount() throws -> Int {
    let markbook = try markbook()
    guard case .whole = try markbook.verify() else {
      throw Program.Failed(description: "the markbook is not whole: \(try markbook.verify())")
    }
    return try markbook.attempts().reduce(0) { $0 + $1.eventCount }
  }

  /// Records a sitting at set times, a minute from line to line, as the command itself would.
  ///
  /// - Parameters:
  ///   - lines: What was typed.
  ///   - quiz: The quiz's name.
  ///   - participant: Who sat; a guest unless told.
  ///   - guest: What a guest is called.
  ///   - kind: Whether it counts.
  ///   - began: The instant in milliseconds since 1970.
  /// - Throws: What the quiz's file, the conversation or the markbook refuse.
  func record(
    _ lines: [String],
    at quiz: String,
    by participant: String? = nil,
    guest: String = "guest",
    _ kind: Attempt.Kind = .graded,
    began: Int64 = 1_774_447_200_000
  ) throws {
    let text = try text(of: "quizzes/\(quiz).yaml")
    let parsed = try Quiz.parse(SourceText(file: quiz, text: text))
    let markbook = try Markbook(creatingIfMissing: path("markbook.sqlite"))
    defer { markbook.close() }
    let number = try markbook.nextNumber(of: quiz, by: participant, guest: guest)
    let start = Event.Start(
      quiz: quiz,
      contentHash: Markbook.version(of: text),
      participant: participant ?? guest,
      kind: kind,
      number: number,
      seed: 1,
      arrangement: Arrangement(of: parsed, seed: 1)
    )
    var now = Timestamp(milliseconds: began)
    var (conversation, turn) = try Conversation.start(
      parsed,
      start,
      goOnCommand: "",
      at: Moment(now)
    )
    var chance = SplitMix64(seed: UInt64(bitPattern: began))
    let attempt = try markbook.startAttempt(
      with: turn.events,
      text: text,
      by: participant,
      using: &chance
    )
    var count = attempt.eventCount
    for line in lines {
      now = Timestamp(milliseconds: now.milliseconds + 60_000)
      turn = conversation.take(line == "^D" ? .endOfInput : .line(line), at: Moment(now))
      count = try markbook.append(turn.events, to: attempt.id, after: count)
    }
  }
}
