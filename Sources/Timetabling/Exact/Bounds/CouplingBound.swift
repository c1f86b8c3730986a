/// What one coupling alone makes certain: the least that it still costs after a day, when some of its
/// sessions have been held.
///
/// Found by the exact method on the sessions of the coupling alone, which on one day take along all
/// that must come between them. Bounds of different couplings add up, since each counts only its own
/// cost.
struct CouplingBound {
  /// The coupling.
  let coupling: Coupling
  /// The ranks followed, ascending.
  private let members: [Int]
  private let days: Int
  /// By day, carry and members left: the least cost after the day, `Int.max` when it cannot be.
  private var table: [Int]

  private static let unknown = -1

  /// Finds the bounds, `nil` where there would be too many or the coupling depends on choices.
  ///
  /// - Complexity: O(days × carries × 3^members); not made above some hundred thousand.
  init?(_ track: Track, _ coupling: Coupling) {
    let coupling = coupling.narrowed
    let members = Array(coupling.members)
    guard coupling.choice == nil, !members.isEmpty, members.count <= 10, coupling.width <= 12
    else { return nil }
    if coupling.asks.contains(.everyWeek) { return nil }
    let ways = members.reduce(1) { ways, _ in ways * 3 }
    guard ways << coupling.width <= 300_000 / max(1, track.days.count) else { return nil }
    self.coupling = coupling
    self.members = members
    days = track.days.count
    let size = (days + 1) << (members.count + coupling.width)
    table = Array(repeating: Self.unknown, count: size)
    var projection = Projection(track, coupling, members)
    _ = least(after: -1, left: (1 << members.count) - 1, carry: 0, &projection)
    if isIdle { return nil }
  }

  /// Whether it says nothing.
  private var isIdle: Bool { table.allSatisfy { $0 <= 0 } }

  private func index(_ day: Int, _ left: Int, _ carry: Int) -> Int {
    ((day + 1) << coupling.width | carry) << members.count | left
  }

  /// The least cost after a day, `Int.max` when the sessions left cannot be held any more.
  @inline(__always)
  func rest(after day: Int, held: UInt64, carry state: UInt128) -> Int {
    var left = 0
    for (position, rank) in members.enumerated() where held & 1 << UInt64(rank) == 0 {
      left |= 1 << position
    }
    return max(0, table[index(day, left, coupling.carry(in: state))])
  }

  private mutating func least(
    after day: Int,
    left: Int,
    carry: Int,
    _ projection: inout Projection
  ) -> Int {
    let place = index(day, left, carry)
    if table[place] != Self.unknown { return table[place] }
    var found = left == 0 ? 0 : Int.max
    if left != 0, day + 1 < days {
      var set = left
      while true {
        if projection.canHold(set, of: left, on: day + 1),
          let step = projection.step(set, of: left, carry, on: day + 1)
        {
          let rest = least(after: day + 1, left: left & ~set, carry: step.carry, &projection)
          if rest < .max { found = min(found, rest.cappedSum(step.penalty)) }
        }
        guard set != 0 else { break }
        set = (set - 1) & left
      }
    }
    table[place] = found
    return found
  }
}

extension Coupling {
  /// The coupling of some of its members, where they are many and no subset costs more than all.
  fileprivate var narrowed: Coupling {
    switch following {
    case .step: return self
    case .visits, .after: break
    }
    let few = members.prefix(8).reduce(into: SessionSet()) { $0.insert($1) }
    return Coupling(
      rule,
      at: weight,
      members: few,
      choice: nil,
      scope: few,
      shift: shift,
      width: width
    )
  }
}

/// The sessions of one coupling, apart from all others.
private struct Projection {
  private let track: Track
  private let coupling: Coupling
  private let members: [Int]
  private let all: Int
  /// For each subset of the members all that is held on the day with them.
  private let hulls: [SessionSet]
  private let hullMinutes: [Int]
  /// For each subset of the members those that must have been held before.
  private let before: [Int]
  private let canShareDay: [Bool]

  init(_ track: Track, _ coupling: Coupling, _ members: [Int]) {
    self.track = track
    self.coupling = coupling
    self.members = members
    all = (1 << members.count) - 1
    var unit = [Int](repeating: 0, count: track.count)
    for (index, entry) in track.units.enumerated() {
      for rank in entry.set { unit[rank] = index }
    }
    var after = [SessionSet](repeating: SessionSet(), count: track.count)
    for rank in 0..<track.count {
      for earlier in track.before[rank] { after[earlier].insert(rank) }
    }
    var hulls: [SessionSet] = []
    var before: [Int] = []
    var canShareDay: [Bool] = []
    for subset in 0...all {
      let ranks = members.indices.filter { subset & 1 << $0 != 0 }.map { members[$0] }
      let own = ranks.reduce(into: SessionSet()) { $0.insert($1) }
      let earlier = ranks.reduce(SessionSet()) { $0.union(track.before[$1]) }
      let later = ranks.reduce(SessionSet()) { $0.union(after[$1]) }
      let hull = own.union(earlier.intersection(later)).reduce(SessionSet()) {
        $0.union(track.units[unit[$1]].set)
      }
      let units = Set(hull.map { unit[$0] })
      hulls.append(hull)
      canShareDay.append(
        units.allSatisfy {
          !track.units[$0].strangers.meets(hull) && !track.units[$0].daysBefore.meets(hull)
        }
      )
      before.append(
        members.indices.reduce(0) { earlier.contains(members[$1]) ? $0 | 1 << $1 : $0 }
      )
    }
    self.hulls = hulls
    self.before = before
    self.canShareDay = canShareDay
    hullMinutes = hulls.map { track.amount(of: $0, .minutes) }
  }

  /// Whether a subset of those left can be held on a day.
  func canHold(_ set: Int, of left: Int, on day: Int) -> Bool {
    canShareDay[set] && hullMinutes[set] <= track.capacity[day]
      && hulls[set].isSubset(of: track.allowed[day])
      && before[set] & left & ~set == 0
  }

  /// What holding a subset of those left on a day costs.
  func step(
    _ set: Int,
    of left: Int,
    _ carry: Int,
    on day: Int
  ) -> (carry: Int, penalty: Int)? {
    let step = DayStep(day: day, before: sessions(all & ~left), set: sessions(set))
    return coupling.advance(carry, step, in: track)
  }

  private func sessions(_ subset: Int) -> SessionSet {
    var set = SessionSet()
    for position in members.indices where subset & 1 << position != 0 {
      set.insert(members[position])
    }
    return set
  }
}
