/// Fills the table of a part.
struct PartSolver {
  /// What one unit of cost in the table stands for.
  let unit: Int
  private(set) var table: [Int32]

  private let graph: IdealGraph
  private let stride: Int
  private let sets: [UInt64]
  private let minutes: [Int]
  private let before: [UInt64]
  private let after: [UInt64]
  private let strangers: [UInt64]
  private let daysBefore: [UInt64]
  /// For each unit the days on which it can be held, as bits.
  private let allowedDays: [UInt128]
  /// For each unit and day the least penalty of its placements.
  private let penalties: [Int32]
  private let hasPenalties: Bool
  private let visits: [(members: UInt64, weight: Int32, isFirstFree: Bool)]
  private let visitsOfUnit: [UInt128]
  private let spans: [(members: UInt64, weight: Int32)]
  private let amounts: [(amount: Track.DayAmount, weight: Int32?)]
  /// For each day the calendar days to the next.
  private let gaps: [Int32]
  private let track: Track
  private let capacities: [(minutes: Int, days: UInt128)]
  private var valid: [UInt128] = []
  private var openWeight: [Int32] = []
  /// The least cost from the ideal at hand, by days gone.
  private var row: [Int32]

  init(_ track: Track, _ charge: PartBound.Charge, _ graph: IdealGraph) {
    self.track = track
    self.graph = graph
    stride = track.days.count + 1
    let days = track.days.count
    let scale = CostScale(track, charge)
    unit = scale.unit
    let units = charge.units.map { track.units[$0] }
    sets = units.map(\.set.bits)
    minutes = units.map(\.minutes)
    before = units.map(\.before.bits)
    strangers = units.map(\.strangers.bits)
    daysBefore = units.map(\.daysBefore.bits)
    var followers = [UInt64](repeating: 0, count: track.count)
    for rank in 0..<track.count {
      for earlier in track.before[rank] { followers[earlier] |= 1 << UInt64(rank) }
    }
    after = units.map { unit in unit.set.reduce(0) { $0 | followers[$1] } }
    allowedDays = units.map { unit in
      (0..<days).reduce(0) {
        unit.set.isSubset(of: track.allowed[$1]) ? $0 | 1 << UInt128($1) : $0
      }
    }
    penalties = units.flatMap { unit in
      (0..<days).map { day in
        scale.scaled(unit.set.reduce(0) { $0.cappedSum(track.leastPenalty[day][$1]) })
      }
    }
    hasPenalties = penalties.contains { $0 > 0 }
    visits = charge.visits.map { ($0.members, scale.scaled($0.weight), $0.isFirstFree) }
    visitsOfUnit = units.map { unit in
      charge.visits.indices.reduce(0) {
        charge.visits[$1].members & unit.set.bits != 0 ? $0 | 1 << UInt128($1) : $0
      }
    }
    spans = charge.spans.map { ($0.members, scale.scaled($0.weight)) }
    amounts = charge.amounts.map { amount in
      guard case .soft(let weight) = amount.weight else { return (amount, nil) }
      return (amount, scale.scaled(weight))
    }
    gaps = (0..<days).map { $0 + 1 < days ? Int32(track.days(from: $0, to: $0 + 1)) : 0 }
    capacities = Set(track.capacity).sorted().map { minutes in
      (
        minutes,
        (0..<days).reduce(0) { track.capacity[$1] >= minutes ? $0 | 1 << UInt128($1) : $0 }
      )
    }
    table = Array(repeating: PartBound.never, count: graph.ideals.count * stride)
    row = Array(repeating: PartBound.never, count: stride)
  }

  /// Fills the table, the largest ideals first.
  mutating func solve(_ watch: inout Watch) {
    openWeight = graph.ideals.map { ideal in
      spans.reduce(0) { sum, span in
        let held = ideal & span.members
        return held != 0 && held != span.members ? sum.capped(span.weight) : sum
      }
    }
    let windows = IdealWindows(track, graph.sessions)
    valid = graph.ideals.map(windows.days(after:))
    let idle = amountCost(of: 0, minutes: 0)
    for ideal in graph.ideals.indices.reversed() {
      watch.take()
      if watch.isOver { return }
      for index in row.indices { row[index] = PartBound.never }
      let isFull = graph.ideals[ideal] == graph.sessions
      if isFull { row[stride - 1] = 0 }
      if valid[ideal] != 0 {
        let start = Walk(ideal: ideal, first: 0, days: valid[ideal])
        extend(start, from: ideal, &watch)
      }
      let base = ideal * stride
      for day in Swift.stride(from: stride - 2, through: 0, by: -1) {
        if valid[ideal] & 1 << UInt128(day) != 0, let idle, row[day + 1] != PartBound.never {
          let waiting = row[day + 1].capped(openWeight[ideal].times(gaps[day])).capped(idle)
          row[day] = min(row[day], waiting)
        }
      }
      for day in 0..<stride { table[base + day] = row[day] }
    }
  }

