/// How the search counts how near in days sessions are that should be apart.
struct ApartFormula: PresenceFormula {
  /// Not below 0.
  let leastDays: Int

  var dimension: Dimension { .bucket(.day) }

  func standing(
    after shift: Shift,
    _ before: Int,
    in amounts: borrowing Amounts,
    on board: inout Board
  ) -> Int {
    var sum = before
    if shift.old >= 0 {
      // The session itself is counted on its old day.
      sum &-= nearness(of: shift.old, shift, in: amounts, on: &board) &- leastDays
    }
    if shift.new >= 0 {
      sum &+= nearness(of: shift.new, shift, in: amounts, on: &board)
      if shift.old >= 0 {
        let distance = abs(board.dayDate[shift.old] &- board.dayDate[shift.new])
        sum &-= max(0, leastDays &- Int(distance))
      }
    }
    return sum
  }

  /// Σ over the placements counted of max(0, least days − days from the day).
  ///
  /// - Complexity: Linear in the days that are too near.
  private func nearness(
    of day: Int,
    _ shift: Shift,
    in amounts: borrowing Amounts,
    on board: inout Board
  ) -> Int {
    var sum = 0
    for (first, step) in [(day, -1), (day &+ 1, 1)] {
      var near = first
      while near >= 0, near < board.dayCount {
        let gap = leastDays &- Int(abs(board.dayDate[day] &- board.dayDate[near]))
        if gap <= 0 { break }
        sum &+= Int(amounts[shift.base &+ near]) &* gap
        near &+= step
      }
    }
    return sum
  }
}
