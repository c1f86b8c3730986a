internal import CReadline
internal import Glibc

/// Lines from a terminal, edited with GNU readline.
///
/// Readline shows nothing of the machine here: it completes no file names, expands no home folders,
/// reads only the system's own key settings, remembers no line, and runs no command that prints
/// its settings or clears the screen. Tab completes the prompt's candidates and nothing else. A pasted
/// text becomes one line, whatever it holds, unless the prompt keeps paragraphs.
///
/// What is typed before a prompt is shown is thrown away, unless the prompt goes on with the same text:
/// on a slow line a second Enter, or the second line of a paste, would answer what nobody has seen.
///
/// While a source lives, Ctrl-C, Ctrl-\, a hang up, and a request to end are answered as lines. Ctrl-Z
/// stops the program with the terminal as it was before. Between prompts the terminal is as it was
/// before too.
public struct ReadlineSource {
  private let signals = Signals()

  /// Creates the source for standard input and output, which must both be a terminal.
  ///
  /// - Parameters:
  ///   - name: The program's name, for `$if` in the system's key settings.
  ///   - isAccessible: Whether nothing but plain text may be written: no escape codes, no redrawing
  ///     beyond backspaces. The terminal then does not say what was pasted, and the lines of a paste
  ///     come one by one.
  @MainActor public init(name: String, isAccessible: Bool) {
    Editor.prepare(name: name, isAccessible: isAccessible)
  }
}

extension ReadlineSource: @MainActor LineSource {
  @MainActor public mutating func next(_ prompt: LineRequest) -> TypedLine {
    if !prompt.keepsTypeAhead { discardTypeAhead() }
    let deadline = prompt.patience.map { ContinuousClock.now + $0 }
    Editor.begin(prompt)
    while true {
      switch Occurrence.wait(for: 0, signals, until: deadline) {
      case .input:
        guard let line = Editor.readKey() else { continue }
        return line == .endOfInput && Window.input.isGone ? .hungUp : line
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
      let typed = Editor.giveUp()
      signals.stop()
      return .continued(typed: typed)
    case SIGCONT: return .continued(typed: Editor.giveUp())
    case SIGQUIT:
      Editor.abandon()
      return .quit
    case SIGWINCH:
      rl_resize_terminal()
      return nil
    default: return nil
    }
  }

  /// Throws away what was typed before the prompt is shown, and what follows at once.
  private func discardTypeAhead() {
    let end = ContinuousClock.now + .seconds(2)
    var patience = Duration.milliseconds(1)
    repeat {
      // Half a line waits too, without being announced.
      tcflush(0, TCIFLUSH)
      guard Occurrence.wait(for: 0, nil, until: .now + patience) == .input else { return }
      patience = .milliseconds(50)
    } while ContinuousClock.now < end
  }
}
