import Quizzes

/// Sits a quiz by a list of inputs, and writes down what a participant sees.
struct Script {
  var conversation: Conversation
  /// What was shown, prompts and typed lines included.
  var transcript: String
  /// What was recorded.
  var events: [Event]
  /// What is asked at the end.
  var next: Turn.Next
  /// Ten seconds pass before each input.
  var now = Self.noon

  /// When scripts begin.
  static let noon = Moment(Timestamp(milliseconds: 1_774_360_800_000))

  static let command = "seminar quiz workshop"

  init(
    _ quiz: Quiz,
    seed: UInt64 = 7,
    kind: Attempt.Kind? = nil,
    deadline: Deadline? = nil,
    at now: Moment = noon
  ) throws {
    let start = Event.Start(
      quiz: "workshop",
      contentHash: "abc",
      participant: "p01",
      kind: kind ?? Attempt.Kind(quiz.mode),
      number: 1,
      seed: seed,
      arrangement: Arrangement(of: quiz, seed: seed),
      deadline: deadline
    )
    let (conversation, turn) =
      try Conversation.start(quiz, start, goOnCommand: Self.command, at: now)
    self.conversation = conversation
    self.now = now
    transcript = ""
    events = []
    next = turn.next
    add(turn)
  }

  /// Goes on after a stop, from recorded events.
  init(
    resuming quiz: Quiz,
    _ events: [Event],
    extension: Event.Extension? = nil,
    at now: Moment
  ) throws {
    let attempt = try Attempt(replaying: events)
    let (conversation, turn) = try Conversation.resume(
      quiz,
      attempt,
      extension: `extension`,
      goOnCommand: Self.command,
      at: now
    )
    self.conversation = conversation
    self.now = now
    transcript = ""
    self.events = events
    next = turn.next
    add(turn)
  }

  private mutating func add(_ turn: Turn) {
    events += turn.events
    for line in turn.lines { transcript += "\(line)\n" }
    next = turn.next
  }

  /// Types a line after ten seconds, and answers what was shown for it.
  @discardableResult
  mutating func type(_ line: String) -> [String] {
    take(.line(line), echo: line)
  }

  @discardableResult
  mutating func take(_ input: Input, echo: String = "") -> [String] {
    if case .ask(let prompt) = next { transcript += prompt.text + echo + "\n" }
    now = now.later(by: 10_000)
    let turn = conversation.take(input, at: now)
    add(turn)
    return turn.lines.map(\.description)
  }

  mutating func type(_ lines: [String]) {
    for line in lines { type(line) }
  }

  /// The item asked, by its number; `nil` elsewhere.
  var prompt: Prompt? {
    if case .ask(let prompt) = next { prompt } else { nil }
  }
}

extension Moment {
  /// A moment later by both clocks.
  func later(by milliseconds: Int64) -> Moment {
    Moment(
      Timestamp(milliseconds: time.milliseconds + milliseconds),
      reading: reading.map { .init(boot: $0.boot, milliseconds: $0.milliseconds + milliseconds) }
    )
  }
}
