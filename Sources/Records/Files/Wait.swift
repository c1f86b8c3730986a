internal import Foundation
internal import Synchronization

/// Waits for a busy markbook.
///
/// The longer somebody has waited, the more often they ask: with equal pauses for all, or with
/// growing ones, the one who waits longest may be overtaken for ever. It is a class because
/// the storage keeps it in a callback.
final class Wait: Sendable {
  private struct State {
    var began = ContinuousClock.now
    var isNoticed = false
  }

  private let patience: Patience
  private let state = Mutex(State())

  init(_ patience: Patience) {
    self.patience = patience
  }

  /// Pauses, and answers whether to try again; `tries` counts from 0 in each wait.
  func goesOn(after tries: Int) -> Bool {
    let (waited, isNoticeDue) = state.withLock { state in
      if tries == 0 { state = State() }
      let waited = state.began.duration(to: .now)
      let isDue = waited >= patience.quiet && !state.isNoticed
      if isDue { state.isNoticed = true }
      return (waited, isDue)
    }
    if isNoticeDue { patience.notice() }
    guard waited < patience.limit else { return false }
    Thread.sleep(forTimeInterval: waited < .seconds(1) ? 0.005 : 0.002)
    return true
  }
}
