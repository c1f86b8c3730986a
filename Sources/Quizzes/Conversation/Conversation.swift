internal import Diagnostics

/// A sitting without a terminal: inputs go in, and what to record, show and ask comes out.
///
/// Whoever runs it records the events of a turn durably, then shows its lines, then asks. When the
/// recording fails, it goes on with the conversation from before the turn, for this is a value:
///
/// ```swift
/// var next = conversation
/// let turn = next.take(.line("b"), at: now)
/// try markbook.append(turn.events)
/// conversation = next
/// ```
public struct Conversation: Hashable, Sendable {
  /// The longest line that is read, in characters.
  public static let lineLimit = 2000

  /// What the participant is being asked.
  enum Question: Hashable, Sendable {
    /// What the place in the attempt asks: the item, or behind the last one whether to submit.
    case place
    /// Whether to submit, asked before the end was reached.
    case submission
    /// Whether to stop.
    case leaving
  }

  /// The quiz, read from the text with which the attempt is sat.
  public let quiz: Quiz
  /// The attempt with all events so far.
  public private(set) var attempt: Attempt
  /// The command with which a participant who stopped goes on.
  let goOnCommand: String
  /// What the participant is being asked.
  var question = Question.place
  /// When the item that is being asked was shown.
  private var shownAt: Timestamp

  private init(_ quiz: Quiz, _ attempt: Attempt, _ goOnCommand: String, at now: Timestamp) {
    self.quiz = quiz
    self.attempt = attempt
    self.goOnCommand = goOnCommand
    shownAt = now
  }

  /// Begins an attempt.
  ///
  /// - Parameters:
  ///   - quiz: What is sat.
  ///   - start: Who sits, with the quiz arranged by a seed.
  ///   - goOnCommand: What a participant who stopped types to go on.
  ///   - now: When this happens.
  /// - Returns: The conversation, and its first turn.
  /// - Throws: A refusal when the arrangement is not one of the quiz.
  public static func start(
    _ quiz: Quiz,
    _ start: Event.Start,
    goOnCommand: String,
    at now: Timestamp
  ) throws(Refusal) -> (Conversation, Turn) {
    var conversation = Conversation(quiz, Attempt(), goOnCommand, at: now)
    var draft = Draft()
    try conversation.record(.started(start), at: now, &draft)
    try conversation.requireWholeItems()
    draft.lines += conversation.welcome()
    return (conversation, try conversation.askAfresh(at: now, &draft))
  }

  /// Goes on with an attempt that was left, or that broke off.
  ///
  /// - Parameters:
  ///   - quiz: What is sat, read from the text with which the attempt began.
  ///   - attempt: The attempt with all its recorded events.
  ///   - goOnCommand: What a participant who stopped types to go on.
  ///   - now: When this happens.
  /// - Returns: The conversation, and its first turn, at the item where the attempt was.
  /// - Throws: A refusal when the attempt was submitted or is not one of the quiz.
  public static func resume(
    _ quiz: Quiz,
    _ attempt: Attempt,
    goOnCommand: String,
    at now: Timestamp
  ) throws(Refusal) -> (Conversation, Turn) {
    var conversation = Conversation(quiz, attempt, goOnCommand, at: now)
    var draft = Draft()
    try conversation.record(.resumed, at: now, &draft)
    try conversation.requireWholeItems()
    draft.lines += conversation.welcomeBack()
    return (conversation, try conversation.askAfresh(at: now, &draft))
  }

  /// Takes what the participant did and says what follows.
  public mutating func take(_ input: Input, at now: Timestamp) -> Turn {
    var draft = Draft()
    do throws(Refusal) {
      try requireOpen()
      switch input {
      case .endOfInput: return try stop(.endOfInput, at: now, &draft)
      case .interrupt where question == .leaving: return try stop(.interrupt, at: now, &draft)
      case .interrupt:
        question = .leaving
        return ask(&draft)
      case .line(let line): return try take(line, at: now, &draft)
      }
    } catch {
      draft.lines.append(Line(.problem, "That is not possible: \(error)."))
      if attempt.submittedAt != nil { return draft.turn(.finish) }
      return attempt.progress?.isAway == false ? ask(&draft) : draft.turn(.stop(.quit))
    }
  }
}

extension Conversation {
  /// A turn that is being put together.
  struct Draft {
    var events: [Event] = []
    var lines: [Line] = []

