internal import Curricula

/// How the search counts loads of several weeks: by the rows of weeks that a session leaves or joins.
struct WeeksLoadFormula: BucketFormula {
  let measure: Measure
  let limits: Limits
  /// How many weeks a row has.
  let weeks: Int
  /// How many rows the programme has, the first from week 1 on.
  let rows: Int

  var dimension: Dimension { .bucket(.week) }

  @inline(__always)
  func amount(ofMinutes minutes: Int32) -> Int32 { measure == .minutes ? minutes : 1 }

  func standing(ofEmpty count: Int) -> Int { rows * limits.excess(0) }

  func standing(
    after shift: Shift,
    _ before: Int,
    in amounts: borrowing Amounts,
    on board: inout Board
  ) -> Int {
    let (old, new) = (shift.old, shift.new)
    var sum = before
    let amount = shift.amount
    if old >= 0 { sum &+= change(of: old, without: new, by: 0 &- amount, shift, amounts, board) }
    if new >= 0 { sum &+= change(of: new, without: old, by: amount, shift, amounts, board) }
    return sum
  }

  /// What another amount changes in the rows that have a week, and not also the other one.
  ///
  /// - Complexity: Quadratic in the weeks of a row.
  private func change(
    of week: Int,
    without other: Int,
    by step: Int32,
    _ shift: Shift,
    _ amounts: borrowing Amounts,
    _ board: borrowing Board
  ) -> Int {
    let number = Int(board.weekNumber[week])
    var sum = 0
    var first = max(1, number &- weeks &+ 1)
    while first <= min(number, rows) {
      let row = first..<first &+ weeks
      if other < 0 || !row.contains(Int(board.weekNumber[other])) {
        let amount = amount(in: row, around: week, shift, amounts, board)
        sum &+= limits.excess(amount &+ Int(step)) &- limits.excess(amount)
      }
      first &+= 1
    }
    return sum
  }

  /// The amount of a row, from a week that it has.
  private func amount(
    in row: Range<Int>,
    around week: Int,
    _ shift: Shift,
    _ amounts: borrowing Amounts,
    _ board: borrowing Board
  ) -> Int {
    var sum = 0
    var near = week
    while near >= 0, board.weekNumber[near] >= row.lowerBound {
      sum &+= Int(amounts[shift.base &+ near])
      near &-= 1
    }
    near = week &+ 1
    while near < board.weekCount, board.weekNumber[near] < row.upperBound {
      sum &+= Int(amounts[shift.base &+ near])
      near &+= 1
    }
    return sum
  }
}
