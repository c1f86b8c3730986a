import Coordination
import Synchronization
import Terminal
import Timetabling

/// What is known while a programme is laid out, told on standard error once a second.
///
/// A terminal has one line that changes; anything else gets a line for each change, and only when
/// asked for; without that, once after ten seconds, that the work goes on. It is a class because all searches report to one.
final class ProgressReport: Sendable {
  private struct State {
    var known = SolverProgress(cost: nil, bound: 0)
    var isNew = true
    var due: ContinuousClock.Instant
    /// Whether it was said that the work goes on.
    var isSaid = false
    /// The length of the line that stands on the terminal.
    var shown = 0
  }

  private let start = ContinuousClock.now
  private let isTerminal = Window.error.isTerminal
  private let isWanted: Bool
  /// What is made small: the cost, or the disturbance.
  private let measure: String
  private let state: Mutex<State>

  /// Begins to report; without a terminal only where it is asked for.
  init(of measure: String, isAsked: Bool) {
    self.measure = measure
    isWanted = isAsked || Window.error.isTerminal
    state = Mutex(State(due: .now + .seconds(1)))
  }

  /// Takes what is known.
  func note(_ progress: SolverProgress) {
    state.withLock { state in
      // Searches beside one another each tell their own best.
      let known = state.known.joined(with: progress)
      state.isNew = state.isNew || known != state.known
      state.known = known
    }
  }

  /// Shows what is known where a second has gone by.
  func showIfDue() {
    state.withLock { state in
      let now = ContinuousClock.now
      guard now >= state.due, isTerminal || state.isNew else { return }
      guard isWanted else {
        guard !state.isSaid, now >= start + .seconds(10) else { return }
        state.isSaid = true
        Output.error.tell("The search goes on; '--progress' shows what it finds.")
        return
      }
      state.due = now + .seconds(1)
      state.isNew = false
      let seconds = Int((now - start) / .seconds(1))
      let line = Self.line(measure, state.known, after: seconds)
      if isTerminal {
        let padding = String(repeating: " ", count: max(0, state.shown - line.count))
        Output.error.show("\r\(line)\(padding)")
        state.shown = line.count
      } else {
        Output.error.tell(line)
      }
    }
  }

  /// Takes the line from the terminal.
  func end() {
    state.withLock { state in
      guard state.shown > 0 else { return }
      Output.error.show("\r\(String(repeating: " ", count: state.shown))\r")
      state.shown = 0
    }
  }

  /// The line, in at most 79 columns.
  static func line(_ measure: String, _ known: SolverProgress, after seconds: Int) -> String {
    let cost = known.cost.map { "\(measure) \($0)" } ?? "no timetable yet"
    return "\(seconds) s: \(cost), proved bound \(known.bound). Ctrl-C stops and keeps the best."
  }
}
