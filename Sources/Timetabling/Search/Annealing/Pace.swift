/// How far a chain has come in its budget.
struct Pace {
  let budget: Budget
  let shouldStop: @Sendable () -> Bool

  /// The number of moves after which the pace is asked again.
  static let interval = 4096

  /// The share of the budget that is used up after a number of moves; 1 and more at the end.
  func share(after moves: Int) -> Double {
    if shouldStop() { return 1 }
    switch budget {
    case .moves(let limit): return Double(moves) / Double(max(1, limit))
    case .share(let share): return share()
    }
  }
}
