import Diagnostics
import Quizzes
import Records

/// Where somebody sits down: it starts attempts and goes on with them, recorded.
struct Desk {
  let markbook: Markbook
  let sitter: Sitter
  /// The source of chance for a new attempt's order; `nil` for one of its own.
  let seed: UInt64?
  /// What is typed to go on; `nil` where nothing need be said.
  let goOnCommand: String?

  /// An attempt that was begun or gone on with, whose first turn is recorded.
  struct Opening {
    let conversation: Conversation
    let turn: Turn
    let attempt: RecordedAttempt
    let surroundings: Surroundings
  }

  /// The sitter's attempts at a quiz, in their order.
  func attempts(of quiz: String) throws(MarkbookError) -> [RecordedAttempt] {
    try markbook.attempts(of: quiz, by: sitter)
  }

  /// When somebody last used an attempt that was not left; `nil` when it was left or handed in.
  func lastUsed(_ recorded: RecordedAttempt) throws -> Timestamp? {
    try wordingErrors {
      let attempt = try Attempt(replaying: markbook.events(of: recorded.id))
      guard case .open(let progress) = attempt.state, !progress.isAway else { return nil }
      return attempt.events.last { $0.kind.belongsToSitting }?.time
    }
  }

  /// How an attempt would start.
  ///
  /// - Parameters:
  ///   - quiz: What is sat.
  ///   - name: The name under which the attempt is recorded.
  ///   - kind: What the attempt is for.
  ///   - seen: When the sitter last got an item.
  ///   - deadline: When the attempt ends by itself.
  /// - Returns: The start, which is recorded nowhere yet.
  /// - Throws: What the markbook refuses.
  func beginning(
    of quiz: Quiz,
    as name: String,
    _ kind: Attempt.Kind,
    seen: [Item.ID: Timestamp] = [:],
    deadline: Deadline? = nil
  ) throws -> Event.Start {
    var generator = SystemRandomNumberGenerator()
    let seed = seed ?? generator.next()
    return Event.Start(
      quiz: name,
      contentHash: Markbook.version(of: quiz.text),
      participant: sitter.recordedName,
      kind: kind,
      number: try markbook.nextNumber(of: name, by: sitter),
      seed: seed,
      arrangement: Arrangement(of: quiz, seed: seed, seen: seen),
      deadline: deadline,
      identification: sitter.identification
    )
  }

  /// Starts an attempt.
  ///
  /// - Parameters:
  ///   - quiz: What is sat.
  ///   - start: How it starts.
  ///   - programme: The curriculum and edition to which the quiz belongs.
  ///   - isIntroduced: Whether the sitter has read what there is to know before.
  ///   - surroundings: What others decide while the attempt is being sat.
  ///   - now: When this happens.
  /// - Returns: The conversation with its first turn.
  /// - Throws: What the conversation or the markbook refuse.
  func start(
    _ quiz: Quiz,
    _ start: Event.Start,
    for programme: Programme,
    isIntroduced: Bool = false,
    surroundings: Surroundings = Surroundings(),
    at now: Moment = .now
  ) throws -> Opening {
    var generator = SystemRandomNumberGenerator()
    let (conversation, turn) = try Conversation.start(
      quiz,
      start,
      goOnCommand: goOnCommand,
      isIntroduced: isIntroduced,
      at: now
    )
    let attempt = try markbook.startAttempt(
      with: turn.events,
      text: quiz.text,
      by: sitter.id,
      for: programme,
      using: &generator
    )
    return Opening(
      conversation: conversation,
      turn: turn,
      attempt: attempt,
      surroundings: surroundings
    )
  }

  /// Goes on with an attempt, with the text of the quiz with which it began.
  ///
  /// - Parameters:
  ///   - recorded: The attempt.
  ///   - file: Where the quiz was read, for what may be wrong with it.
  ///   - surroundings: What others decided meanwhile, for the quiz that is sat.
  /// - Returns: The conversation with its first turn.
  /// - Throws: What the conversation or the markbook refuse.
  func resume(
    _ recorded: RecordedAttempt,
    readFrom file: String,
    surroundings: (Quiz) -> Surroundings = { _ in Surroundings() }
  ) throws -> Opening {
    let attempt = try Attempt(replaying: markbook.events(of: recorded.id))
    guard let text = try markbook.text(ofVersion: recorded.version) else {
      throw Failure(.badInput, "the markbook has lost the text of the attempt's quiz")
    }
    let quiz = try Quiz.parse(SourceText(file: file, text: text))
    let surroundings = surroundings(quiz)
    let (conversation, turn) = try Conversation.resume(
      quiz,
      attempt,
      extension: try surroundings.newDeadline(attempt),
      identification: sitter.identification,
      present: try surroundings.present(attempt),
      goOnCommand: goOnCommand,
      at: .now
    )
    let count = try markbook.append(turn.events, to: recorded.id, after: recorded.eventCount)
    return Opening(
      conversation: conversation,
      turn: turn,
      attempt: recorded.with(eventCount: count),
      surroundings: surroundings
    )
  }

  /// Says in words what the markbook or an attempt refuses.
  func wordingErrors<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as MarkbookError {
      throw Failure(error)
    } catch let refusal as Refusal {
      throw Failure(.badInput, "the attempt cannot go on: \(refusal)")
    }
  }
}
