internal import Diagnostics
public import Quizzes
public import Records

/// Where somebody sits down: it starts attempts and goes on with them, recorded.
public struct Desk {
  /// Where attempts are recorded.
  public let markbook: Markbook
  /// Who sits.
  public let sitter: Sitter
  /// What decides the order of a new attempt.
  public let seed: UInt64
  /// What is typed to go on; `nil` where nothing need be said.
  public let goOnCommand: String?

  /// Creates a desk.
  public init(markbook: Markbook, sitter: Sitter, seed: UInt64, goOnCommand: String?) {
    self.markbook = markbook
    self.sitter = sitter
    self.seed = seed
    self.goOnCommand = goOnCommand
  }

  /// An attempt that was begun or gone on with, whose first turn is recorded.
  public struct Opening {
    /// The attempt, which takes what the participant does.
    public let sitting: Sitting
    /// What is shown and asked first.
    public let turn: Turn
  }

  /// When somebody last used an attempt that was not left; `nil` when it was left or handed in.
  public func lastUsed(_ recorded: RecordedAttempt) throws -> Timestamp? {
    let attempt = try markbook.replay(recorded)
    guard case .open(let progress) = attempt.state, !progress.isAway else { return nil }
    return attempt.events.last { $0.kind.belongsToSitting }?.time
  }

  /// The sitter's attempts at a quiz in a programme, in their order.
  func attempts(
    of quiz: String,
    in programme: Programme = .unknown
  ) throws(MarkbookError) -> [RecordedAttempt] {
    try markbook.attempts(of: quiz, by: sitter, in: programme)
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
  ) throws(MarkbookError) -> Event.Start {
    Event.Start(
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
  ///   - generator: The source of the attempt's identifier.
  /// - Returns: The attempt with its first turn.
  /// - Throws: What the conversation or the markbook refuse.
  func start(
    _ quiz: Quiz,
    _ start: Event.Start,
    for programme: Programme,
    isIntroduced: Bool = false,
    surroundings: Surroundings = Surroundings(),
    at now: Moment,
    using generator: inout some RandomNumberGenerator
  ) throws -> Opening {
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
      sitting: Sitting(of: attempt, conversation, in: markbook, surroundings: surroundings),
      turn: turn
    )
  }

  /// Goes on with an attempt, with the text of the quiz with which it began.
  ///
  /// - Parameters:
  ///   - recorded: The attempt.
  ///   - file: Where the quiz was read, for what may be wrong with it.
  ///   - surroundings: What others decided meanwhile, for the quiz that is sat.
  ///   - now: When this happens.
  /// - Returns: The attempt with its first turn.
  /// - Throws: ``AttemptProblem`` or what the markbook refuses.
  func resume(
    _ recorded: RecordedAttempt,
    readFrom file: String,
    surroundings: (Quiz) -> Surroundings = { _ in Surroundings() },
    at now: Moment
  ) throws -> Opening {
    let attempt = try markbook.replay(recorded)
    guard let text = try markbook.text(ofVersion: recorded.version) else {
      throw AttemptProblem(attempt: recorded.id, fault: .lostText)
    }
    let quiz = try Quiz.parse(SourceText(file: file, text: text))
    let surroundings = surroundings(quiz)
    let (deadline, present) =
      (try surroundings.newDeadline(attempt), try surroundings.present(attempt))
    let (conversation, turn): (Conversation, Turn)
    do throws(Refusal) {
      (conversation, turn) = try Conversation.resume(
        quiz,
        attempt,
        extension: deadline,
        identification: sitter.identification,
        present: present,
        goOnCommand: goOnCommand,
        at: now
      )
    } catch {
      throw AttemptProblem(attempt: recorded.id, fault: .goingOn(error))
    }
    let count = try markbook.append(turn.events, to: recorded.id, after: recorded.eventCount)
    let latest = recorded.with(eventCount: count)
    return Opening(
      sitting: Sitting(of: latest, conversation, in: markbook, surroundings: surroundings),
      turn: turn
    )
  }
}
