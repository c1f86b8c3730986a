internal import Curricula

/// A constraint on the arrangement within a day, made ready to be looked at for many rows.
///
/// It says what ``PatternExcess`` says, without allocating.
struct RowPattern {
  /// Where and when a session of a row is held, in minutes since midnight.
  struct Spot {
    let rank: Int
    let block: Int
    let start: Int
    let end: Int
  }

  let weight: Weight
  /// Whether the excess never falls when a session is held after all others.
  let grows: Bool
  private let members: UInt64
  private let shape: Shape

  private enum Shape {
    case load(inMinutes: Bool, perBlock: Bool, least: Int, most: Int)
    case isolated
    case idle
    case backToBack(among: UInt64)
    case unbroken(run: Int, pause: Int)
    case consecutive(longestPause: Int)
    case order(earlier: Int, later: Int, leastDays: Int)
    /// The constraint by its index, where choices decide what it takes in or it has no form.
    case other(Int)
  }

  init(_ pattern: Track.Pattern, in track: Track) {
    let constraint = track.problem.constraints[pattern.constraint]
    weight = constraint.weight
    members = pattern.members.bits
    let shape = Self.shape(of: constraint, in: track)
    self.shape = shape ?? .other(pattern.constraint)
    grows =
      switch shape {
      case .load(_, _, let least, _): least == 0
      case .idle, .backToBack, .unbroken, .consecutive, .order: true
      case .isolated, .other, nil: false
      }
  }

  private static func shape(of constraint: any Constraint, in track: Track) -> Shape? {
    switch constraint.form {
    case .load(let form):
      guard case .sessions = form.selection else { return nil }
      return .load(
        inMinutes: form.unit == .minutes,
        perBlock: form.per == .block,
        least: form.least,
        most: form.most ?? .max
      )
    case .sequence(let form):
      guard case .sessions = form.selection else { return nil }
      switch form.pattern {
      case .isolated: return .isolated
      case .idle: return .idle
      case .backToBack(let among):
        let bits = among.reduce(into: SessionSet()) { set, session in
          if let rank = track.sessions.firstIndex(of: session) { set.insert(rank) }
        }
        return .backToBack(among: bits.bits)
      case .unbroken(let run, let pause): return .unbroken(run: run, pause: pause)
      }
    case .order(let form):
      guard let earlier = track.sessions.firstIndex(of: form.earlier),
        let later = track.sessions.firstIndex(of: form.later)
      else { return nil }
      return .order(earlier: earlier, later: later, leastDays: form.leastDays)
    case .other:
      guard let consecutive = constraint as? Consecutive, case .sessions = consecutive.selection
      else { return nil }
      return .consecutive(longestPause: consecutive.longestPause)
    case .placement, .clash, .distinct, .span, .apart: return nil
    }
  }

  /// The excess of a row of a day.
  ///
  /// - Parameters:
  ///   - row: The row, in the order of time.
  ///   - placements: The same as placements.
  ///   - problem: The problem.
  ///   - day: The day.
  /// - Returns: The excess.
  /// - Complexity: O(*n*) for *n* sessions in the row, O(*n* × blocks) for loads of blocks; what a
  ///   constraint without a form says takes as long as it says.
  func excess(
    of row: [Spot],
    _ placements: [Placement],
    in problem: Problem,
    on day: Int
  ) -> Int {
    switch shape {
    case .load(let inMinutes, let perBlock, let least, let most):
      guard perBlock else { return beyond(least, most, amount(row, in: nil, inMinutes)) }
      return problem.days[day].blocks.reduce(0) { sum, block in
        sum + beyond(least, most, amount(row, in: block, inMinutes))
      }
    case .isolated: return isolated(row)
    case .idle: return idle(row, problem)
    case .backToBack(let among): return backToBack(row, among)
    case .unbroken(let run, let pause): return unbroken(row, run, pause)
    case .consecutive(let longestPause): return interrupted(row, longestPause)
    case .order(let earlier, let later, let leastDays):
      guard let first = row.firstIndex(where: { $0.rank == earlier }),
        let second = row.firstIndex(where: { $0.rank == later })
      else { return 0 }
      return second < first ? 1 : max(0, leastDays)
    case .other(let index):
      return PatternExcess(problem: problem, day: day)
        .excess(of: problem.constraints[index], placements)
    }
  }

  private func isMember(_ spot: Spot) -> Bool { members & 1 << spot.rank != 0 }

  private func amount(_ row: [Spot], in block: Int?, _ inMinutes: Bool) -> Int {
    var sum = 0
    for spot in row where isMember(spot) && spot.block == block ?? spot.block {
      sum += inMinutes ? spot.end - spot.start : 1
    }
    return sum
  }

  private func beyond(_ least: Int, _ most: Int, _ amount: Int) -> Int {
    max(0, least - amount, amount - most)
  }

  private func isolated(_ row: [Spot]) -> Int {
    row.count { spot in
      isMember(spot)
        && !row.contains { isMember($0) && ($0.start == spot.end || $0.end == spot.start) }
    }
  }

  private func idle(_ row: [Spot], _ problem: Problem) -> Int {
    var sum = 0
    var last: Spot?
    for spot in row where isMember(spot) {
      if let last, last.block == spot.block { sum += spot.start - last.end }
      if let last, last.block < spot.block {
        // Between two blocks only the time inside blocks counts.
        for block in last.block + 1..<spot.block { sum += problem.blocks[block].minutes }
        sum += problem.blocks[last.block].end - last.end
        sum += spot.start - problem.blocks[spot.block].start
      }
      last = spot
    }
    return sum
  }

  private func backToBack(_ row: [Spot], _ among: UInt64) -> Int {
    var sum = 0
    var last: Spot?
    for spot in row where among & 1 << spot.rank != 0 {
      if let last, last.block == spot.block, isMember(last), isMember(spot) { sum += 1 }
      last = spot
    }
    return sum
  }

  private func interrupted(_ row: [Spot], _ longestPause: Int) -> Int {
    var sum = 0
    var last: Spot?
    for spot in row where isMember(spot) {
      if let last, last.block != spot.block || spot.start - last.end > longestPause { sum += 1 }
      last = spot
    }
    return sum
  }

  private func unbroken(_ row: [Spot], _ run: Int, _ pause: Int) -> Int {
    var sum = 0
    var count = 0
    var (start, end, block) = (0, 0, -1)
    for spot in row where isMember(spot) {
      if spot.block == block, spot.start - end < pause {
        count += 1
      } else {
        if count > 1 { sum += max(0, end - start - run) }
        (count, start, block) = (1, spot.start, spot.block)
      }
      end = spot.end
    }
    return count > 1 ? sum + max(0, end - start - run) : sum
  }
}
