/// How the search counts spans: by the days in use.
struct SpanFormula: PresenceFormula {
  let mostDays: Int

  var dimension: Dimension { .bucket(.day) }

  /// - Complexity: Linear in the days before the first placement and after the last.
  func standing(
    after shift: Shift,
    _ before: Int,
    in amounts: borrowing Amounts,
    on board: inout Board
  ) -> Int {
    let count = board.dayCount
    var first = 0
    while first < count, !shift.isUsed(first, in: amounts) { first &+= 1 }
    if first == count { return 0 }
    var last = count &- 1
    while !shift.isUsed(last, in: amounts) { last &-= 1 }
    return max(0, Int(board.dayDate[last] &- board.dayDate[first]) &- mostDays)
  }
}
