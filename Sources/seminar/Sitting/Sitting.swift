import ArgumentParser
import Diagnostics
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
  private let showsAll: Bool

  /// Creates a sitting of an attempt that is recorded already.
  ///
  /// - Parameters:
  ///   - opening: The attempt and what is said first.
  ///   - markbook: Where it is recorded.
  ///   - screen: Where it is shown.
  ///   - showsAll: Whether the results list every item unasked.
  init(
    _ opening: Desk.Opening,
    in markbook: Markbook,
    on screen: Screen,
    showingAll showsAll: Bool
  ) {
    conversation = opening.conversation
    attempt = opening.attempt.id
    eventCount = opening.attempt.eventCount
    surroundings = opening.surroundings
    self.markbook = markbook
    self.screen = screen
    source = screen.lineSource
    self.showsAll = showsAll
  }

  /// Goes on from a turn, whose events are recorded, until the participant leaves or hands in.
  mutating func run(from first: Turn) throws {
    var next = try show(first)
    while case .ask(let prompt) = next {
      next = try show(answer(to: prompt))
    }
    switch next {
    case .stop(.interrupt), .stop(.hangUp), .stop(.terminated): throw Self.interruption
    case .ask, .stop(.quit), .stop(.endOfInput), .finish: return
    }
  }

  /// The participant or the system interrupted the program; everything is kept.
  private static let interruption = ExitCode(ExitStatus.interrupted.rawValue)

  /// Shows a turn; when nobody can see it any more, the participant has left.
  private mutating func show(_ turn: Turn) throws -> Turn.Next {
    do {
      if let results = turn.results {
        try screen.show(results, after: turn.lines, showingAll: showsAll, reading: &source)
      } else {
        try screen.show(turn.lines)
      }
    } catch {
      if case .ask = turn.next {
        let left = conversation.take(.hangUp, at: .now)
        _ = try? markbook.append(left.events, to: attempt, after: eventCount)
      }
      throw error
    }
    return turn.next
  }

  /// Asks, and records what comes of it before anything of it is shown.
  private mutating func answer(to prompt: Prompt) throws -> Turn {
    let request = LineRequest(
      prompt.text,
      candidates: prompt.completions,
      prefilled: prompt.earlier ?? "",
      patience: patience,
      keepsParagraphs: prompt.keepsParagraphs,
      keepsTypeAhead: prompt.goesOn,
      characterLimit: max(prompt.characterLimit, TypedLine.characterLimit)
    )
    let line = source.next(request)
    // What was typed in time counts, however long the recording has to be tried.
    var turn = try record(Input(line), at: .now)
    if case .timedOut(let typed) = line, case .ask(var prompt) = turn.next {
      // There was more time; what was being typed stays.
      prompt.earlier = typed
      turn.next = .ask(prompt)
    }
    return turn
  }

  /// Records what comes of an input, as often as the participant wants to try.
  private mutating func record(_ input: Input, at now: Moment) throws -> Turn {
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
        if case .continuedElsewhere = error.fault { throw leave(at: input) }
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

  /// Says that another window has gone on with the attempt, and how this sitting ends.
  private func leave(at input: Input) -> any Error {
    switch input {
    case .hangUp, .terminated, .interrupt, .quit: return Self.interruption
    case .line, .tooLong, .endOfInput, .timeUp, .continued:
      var words = "This quiz was continued in another window. Your responses are kept"
      if case .line = input { words += ", but not the line you have just typed here" }
      Output.error.tell(words + ".\nGo on in the other window.")
      return Failure(.busy, Findings())
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
    case .continued: return
    default: throw Failure(error)
    }
  }
}

extension Input {
  /// What a line at a prompt means to a conversation.
  fileprivate init(_ line: TypedLine) {
    switch line {
    case .text(let text): self = .line(text)
    case .tooLong: self = .tooLong
    case .interrupted: self = .interrupt
    case .quit: self = .quit
    case .continued(let typed): self = .continued(typed: typed)
    case .timedOut: self = .timeUp
    case .endOfInput: self = .endOfInput
    case .terminated: self = .terminated
    case .hungUp: self = .hangUp
    }
  }
}
