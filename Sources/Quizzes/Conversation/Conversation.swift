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
  /// The longest line that is read, in characters; a line of an essay may be as long as the essay.
  public static let lineLimit = 2000

  /// What the participant is being asked.
  enum Question: Hashable, Sendable {
    /// What the place in the attempt asks: the item, or behind the last one whether to submit.
    case place
    /// How certain the participant is of a response.
    case certainty(Item.ID)
    /// Whether to submit, asked before the end was reached.
    case submission
    /// Whether to stop.
    case leaving
  }

  /// The quiz, read from the text with which the attempt is sat.
  public let quiz: Quiz
  /// The attempt with all events so far.
  public private(set) var attempt: Attempt
  /// What is decided elsewhere; it may change while the sitting goes on.
  public var present: Present
  /// The command with which a participant who stopped goes on.
  let goOnCommand: String?
  /// What the participant is being asked.
  var question = Question.place
  /// Which gap of a cloze is being asked, from 0.
  var gap = 0
  /// What is at the next prompt to be changed: the last line of an essay that was taken back, or what
  /// was typed before the program was stopped.
  var unsent: String?
  /// Whether the last line belongs to an essay that goes on.
  var isWriting = false
  /// When the item that is being asked was shown.
  var shownAt: Moment
  /// The smallest threshold of the time left that was announced, in milliseconds.
  var announced: Int64?

  private init(_ quiz: Quiz, _ attempt: Attempt, _ goOnCommand: String?, at now: Moment) {
    self.quiz = quiz
    self.attempt = attempt
    present = Present(Showing(quiz.feedback, closes: quiz.conditions.closes))
    self.goOnCommand = goOnCommand
    shownAt = now
  }

  /// Begins an attempt.
  ///
  /// - Parameters:
  ///   - quiz: What is sat.
  ///   - start: Who sits, with the quiz arranged by a seed.
  ///   - goOnCommand: What a participant who stopped types to go on; `nil` where nothing need be said.
  ///   - isIntroduced: Whether the participant has read the ``briefing`` already.
  ///   - now: When this happens.
  /// - Returns: The conversation, and its first turn.
  /// - Throws: A refusal when the arrangement is not one of the quiz.
  public static func start(
    _ quiz: Quiz,
    _ start: Event.Start,
    goOnCommand: String?,
    isIntroduced: Bool = false,
    at now: Moment
  ) throws(Refusal) -> (Conversation, Turn) {
    var conversation = Conversation(quiz, Attempt(), goOnCommand, at: now)
    var draft = Draft()
    try conversation.record(.started(start), at: now, &draft)
    try conversation.requireWholeItems()
    draft.lines += (isIntroduced ? [] : conversation.briefing) + [Self.promise]
    let turn = try conversation.askAfresh(at: now, &draft)
    return (conversation, turn)
  }

  /// Goes on with an attempt that was left, or that broke off.
  ///
  /// When its time is up, the attempt is closed instead.
  ///
  /// - Parameters:
  ///   - quiz: What is sat, read from the text with which the attempt began.
  ///   - attempt: The attempt with all its recorded events.
  ///   - extension: Another deadline, where the coordinator has given one meanwhile.
  ///   - identification: How it was established who sits, which is recorded where it differs from
  ///     before.
  ///   - present: What is decided elsewhere; without it, by the quiz that is sat.
  ///   - goOnCommand: What a participant who stopped types to go on; `nil` where nothing need be said.
  ///   - now: When this happens.
  /// - Returns: The conversation, and its first turn, at the item where the attempt was.
  /// - Throws: A refusal when the attempt was submitted or is not one of the quiz.
  public static func resume(
    _ quiz: Quiz,
    _ attempt: Attempt,
    extension: Event.Extension? = nil,
    identification: Identification? = nil,
    present: Present? = nil,
    goOnCommand: String?,
    at now: Moment
  ) throws(Refusal) -> (Conversation, Turn) {
    var conversation = Conversation(quiz, attempt, goOnCommand, at: now)
    if let present { conversation.present = present }
    var draft = Draft()
    if let `extension` { try conversation.record(.extended(`extension`), at: now, &draft) }
    try conversation.requireWholeItems()
    if let closing = conversation.attempt.closing(at: now) {
      draft.lines.append(Line(.title, quiz.title))
      let turn = try conversation.close(by: closing, at: now, &draft)
      return (conversation, turn)
    }
    if let identification, identification != attempt.identification {
      try conversation.record(.identified(identification), at: now, &draft)
    }
    try conversation.record(.resumed, at: now, &draft)
    draft.lines += conversation.welcomeBack(at: now)
    conversation.announced = conversation.threshold(at: now)
    let turn = try conversation.askAfresh(at: now, &draft)
    return (conversation, turn)
  }

  /// Takes what the participant did and says what follows.
  ///
  /// What comes after the deadline is not taken any more: the attempt closes with what was responded
  /// before.
  public mutating func take(_ input: Input, at now: Moment) -> Turn {
    var draft = Draft()
    do throws(Refusal) {
      try requireOpen()
      if let closing = attempt.closing(at: now) { return try close(by: closing, at: now, &draft) }
      switch input {
      case .endOfInput: return try stop(.endOfInput, at: now, &draft)
      case .hangUp: return try stop(.hangUp, at: now, &draft)
      case .terminated: return try stop(.terminated, at: now, &draft)
      case .interrupt where question == .leaving: return try stop(.interrupt, at: now, &draft)
      case .interrupt:
        question = .leaving
        return ask(at: now, &draft)
      case .quit: return try stop(.interrupt, at: now, &draft)
      case .continued(let typed):
        draft.lines += [.gap] + presentQuestion()
        unsent = typed
        return ask(at: now, &draft)
      case .timeUp: return ask(at: now, &draft)
      case .line(let line): return try take(line, at: now, &draft)
      case .tooLong: return refuseLength(at: now, &draft)
      }
    } catch {
      draft.lines.append(Line(.problem, "That is not possible: \(error)."))
      if attempt.submittedAt != nil { return draft.turn(.finish) }
      return attempt.progress?.isAway == false ? ask(at: now, &draft) : draft.turn(.stop(.quit))
    }
  }
}