  /// A day's set under way, from an ideal to another.
  private struct Walk {
    var ideal: Int
    /// The position of the first unit that may still be added.
    var first: Int
    var set: UInt64 = 0
    /// The minutes of the set, and with all that must be held between.
    var minutes = 0
    var hullMinutes = 0
    /// What must be held between, from other parts.
    var between: UInt64 = 0
    /// What must come after something of the set.
    var after: UInt64 = 0
    /// The days on which the set can be held.
    var days: UInt128
    var visited: UInt128 = 0
    var cost: Int32 = 0
  }

  /// Tries every set that the walk can go on with.
  private mutating func extend(_ walk: Walk, from origin: Int, _ watch: inout Watch) {
    watch.take()
    let steps = Int(graph.firstStep[walk.ideal])..<Int(graph.firstStep[walk.ideal + 1])
    for step in steps {
      let position = Int(graph.stepUnit[step])
      guard position >= walk.first, strangers[position] & walk.set == 0,
        daysBefore[position] & walk.set == 0
      else { continue }
      var next = walk
      next.days &= allowedDays[position]
      guard next.days != 0 else { continue }
      next.minutes += minutes[position]
      next.hullMinutes += minutes[position]
      let between = before[position] & walk.after & ~graph.sessions & ~walk.between
      if between != 0 {
        next.between |= between
        next.hullMinutes += track.amount(of: SessionSet(bits: between), .minutes)
      }
      next.days &= daysWithRoom(for: next.hullMinutes)
      guard next.days != 0 else { continue }
      next.ideal = Int(graph.stepTarget[step])
      next.first = position + 1
      next.set |= sets[position]
      next.after |= after[position]
      next.visited |= visitsOfUnit[position]
      next.cost = next.cost.capped(
        newVisits(next.visited & ~walk.visited, after: graph.ideals[origin])
      )
      enter(next)
      extend(next, from: origin, &watch)
    }
  }

  @inline(__always)
  private func daysWithRoom(for minutes: Int) -> UInt128 {
    for entry in capacities where entry.minutes >= minutes { return entry.days }
    return 0
  }

  @inline(__always)
  private func newVisits(_ new: UInt128, after held: UInt64) -> Int32 {
    var rest = new
    var sum: Int32 = 0
    while rest != 0 {
      let visit = visits[rest.trailingZeroBitCount]
      if !visit.isFirstFree || visit.members & held != 0 { sum = sum.capped(visit.weight) }
      rest &= rest - 1
    }
    return sum
  }

  /// Enters the cost of holding a set on each day on which it can be held.
  private mutating func enter(_ walk: Walk) {
    guard let held = amountCost(of: walk.set, minutes: walk.minutes) else { return }
    let cost = walk.cost.capped(held)
    let base = walk.ideal * stride
    let weight = openWeight[walk.ideal]
    var days = walk.days
    while days != 0 {
      let day = days.trailingZeroBitCount
      days &= days - 1
      let rest = table[base + day + 1]
      guard rest != PartBound.never else { continue }
      var total = cost.capped(rest)
      if weight > 0 { total = total.capped(weight.times(gaps[day])) }
      if hasPenalties { total = total.capped(penalty(of: walk.set, on: day)) }
      if total < row[day] { row[day] = total }
    }
  }

  private func penalty(of set: UInt64, on day: Int) -> Int32 {
    var sum: Int32 = 0
    for position in sets.indices where sets[position] & set != 0 {
      sum = sum.capped(penalties[position * (stride - 1) + day])
    }
    return sum
  }

  /// What the amounts of a day cost, `nil` when a hard one forbids the set.
  @inline(__always)
  private func amountCost(of set: UInt64, minutes: Int) -> Int32? {
    var sum: Int32 = 0
    for (amount, weight) in amounts {
      let limits = amount.limits
      if limits.least == 0, amount.measure == .minutes, minutes <= limits.top { continue }
      let members = SessionSet(bits: set & amount.members.bits)
      let excess = limits.excess(track.amount(of: members, amount.measure))
      guard excess > 0 else { continue }
      guard let weight else { return nil }
      sum = sum.capped(weight.times(Int32(clamping: excess)))
    }
    return sum
  }
}
