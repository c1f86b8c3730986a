internal import Curricula

/// How the search counts loads: each bucket's amount by itself.
struct LoadFormula: BucketFormula {
  let measure: Measure
  let dimension: Dimension
  let limits: Limits

  @inline(__always)
  func amount(ofMinutes minutes: Int32) -> Int32 { measure == .minutes ? minutes : 1 }

  func standing(ofEmpty count: Int) -> Int { count * limits.excess(0) }

  @inline(__always)
  func standing(
    after shift: Shift,
    _ before: Int,
    in amounts: borrowing Amounts,
    on board: inout Board
  ) -> Int {
    var sum = before
    if shift.old >= 0 { sum &+= change(amounts[shift.base &+ shift.old], by: 0 &- shift.amount) }
    if shift.new >= 0 { sum &+= change(amounts[shift.base &+ shift.new], by: shift.amount) }
    return sum
  }

  @inline(__always)
  private func change(_ amount: Int32, by step: Int32) -> Int {
    limits.excess(Int(amount &+ step)) &- limits.excess(Int(amount))
  }
}