extension Conversation {
  /// A turn that is being put together.
  struct Draft {
    var events: [Event] = []
    var lines: [Line] = []
    var results: Results?

    func turn(_ next: Turn.Next) -> Turn {
      Turn(events: events, lines: lines, next: next, results: results)
    }

    mutating func show(_ results: Results) {
      self.results = results
      lines += results.lines()
    }
  }

  mutating func record(
    _ kind: Event.Kind,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) {
    try record(Event(kind, at: now), &draft)
  }

  mutating func record(_ event: Event, _ draft: inout Draft) throws(Refusal) {
    try attempt.apply(event)
    draft.events.append(event)
  }

  /// Closes the attempt at its deadline.
  private mutating func close(
    by closing: Event,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    try record(closing, &draft)
    draft.lines.append(Line(.notice, "The time is up. Your responses until then count."))
    try showResults(at: now, &draft)
    return draft.turn(.finish)
  }

  /// Shows the place in the attempt and asks what it asks; a finished practice hands itself in.
  mutating func askAfresh(at now: Moment, _ draft: inout Draft) throws(Refusal) -> Turn {
    question = .place
    shownAt = now
    gap = firstGap
    unsent = nil
    isWriting = false
    if let item = itemWithoutCertainty {
      question = .certainty(item.item.id)
      if draft.events.last?.kind == .resumed { draft.lines += certaintyQuestion(item) }
      return ask(at: now, &draft)
    }
    if let progress = attempt.progress, progress.start.kind.givesFeedbackAtOnce,
      progress.place == .end, progress.unanswered.isEmpty
    {
      return try submit(at: now, &draft)
    }
    draft.lines.append(.gap)
    draft.lines += place()
    return ask(at: now, &draft)
  }

  mutating func stop(
    _ reason: Event.Reason,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    try record(.left(reason), at: now, &draft)
    draft.lines += farewell(at: now)
    return draft.turn(.stop(reason))
  }

  mutating func submit(at now: Moment, _ draft: inout Draft) throws(Refusal) -> Turn {
    try record(.submitted, at: now, &draft)
    if attempt.progress?.start.kind.givesFeedbackAtOnce == true {
      draft.lines += [.gap, Line(.acknowledgement, "Finished.")]
    } else {
      draft.lines.append(Line(.acknowledgement, "Submitted."))
    }
    try showResults(at: now, &draft)
    return draft.turn(.finish)
  }

  private mutating func take(
    _ line: String,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    let limit = prompt.characterLimit
    unsent = nil
    guard line.utf8.count <= 4 * limit, line.count <= limit else {
      return refuseLength(at: now, &draft)
    }
    let typed = prompt.keepsParagraphs ? line.cleanedParagraphs : line.cleaned
    if let command = TypedCommand(typed) { return try obey(command, at: now, &draft) }
    switch question {
    case .leaving: return try answerLeaving(typed, at: now, &draft)
    case .submission: return try answerSubmission(typed, at: now, &draft)
    case .certainty(let item): return try answerCertainty(typed, of: item, at: now, &draft)
    case .place:
      guard let shown = currentItem else { return try answerSubmission(typed, at: now, &draft) }
      return try respond(typed, to: shown, at: now, &draft)
    }
  }

  private mutating func refuseLength(at now: Moment, _ draft: inout Draft) -> Turn {
    let limit = prompt.characterLimit
    return refuse("That is too long. At most \(limit) characters are read.", at: now, &draft)
  }

  /// Says why something cannot be done, and asks again.
  mutating func refuse(_ sentence: String, at now: Moment, _ draft: inout Draft) -> Turn {
    draft.lines.append(Line(.problem, sentence))
    return ask(at: now, &draft)
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
}
