internal import Curricula

extension Distinct {
  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    if !extent.isWhole { compiler.giveUp() }
    guard !extent.scope.isEmpty else { return }
    let limits = Limits(least: extent.isWhole ? limits.least : 0, most: limits.most)
    switch dimension {
    case .room: followRooms(in: &compiler, limits, extent, weight)
    case .bucket(.week) where compiler.weekHasOneDay,
      .bucket(.block) where compiler.dayHasOneBlock:
      follow(.day, in: &compiler, limits, extent, weight)
    case .bucket(let bucket?): follow(bucket, in: &compiler, limits, extent, weight)
    case .bucket(nil): return
    // The exact method tries only the earliest beginnings of a day's sessions.
    case .start: if limits.least > 1 || limits.top < extent.scope.count { compiler.giveUp() }
    }
  }

  private func follow(
    _ bucket: Bucket,
    in compiler: inout TrackCompiler,
    _ limits: Limits,
    _ extent: TrackCompiler.Extent,
    _ weight: Weight
  ) {
    let (least, most) = (limits.least, limits.top)
    guard least > 1 || most < extent.scope.count else { return }
    let isChoice = extent.isChosen || bucket == .block
    // What is held on one day is a unit of the track.
    if weight == .hard, !isChoice, bucket == .day, most == 1, least <= 1 { return }
    let cap = min(max(least, most == .max ? 0 : most), extent.scope.count + 1)
    let isStateless = !isChoice && bucket == .day && cap <= 1
    compiler.couple(
      BucketRule(bucket: bucket, limits: limits),
      selection,
      extent,
      weight,
      isStateless ? 0 : max(1, compiler.bitWidth(2 * (cap + 1))),
      isChoice: isChoice
    )
  }

  private func followRooms(
    in compiler: inout TrackCompiler,
    _ limits: Limits,
    _ extent: TrackCompiler.Extent,
    _ weight: Weight
  ) {
    let rooms = compiler.problem.curriculum.rooms.count
    guard limits.least > 1 || limits.top < min(rooms, extent.scope.count) else {
      // Without rooms none is used, which is too few by the whole least.
      if limits.least > 0, rooms == 0 { compiler.base += Cost(limits.least, at: weight) }
      return
    }
    guard compiler.part.followsRooms else {
      compiler.giveUp()
      return
    }
    let rule = RoomRule(limits: limits)
    compiler.couple(rule, selection, extent, weight, rooms, isChoice: true)
  }
}

/// Carry: twice the number of buckets used, plus 1 when the current week is one of them; nothing where
/// it is enough to know whether a day was used.
private struct BucketRule: CouplingRule {
  let bucket: Bucket
  let limits: Limits

  var stateless: Coupling.Stateless {
    bucket == .day && limits.least <= 1 ? .visits(isFirstFree: limits.top > 0) : .no
  }

  var asks: Coupling.Asks { bucket == .block ? .blocks : [] }

  func advance(_ carry: Int, _ step: DayStep, _ coupling: Coupling, in track: Track) -> Advance {
    let (least, most) = (limits.least, limits.top)
    let added = step.contribution ?? (step.set.meets(coupling.members) ? 1 : 0)
    let former = coupling.width > 0 ? carry >> 1 : step.before.meets(coupling.scope) ? 1 : 0
    let isWeekUsed = carry & 1 == 1 && !track.startsWeek[step.day]
    let count = former + (bucket == .week && isWeekUsed ? 0 : added)
    var excess = max(0, count - most) - max(0, former - most)
    guard !coupling.isComplete(after: step) else {
      if !coupling.isComplete(before: step), count > 0 { excess += max(0, least - count) }
      return (0, excess)
    }
    // Whoever still waits needs another bucket; where that is forbidden, nothing can come of it.
    let isBucketOver = bucket != .week || track.endsWeek[step.day]
    if isBucketOver, coupling.weight == .hard, coupling.choice == nil, count >= most {
      return (0, 1)
    }
    let cap = max(least, most == .max ? 0 : most)
    let flag = bucket == .week && (isWeekUsed || added > 0) && !track.endsWeek[step.day]
    return (coupling.width > 0 ? min(count, cap) << 1 | (flag ? 1 : 0) : 0, excess)
  }

  func contribution(of row: borrowing DayRow) -> Int {
    guard bucket == .block else { return row.count > 0 ? 1 : 0 }
    // In the order of time, a block begins where it is not the one before.
    var count = 0
    for index in 0..<row.count where index == 0 || row[index].block != row[index - 1].block {
      count += 1
    }
    return count
  }

  /// The number of blocks is not known without the row.
  func contribution(of minutes: Int, in room: Int?) -> Int { bucket == .block ? 0 : 1 }

  func combined(_ left: Int, _ right: Int) -> Int {
    bucket == .block ? left + right : left | right
  }
}

/// Carry: the rooms used, as bits.
private struct RoomRule: CouplingRule {
  let limits: Limits

  let stateless = Coupling.Stateless.no
  let asks = Coupling.Asks.rooms

  func advance(_ carry: Int, _ step: DayStep, _ coupling: Coupling, in track: Track) -> Advance {
    let rooms = carry | (step.contribution ?? 0)
    let used = rooms.nonzeroBitCount
    let above = max(0, used - limits.top) - max(0, carry.nonzeroBitCount - limits.top)
    guard coupling.isComplete(after: step) else { return (rooms, above) }
    let isLast = !coupling.isComplete(before: step) && used > 0
    return (0, above + (isLast ? max(0, limits.least - used) : 0))
  }

  func contribution(of row: borrowing DayRow) -> Int {
    var rooms = 0
    for index in 0..<row.count where row[index].room >= 0 { rooms |= 1 << Int(row[index].room) }
    return rooms
  }

  func contribution(of minutes: Int, in room: Int?) -> Int { room.map { 1 << $0 } ?? 0 }

  func combined(_ left: Int, _ right: Int) -> Int { left | right }
}
