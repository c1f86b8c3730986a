import Quizzes
import Records
import Terminal

/// One sitting of a quiz: what is typed goes to the conversation, what comes of it is recorded, then
/// shown.
///
/// Nothing is shown before it is on the disk. When recording fails, the conversation stays as it was
/// and the participant can try again.
@MainActor struct Sitting {
  private let markbook: Markbook
  private let attempt: RecordedAttempt.ID
  private var eventCount: Int
  private var conversation: Conversation
  private let screen: Screen
  private var source: any LineSource

  /// Creates a sitting of an attempt that is recorded already.
  init(
    _ conversation: Conversation,
    of attempt: RecordedAttempt.ID,
    eventCount: Int,
    in markbook: Markbook,
    on screen: Screen,
    reading source: any LineSource
  ) {
    self.conversation = conversation
    self.attempt = attempt
    self.eventCount = eventCount
    self.markbook = markbook
    self.screen = screen
    self.source = source
  }

  /// Goes on from a turn, whose events are recorded, until the participant leaves or hands in.
  mutating func run(from first: Turn) throws {
    try screen.show(first.lines)
    var next = first.next
    while case .ask(let prompt) = next {
      let turn = try answer(to: prompt)
      try screen.show(turn.lines)
      next = turn.next
    }
    switch next {
    case .stop(.interrupt), .stop(.hangUp), .stop(.terminated): throw Interrupted()
    case .ask, .stop(.quit), .stop(.endOfInput), .finish: return
    }
  }

  /// The participant or the system interrupted the program; everything is kept.
  struct Interrupted: Error {}

  /// Asks, and records what comes of it before anything of it is shown.
  private mutating func answer(to prompt: Prompt) throws -> Turn {
    let request = LineRequest(
      prompt.text,
      candidates: prompt.completions,
      prefilled: prompt.earlier ?? "",
      patience: patience
    )
    let input: Input
    switch source.next(request) {
    case .text(let line): input = .line(line)
    case .tooLong: input = .tooLong
    case .interrupted: input = .interrupt
    case .timedOut: input = .timeUp
    case .endOfInput: input = .endOfInput
    case .terminated: input = .terminated
    case .hungUp: input = .hangUp
    }
    // What was typed in time counts, however long the recording has to be tried.
    let now = Moment.now
    while true {
      var candidate = conversation
      let turn = candidate.take(input, at: now)
      do {
        if !turn.events.isEmpty {
          eventCount = try markbook.append(turn.events, to: attempt, after: eventCount)
        }
        conversation = candidate
        return turn
      } catch {
        try offerAgain(after: error)
      }
    }
  }

  /// How long a line is awaited: until just behind the deadline.
  private var patience: Duration? {
    conversation.attempt.progress?.remaining(at: .now).map { .milliseconds($0 + 100) }
  }

  /// Says what is wrong and waits for the participant to try again; leaves when that cannot help.
  private mutating func offerAgain(after error: MarkbookError) throws {
    switch error.fault {
    case .full, .inputOutput, .busy, .moved: break
    default: throw Failure(error)
    }
    guard Window.input.isTerminal else { throw Failure(error) }
    Output.error.tell(error.description)
    let request = LineRequest("Not saved yet. Press Enter to try again, or type :quit to leave: ")
    switch source.next(request) {
    case .text(let line) where line != ":quit": return
    default: throw Failure(error)
    }
  }
}
