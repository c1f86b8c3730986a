/// The unit in which the costs of a part are kept in four bytes: their greatest common divisor, or
/// more where sums would be too large.
struct CostScale {
  /// What one unit stands for.
  let unit: Int

  /// Chooses the unit.
  init(_ track: Track, _ charge: PartBound.Charge) {
    var divisor = 0
    var total = 0
    func add(_ cost: Int, times count: Int) {
      guard cost > 0, count > 0 else { return }
      divisor = divisor.greatestCommonDivisor(with: cost)
      total = total.cappedSum(cost.saturatingMultiplied(by: count))
    }
    let days = track.days.count
    for visit in charge.visits { add(visit.weight, times: visit.members.nonzeroBitCount) }
    let length = days > 1 ? track.days(from: 0, to: days - 1) : 0
    for span in charge.spans { add(span.weight, times: length) }
    for amount in charge.amounts {
      guard case .soft(let weight) = amount.weight else { continue }
      let most = track.amount(of: amount.members, amount.measure)
      add(
        weight,
        times: most.saturatingAdded(to: amount.limits.least.saturatingMultiplied(by: days))
      )
    }
    for unit in charge.units {
      for rank in track.units[unit].set {
        for day in track.leastPenalty.indices { add(track.leastPenalty[day][rank], times: 1) }
      }
    }
    unit = max(1, divisor, total >> 29)
  }

  /// The cost in whole units, rounded down.
  func scaled(_ cost: Int) -> Int32 {
    Int32(clamping: min(cost / unit, Int(Int32.costCap)))
  }
}

extension Int32 {
  /// The greatest cost that is told apart.
  static let costCap = Int32.max - 1

  /// The sum of two costs, neither below 0, or the greatest where it is above.
  @inline(__always)
  func capped(_ other: Int32) -> Int32 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow || sum > Self.costCap ? Self.costCap : sum
  }

  /// The product of two numbers, neither below 0, or the greatest cost where it is above.
  @inline(__always)
  func times(_ other: Int32) -> Int32 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow || product > Self.costCap ? Self.costCap : product
  }
}
