/// How the search counts runs of weeks: by the weeks in use.
struct WeekFormula: PresenceFormula {
  let most: Int

  var dimension: Dimension { .bucket(.week) }

  /// - Complexity: Linear in the weeks.
  func standing(
    after shift: Shift,
    _ before: Int,
    in amounts: borrowing Amounts,
    on board: inout Board
  ) -> Int {
    var sum = 0
    var run = 0
    for week in 0..<board.weekCount {
      if week > 0, board.weekNumber[week] != board.weekNumber[week &- 1] &+ 1 { run = 0 }
      run = shift.isUsed(week, in: amounts) ? run &+ 1 : 0
      if run > most { sum &+= 1 }
    }
    return sum
  }
}
