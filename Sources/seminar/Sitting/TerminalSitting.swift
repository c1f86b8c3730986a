import ArgumentParser
import Coordination
import Diagnostics
import Quizzes
import Records
import Terminal

/// One sitting of a quiz at a terminal or a pipe: what is typed goes to the sitting, and what it has
/// recorded is shown.
///
/// When recording fails, the sitting stays as it was and the participant can try again.
@MainActor struct TerminalSitting {
  private var sitting: Sitting
  private let screen: Screen
  private var source: any LineSource
  private let showsAll: Bool

  /// Creates a sitting of an attempt that is recorded already.
  ///
  /// - Parameters:
  ///   - sitting: The attempt.
  ///   - screen: Where it is shown.
  ///   - showsAll: Whether the results list every item unasked.
  init(_ sitting: Sitting, on screen: Screen, showingAll showsAll: Bool) {
    self.sitting = sitting
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
      if case .ask = turn.next { sitting.lose(at: .now) }
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
        return try sitting.take(input, at: now)
      } catch let error as MarkbookError {
        if case .continuedElsewhere = error.fault { throw leave(at: input) }
        if input.endsAtOnce { throw Self.interruption }
        try offerAgain(after: error)
      }
    }
  }

  /// Says that another window has gone on with the attempt, and how this sitting ends.
  private func leave(at input: Input) -> any Error {
    switch input {
    case .hangUp, .terminated, .interrupt, .quit: return Self.interruption
    case .line, .tooLong, .endOfInput, .timeUp, .continued:
      var words = "This quiz was continued in another window. Your responses are kept"
      if case .line = input { words += ", but not the line you have just typed here" }
      Output.error.tell(words + ".\nContinue in the other window.")
      return Failure(.busy, Findings())
    }
  }

  /// How long a line is awaited: until just behind the deadline.
  private var patience: Duration? {
    sitting.progress?.remaining(at: .now).map { .milliseconds($0 + 100) }
  }

  /// Says what is wrong and waits for the participant to try again; leaves when that cannot help.
  private mutating func offerAgain(after error: MarkbookError) throws {
    switch error.fault {
    case .full, .inputOutput, .busy, .moved: break
    default: throw Failure(error)
    }
    guard Window.input.isTerminal else { throw Failure(error) }
    let failure = Failure(error).forParticipant
    Output.error.tell(failure.text(asJSON: false))
    let request = LineRequest("Not saved yet. Press Enter to try again, or type :quit to leave: ")
    switch source.next(request) {
    case .text(let line) where line != ":quit": return
    case .continued: return
    default: throw failure
    }
  }
}

extension Input {
  /// Whether the program must end, even if that cannot be recorded.
  fileprivate var endsAtOnce: Bool {
    switch self {
    case .hangUp, .terminated, .quit: true
    case .line, .tooLong, .endOfInput, .interrupt, .timeUp, .continued: false
    }
  }

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
