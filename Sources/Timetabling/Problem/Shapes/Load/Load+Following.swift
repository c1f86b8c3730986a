// How the exact method follows loads: what a day's set of sessions decides is looked up, what depends
// on the arrangement of the day is a pattern of it, and all else is carried from day to day.
extension Load {
  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    if weight == .hard, measure == .minutes, selection.isFixed, let per, let most = limits.most {
      compiler.limit(extent.members, per, to: most)
    }
    if !extent.isWhole { compiler.giveUp() }
    let limits = Limits(least: extent.isWhole ? limits.least : 0, most: limits.most)
    guard limits.least > 0 || limits.most != nil else { return }
    let total = compiler.amount(of: extent.scope, measure)
    switch per {
    case nil:
      if extent.isChosen {
        let rule = LoadRule(limits: limits, measure: measure, isWeekly: false)
        compiler.couple(rule, selection, extent, weight, compiler.bitWidth(total + 1))
      } else {
        compiler.base += Cost(limits.excess(total), at: weight)
      }
    case .week where !compiler.weekHasOneDay || extent.isChosen:
      let rule = LoadRule(limits: limits, measure: measure, isWeekly: true)
      compiler.couple(rule, selection, extent, weight, compiler.bitWidth(total + 1))
    case .block, .day, .week:
      followDays(in: &compiler, limits, extent, weight)
    }
  }

  private func followDays(
    in compiler: inout TrackCompiler,
    _ limits: Limits,
    _ extent: TrackCompiler.Extent,
    _ weight: Weight
  ) {
    let amount = Track.DayAmount(
      members: extent.scope,
      measure: measure,
      limits: limits,
      weight: weight
    )
    guard extent.isChosen || per == .block && !compiler.dayHasOneBlock else {
      compiler.amounts.append(amount)
      if weight == .hard, measure == .sessions, limits.top <= 1 { compiler.estrange(extent.scope) }
      return
    }
    // A least amount of a part alone would have to be kept out of the pattern.
    if self.limits.least > 0, !extent.isWhole { return }
    let pattern = LoadPattern(
      limits: limits,
      measure: measure,
      blocks: per == .block ? compiler.problem.days.map(\.blocks) : nil
    )
    compiler.add(
      pattern,
      of: selection,
      extent,
      weight,
      countsAlways: limits.least > 0,
      inOneBlock: extent.isChosen ? nil : amount
    )
  }
}

/// Carry: the amount in the current week, or so far.
private struct LoadRule: CouplingRule {
  let limits: Limits
  let measure: Measure
  let isWeekly: Bool
  let stateless = Coupling.Stateless.no
  var asks: Coupling.Asks { isWeekly ? .everyWeek : [] }

  func advance(_ carry: Int, _ step: DayStep, _ coupling: Coupling, in track: Track) -> Advance {
    let former = isWeekly && track.startsWeek[step.day] ? 0 : carry
    let added =
      step.contribution ?? track.amount(of: step.set.intersection(coupling.members), measure)
    let amount = former + added
    let above = max(0, amount - limits.top) - max(0, former - limits.top)
    let isOver = isWeekly ? track.endsWeek[step.day] : coupling.isComplete(after: step)
    guard isOver else { return (amount, above) }
    let isFinal = isWeekly || !coupling.isComplete(before: step)
    return (0, above + (isFinal ? max(0, limits.least - amount) : 0))
  }

  func contribution(of row: borrowing DayRow) -> Int {
    var sum = 0
    for index in 0..<row.count { sum += contribution(of: row[index].minutes, in: nil) }
    return sum
  }

  func contribution(of minutes: Int, in room: Int?) -> Int { measure.amount(ofMinutes: minutes) }

  func combined(_ left: Int, _ right: Int) -> Int { left + right }
}

/// The amount of a day, or of each of its blocks.
private struct LoadPattern: DayPattern {
  let limits: Limits
  let measure: Measure
  /// For each day its blocks, where they count one by one.
  let blocks: [Range<Int>]?

  var grows: Bool { limits.least == 0 }
  var isByBlocks: Bool { blocks != nil && limits.least == 0 }
  let readsRooms = false
  let starts = StartDemand.none

  /// - Complexity: Linear in the placements of the day, times its blocks where they count.
  func excess(of row: inout DayRow, on day: Int) -> Int {
    guard let blocks else { return limits.excess(amount(of: row, in: nil)) }
    return blocks[day].reduce(0) { $0 + limits.excess(amount(of: row, in: $1)) }
  }

  private func amount(of row: borrowing DayRow, in block: Int?) -> Int {
    var sum = 0
    for index in 0..<row.count {
      let entry = row[index]
      if let block, Int(entry.block) != block { continue }
      sum += measure.amount(ofMinutes: entry.minutes)
    }
    return sum
  }
}
