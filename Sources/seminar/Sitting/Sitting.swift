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
  private let surroundings: Surroundings
  private let screen: Screen
  private var source: any LineSource

  /// Creates a sitting of an attempt that is recorded already.
  init(
    _ conversation: Conversation,
    of attempt: RecordedAttempt.ID,
    eventCount: Int,
    in markbook: Markbook,
    among surroundings: Surroundings,
    on screen: Screen,
    reading source: any LineSource
  ) {
    self.conversation = conversation
    self.attempt = attempt
    self.eventCount = eventCount
    self.markbook = markbook
    self.surroundings = surroundings
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
      do {
        let renewed = try renewed(at: now)
        var candidate = renewed.conversation
        var turn = candidate.take(input, at: now)
        if candidate.attempt.submittedAt != nil,
          let present = present(for: candidate.attempt)
        {
          candidate = renewed.conversation
          candidate.present = present
          turn = candidate.take(input, at: now)
        }
        let events = renewed.events + turn.events
        if !events.isEmpty {
          eventCount = try markbook.append(events, to: attempt, after: renewed.count)
        }
        conversation = candidate
        turn.lines = renewed.lines + turn.lines
        return turn
      } catch let error as MarkbookError {
        try offerAgain(after: error)
      }
    }
  }

  /// The conversation with what others decided since the last turn.
  private struct Renewed {
    var conversation: Conversation
    /// How many events are recorded.
    var count: Int
    /// What is still to be recorded of it.
    var events: [Event] = []
    /// What the participant is told of it.
    var lines: [Line] = []
  }

  /// Takes in what others recorded in the attempt, and another deadline.
  private func renewed(at now: Moment) throws -> Renewed {
    var renewed = Renewed(
      conversation: conversation,
      count: try markbook.attempt(attempt).eventCount
    )
    if renewed.count > eventCount {
      let others = try markbook.events(of: attempt).dropFirst(eventCount)
      guard let lines = try renewed.conversation.takeIn(Array(others), at: now) else {
        let fault = MarkbookError.Fault.continuedElsewhere(
          attempt: attempt,
          recorded: renewed.count,
          expected: eventCount
        )
        throw MarkbookError(fault, file: markbook.file)
      }
      renewed.lines = lines
    }
    // A file that cannot be read now leaves the deadline as it is.
    if let deadline = try? surroundings.newDeadline(renewed.conversation.attempt) {
      renewed.events = [Event(.extended(deadline), at: now)]
      renewed.lines += try renewed.conversation.takeIn(renewed.events, at: now) ?? []
    }
    return renewed
  }

  /// What may be shown now; nothing where that cannot be found out.
  private func present(for attempt: Attempt) -> Conversation.Present? {
    do {
      return try surroundings.present(attempt)
    } catch {
      return Conversation.Present(Showing(.init(rightAfter: [], later: [], afterClose: [])))
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