    func turn(_ next: Turn.Next) -> Turn {
      Turn(events: events, lines: lines, next: next)
    }
  }

  mutating func record(
    _ kind: Event.Kind,
    at now: Timestamp,
    _ draft: inout Draft
  ) throws(Refusal) {
    let event = Event(kind, at: now)
    try attempt.apply(event)
    draft.events.append(event)
  }

  /// Shows the place in the attempt and asks what it asks; a finished practice hands itself in.
  mutating func askAfresh(at now: Timestamp, _ draft: inout Draft) throws(Refusal) -> Turn {
    question = .place
    shownAt = now
    if let progress = attempt.progress, progress.start.kind.givesFeedbackAtOnce,
      progress.place == .end, progress.unanswered.isEmpty
    {
      return try submit(at: now, &draft)
    }
    draft.lines.append(.gap)
    draft.lines += place()
    return ask(&draft)
  }

  mutating func stop(
    _ reason: Event.Reason,
    at now: Timestamp,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    try record(.left(reason), at: now, &draft)
    draft.lines += farewell()
    return draft.turn(.stop(reason))
  }

  mutating func submit(at now: Timestamp, _ draft: inout Draft) throws(Refusal) -> Turn {
    try record(.submitted, at: now, &draft)
    draft.lines += results()
    return draft.turn(.finish)
  }

  private mutating func take(
    _ line: String,
    at now: Timestamp,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    guard line.utf8.count <= 4 * Self.lineLimit, line.count <= Self.lineLimit else {
      let problem = "That is too long. At most \(Self.lineLimit) characters are read."
      draft.lines.append(Line(.problem, problem))
      return ask(&draft)
    }
    let typed = cleaned(line)
    if let command = TypedCommand(typed) { return try obey(command, at: now, &draft) }
    switch question {
    case .leaving: return try answerLeaving(typed, at: now, &draft)
    case .submission: return try answerSubmission(typed, at: now, &draft)
    case .place:
      guard let shown = currentItem else { return try answerSubmission(typed, at: now, &draft) }
      return try respond(typed, to: shown, at: now, &draft)
    }
  }

  private mutating func respond(
    _ typed: String,
    to shown: ShownItem,
    at now: Timestamp,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    let earlier = attempt.progress?.responses[shown.item.id]
    if let earlier, typed.isEmpty || typed == earlier.typed {
      draft.lines.append(Line(.acknowledgement, "Kept as it was."))
      return try moveOn(from: shown, at: now, &draft)
    }
    let response: Response
    do {
      response = try shown.item.kind.response(typed: typed, showing: shown.order)
    } catch {
      let more = typed.isEmpty ? " Type a response, or :skip to leave the item for later." : ""
      draft.lines.append(Line(.problem, error.description + more))
      return ask(&draft)
    }
    let responded = Event.Responded(
      item: shown.item.id,
      typed: typed,
      response: response,
      milliseconds: now.milliseconds(since: shownAt)
    )
    try record(.responded(responded), at: now, &draft)
    switch attempt.progress?.start.kind {
    case .practice, .review: draft.lines += shown.feedback(on: response)
    case .graded, nil:
      let verb = earlier == nil ? "Kept" : "Changed to"
      draft.lines.append(Line(.acknowledgement, "\(verb): \(shown.text(of: response))"))
    }
    return try askAfresh(at: now, &draft)
  }

  /// Nothing is taken after submitting, nor after leaving.
  private func requireOpen() throws(Refusal) {
    switch attempt.state {
    case .unstarted: throw .notStarted
    case .open(let progress): try progress.requirePresence()
    case .submitted: throw .alreadySubmitted
    }
  }

  /// Every item of the attempt must be one of the quiz, with all its options.
  private func requireWholeItems() throws(Refusal) {
    for item in attempt.progress?.items ?? [] {
      guard let shown = shownItem(item) else { throw .unknownItem(item) }
      guard shown.isWhole else { throw .malformedArrangement }
    }
  }

  /// The line as it is kept: on one line, without characters that hide or reorder text.
  private func cleaned(_ line: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      if scalar.properties.isWhitespace {
        scalars.append(" ")
      } else if !scalar.isHarmful {
        scalars.append(scalar)
      }
    }
    let words = String(scalars)
    return String(words.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
