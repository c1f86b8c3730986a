internal import CReadline
internal import Glibc

/// Lines from a terminal, edited with GNU readline.
///
/// Readline shows nothing of the machine here: it completes no file names, expands no home folders,
/// reads only the system's own key settings, remembers no line, and runs no command that prints
/// its settings or clears the screen. Tab completes the prompt's candidates and nothing else. A pasted
/// text becomes one line, whatever it holds.
///
/// While a source lives, Ctrl-C, a hang up, and a request to end are answered as lines. Ctrl-Z stops the
/// program with the terminal as it was before. Between prompts the terminal is as it was before too.
public struct ReadlineSource {
  private let signals = Signals()
  private let discardsTypeAhead: Bool

  /// Creates the source for standard input and output, which must both be a terminal.
  ///
  /// - Parameters:
  ///   - name: The program's name, for `$if` in the system's key settings.
  ///   - isAccessible: Whether nothing but plain text may be written: no escape codes, no redrawing
  ///     beyond backspaces. A paste of several lines then is taken as its first line only,
  ///     because the terminal does not say what was pasted.
  @MainActor public init(name: String, isAccessible: Bool) {
    Editor.prepare(name: name, isAccessible: isAccessible)
    discardsTypeAhead = isAccessible || Editor.isTerminalDumb
  }
}

extension ReadlineSource: @MainActor LineSource {
  @MainActor public mutating func next(_ prompt: LineRequest) -> TypedLine {
    if discardsTypeAhead { discardTypeAhead() }
    let deadline = prompt.patience.map { ContinuousClock.now + $0 }
    Editor.begin(prompt)
    while true {
      switch Occurrence.wait(for: 0, signals, until: deadline) {
      case .input:
        if let line = Editor.readKey() { return line }
      case .timeOut:
        return .timedOut(typed: Editor.abandon())
      case .hangUp:
        Editor.abandon()
        return .hungUp
      case .signal:
        if let line = answerToSignal() { return line }
      }
    }
  }

  @MainActor private func answerToSignal() -> TypedLine? {
    switch signals.next() {
    case SIGINT: return .interrupted(typed: Editor.abandon())
    case SIGTERM:
      Editor.abandon()
      return .terminated
    case SIGHUP:
      Editor.abandon()
      return .hungUp
    case SIGTSTP:
      Editor.restoreTerminal()
      signals.stop()
      Editor.takeTerminal()
      return nil
    case SIGCONT:
      Editor.restoreTerminal()
      Editor.takeTerminal()
      return nil
    case SIGWINCH:
      rl_resize_terminal()
      return nil
    default: return nil
    }
  }

  /// Throws away what was typed before the prompt is shown.
  ///
  /// Without bracketed paste, the second line of a paste would answer an item nobody has seen.
  private func discardTypeAhead() {
    let end = ContinuousClock.now + .seconds(2)
    while ContinuousClock.now < end,
      Occurrence.wait(for: 0, nil, until: .now + .milliseconds(isPending ? 50 : 1)) == .input
    {
      tcflush(0, TCIFLUSH)
    }
  }

  private var isPending: Bool {
    Occurrence.wait(for: 0, nil, until: .now + .milliseconds(1)) == .input
  }
}
