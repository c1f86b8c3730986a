internal import Curricula

/// A constraint on the arrangement within a day, made ready to be looked at for many rows.
///
/// It says what the constraint's definition says of the day, without allocating.
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
  private let selection: Selection
  /// The ranks that it may take in.
  private let scope: UInt64
  private let shape: Shape

  private enum Shape {
    case load(inMinutes: Bool, perBlock: Bool, least: Int, most: Int)
    case isolated
    case idle
    case backToBack(among: UInt64)
    case unbroken(run: Int, pause: Int)
    case consecutive(longestPause: Int)
    case travel(rooms: Set<Int>, minutes: Int)
    case order(earlier: Int, later: Int, leastDays: Int)
    /// What no day decides by itself.
    case nothing
  }

  init(_ pattern: Track.Pattern, in track: Track) {
    let constraint = track.problem.constraints[pattern.constraint]
    weight = constraint.weight
    scope = pattern.members.bits
    let (selection, shape) = Self.read(constraint, in: track)
    self.selection = selection
    self.shape = shape
    grows =
      switch shape {
      case .load(_, _, let least, _): least == 0
      case .isolated: false
      case .idle, .backToBack, .unbroken, .consecutive, .travel, .order, .nothing: true
      }
  }

  private static func read(
    _ constraint: any Constraint,
    in track: Track
  ) -> (Selection, Shape) {
    switch constraint.form {
    case .load(let form):
      let shape = Shape.load(
        inMinutes: form.unit == .minutes,
        perBlock: form.per == .block,
        least: form.least,
        most: form.most ?? .max
      )
      return (form.selection, shape)
    case .sequence(let form): return (form.selection, shape(of: form.pattern, in: track))
    case .order(let form):
      let selection = Selection.sessions([form.earlier, form.later])
      guard let earlier = track.sessions.firstIndex(of: form.earlier),
        let later = track.sessions.firstIndex(of: form.later)
      else { return (selection, .nothing) }
      return (selection, .order(earlier: earlier, later: later, leastDays: form.leastDays))
    case .other:
      switch constraint {
      case let constraint as Consecutive:
        return (constraint.selection, .consecutive(longestPause: constraint.longestPause))
      case let constraint as Travel:
        let shape = Shape.travel(rooms: constraint.rooms, minutes: constraint.minutes)
        return (constraint.selection, shape)
      default: return (.sessions([]), .nothing)
      }
    case .placement, .clash, .distinct, .span, .apart: return (.sessions([]), .nothing)
    }
  }

  private static func shape(of pattern: SequenceForm.Pattern, in track: Track) -> Shape {
    switch pattern {
    case .isolated: .isolated
    case .idle: .idle
    case .backToBack(let among):
      .backToBack(
        among: among.reduce(into: SessionSet()) { set, session in
          if let rank = track.sessions.firstIndex(of: session) { set.insert(rank) }
        }.bits
      )
    case .unbroken(let run, let pause): .unbroken(run: run, pause: pause)
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
  /// - Complexity: O(*n*) for *n* sessions in the row, O(*n* × blocks) for loads of blocks, and O(*n*²)
  ///   for ways between rooms and sessions that stand alone.
  func excess(
    of row: [Spot],
    _ placements: [Placement],
    in problem: Problem,
    on day: Int
  ) -> Int {
    let members = members(of: row, placements)
    switch shape {
    case .load(let inMinutes, let perBlock, let least, let most):
      guard perBlock else {
        return beyond(least, most, amount(row, members, in: nil, inMinutes))
      }
      return problem.days[day].blocks.reduce(0) { sum, block in
        sum + beyond(least, most, amount(row, members, in: block, inMinutes))
      }
    case .isolated: return isolated(row, members)
    case .idle: return idle(row, members, problem)
    case .backToBack(let among): return backToBack(row, members, among)
    case .unbroken(let run, let pause): return unbroken(row, members, run, pause)
    case .consecutive(let longestPause): return interrupted(row, members, longestPause)
    case .travel(let rooms, let minutes):
      return hurried(row, placements, members, rooms, minutes)
    case .order(let earlier, let later, let leastDays):
      guard let first = row.firstIndex(where: { $0.rank == earlier }),
        let second = row.firstIndex(where: { $0.rank == later })
      else { return 0 }
      return second < first ? 1 : max(0, leastDays)
    case .nothing: return 0
    }
  }

  /// The ranks of the row that the constraint takes in.
  private func members(of row: [Spot], _ placements: [Placement]) -> UInt64 {
    var members: UInt64 = 0
    switch selection {
    case .sessions: return scope
    case .trainer(let trainer):
      for position in row.indices where placements[position].trainers.contains(trainer) {
        members |= 1 << row[position].rank
      }
    case .room(let room):
      for position in row.indices where placements[position].room == room {
        members |= 1 << row[position].rank
      }
    }
    return members & scope
  }

  private func amount(
    _ row: [Spot],
    _ members: UInt64,
    in block: Int?,
    _ inMinutes: Bool
  ) -> Int {
    var sum = 0
    for spot in row where spot.isIn(members) && spot.block == block ?? spot.block {
      sum += inMinutes ? spot.end - spot.start : 1
    }
    return sum
  }

  private func beyond(_ least: Int, _ most: Int, _ amount: Int) -> Int {
    max(0, least - amount, amount - most)
  }

  private func isolated(_ row: [Spot], _ members: UInt64) -> Int {
    row.count { spot in
      spot.isIn(members)
        && !row.contains { $0.isIn(members) && ($0.start == spot.end || $0.end == spot.start) }
    }
  }

  private func idle(_ row: [Spot], _ members: UInt64, _ problem: Problem) -> Int {
    var sum = 0
    var last: Spot?
    for spot in row where spot.isIn(members) {
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

  private func backToBack(_ row: [Spot], _ members: UInt64, _ among: UInt64) -> Int {
    var sum = 0
    var last: Spot?
    for spot in row where spot.isIn(among) {
      if let last, last.block == spot.block, last.isIn(members), spot.isIn(members) { sum += 1 }
      last = spot
    }
    return sum
  }

  private func interrupted(_ row: [Spot], _ members: UInt64, _ longestPause: Int) -> Int {
    var sum = 0
    var last: Spot?
    for spot in row where spot.isIn(members) {
      if let last, last.block != spot.block || spot.start - last.end > longestPause { sum += 1 }
      last = spot
    }
    return sum
  }

  /// The minutes by which the times between sessions in different ones of the rooms fall short.
  private func hurried(
    _ row: [Spot],
    _ placements: [Placement],
    _ members: UInt64,
    _ rooms: Set<Int>,
    _ minutes: Int
  ) -> Int {
    var sum = 0
    for later in row.indices where row[later].isIn(members) {
      guard let room = placements[later].room, rooms.contains(room) else { continue }
      for earlier in 0..<later where row[earlier].isIn(members) {
        guard let other = placements[earlier].room, other != room, rooms.contains(other) else {
          continue
        }
        sum += max(0, minutes - max(0, row[later].start - row[earlier].end))
      }
    }
    return sum
  }

  private func unbroken(_ row: [Spot], _ members: UInt64, _ run: Int, _ pause: Int) -> Int {
    var sum = 0
    var count = 0
    var (start, end, block) = (0, 0, -1)
    for spot in row where spot.isIn(members) {
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

extension RowPattern.Spot {
  fileprivate func isIn(_ ranks: UInt64) -> Bool { ranks & 1 << rank != 0 }
}
