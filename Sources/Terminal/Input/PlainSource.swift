internal import Glibc

/// Lines from a pipe, a file, or a terminal that is not to be edited on.
///
/// Nothing but the prompt is written and nothing is echoed; candidates and prefilled text do not
/// matter here. Bytes that are no UTF-8 are read as replacement characters.
public struct PlainSource: LineSource {
  private let descriptor: Int32
  private let signals: Signals?
  private let show: (String) -> Void
  private var waiting: [UInt8] = []
  private var isAtEnd = false

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - descriptor: What to read from; standard input unless told.
  ///   - collectsSignals: Whether Ctrl-C and the like are answered as lines instead of ending the
  ///     program.
  ///   - show: Shows the text of a prompt.
  public init(
    descriptor: Int32 = 0,
    collectsSignals: Bool = false,
    showingPrompts show: @escaping (String) -> Void = { _ in }
  ) {
    self.descriptor = descriptor
    self.show = show
    signals = collectsSignals ? Signals() : nil
  }

  public mutating func next(_ prompt: LineRequest) -> TypedLine {
    show(prompt.text)
    let deadline = prompt.patience.map { ContinuousClock.now + $0 }
    // What exceeds this is too long in any script.
    let byteLimit = 16 * prompt.characterLimit
    var line: [UInt8] = []
    while true {
      if let end = waiting.firstIndex(of: 0x0A) {
        line += waiting[..<end].prefix(byteLimit - line.count)
        waiting.removeFirst(end + 1)
        if line.last == 0x0D { line.removeLast() }
        return TypedLine(line, to: prompt)
      }
      line += waiting.prefix(byteLimit - line.count)
      waiting = []
      if isAtEnd, Window(descriptor: descriptor).isGone { return .hungUp }
      if isAtEnd { return line.isEmpty ? .endOfInput : TypedLine(line, to: prompt) }
      switch Occurrence.wait(for: descriptor, signals, until: deadline) {
      case .input, .hangUp: readMore()
      case .timeOut:
        waiting = line
        return .timedOut(typed: "")
      case .signal:
        guard let answer = answerToSignal() else { continue }
        waiting = line
        return answer
      }
    }
  }

  /// Takes what is there; an error ends the input as its end does.
  private mutating func readMore() {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = unsafe read(descriptor, &buffer, buffer.count)
    if count > 0 {
      waiting = Array(buffer.prefix(count))
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isAtEnd = true
    }
  }

  private func answerToSignal() -> TypedLine? {
    switch signals?.next() {
    case SIGINT: return .interrupted(typed: "")
    case SIGTERM: return .terminated
    case SIGHUP: return .hungUp
    case SIGQUIT: return .quit
    case SIGTSTP:
      signals?.stop()
      return .continued(typed: "")
    default: return nil
    }
  }
}
