internal import Synchronization

/// The cost at which nothing is left to do, for chains and a proof that work beside one another.
///
/// Work ends early only where it could change nothing: a chain ends at a cost that is proved to be the
/// least, or once a chain before it, which counts among equals, has reached that. So what is found does
/// not depend on how fast each of them is.
final class Goal: Sendable {
  /// The hard excess that no timetable is below.
  let hard: Int
  private let known: Mutex<Known>

  private struct Known {
    /// The soft penalty that no timetable is below, as far as it is proved.
    var soft: Int
    /// Whether nothing that a chain finds counts any more.
    var isOver = false
    /// The first chain that has reached the goal.
    var first: Int?
  }

  /// Takes what is known at the beginning.
  init(hard: Int, soft: Int) {
    self.hard = hard
    known = Mutex(Known(soft: soft))
  }

  /// Takes what was proved meanwhile.
  ///
  /// - Parameter soft: A soft penalty that no timetable is below.
  func raise(to soft: Int) {
    known.withLock { $0.soft = max($0.soft, soft) }
  }

  /// Ends all chains: nothing can be held, or a timetable of the least cost is known otherwise.
  func end() {
    known.withLock { $0.isOver = true }
  }

  /// Whether a chain has nothing left to do.
  ///
  /// - Parameters:
  ///   - cost: The least cost that it has found.
  ///   - chain: Its number.
  /// - Returns: `true` at the goal, once a chain before it is there, or when all chains end.
  func isReached(at cost: Change, by chain: Int) -> Bool {
    known.withLock {
      if cost.hard <= hard, cost.soft <= $0.soft { $0.first = min($0.first ?? chain, chain) }
      return $0.isOver || $0.first.map { $0 <= chain } ?? false
    }
  }

  /// Whether any chain has reached the goal, so that nothing is left to prove.
  var isReached: Bool { known.withLock { $0.first != nil } }
}
