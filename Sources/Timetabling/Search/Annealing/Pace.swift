/// How far a chain has come in its budget.
struct Pace {
  let budget: Budget
  /// The share that was used up before the chain began.
  let start: Double
  let shouldStop: @Sendable () -> Bool

  /// The number of moves after which the pace is asked again.
  static let interval = 2048

  /// The share of the budget that is used up after a number of moves; 1 and more at the end.
  func share(after moves: Int) -> Double {
    if shouldStop() { return 1 }
    switch budget {
    case .moves(let limit): return start + Double(moves) / Double(max(1, limit))
    case .share(let share): return max(start, share())
    }
  }

  /// How many moves there are left up to a share, as far as can be told.
  func moves(until end: Double, after moves: Int, at share: Double) -> Int {
    switch budget {
    case .moves(let limit): return max(0, Int((end - start) * Double(limit)) - moves)
    case .share:
      guard share > start else { return 1 << 24 }
      let rate = Double(moves) / (share - start)
      return Int(min(max(0, rate * (end - share)), 0x1p40))
    }
  }
}
