/// What must still be paid once some sessions have been held: a bound from below.
///
/// The parts of the bound belong to different constraints, so that they add up.
struct RemainingCost {
  private let track: Track
  /// For each day and rank the least option penalty on any later day; `nil` when there is none.
  private let leastLater: [[Int?]]
  /// For each day the minutes of all later days.
  private let minutesLater: [Int]
  /// For each day the ranks that cannot be held on any later day.
  private let due: [SessionSet]
  /// For each day the cost that loads make certain, by constraint, on all later days.
  private let loads: [LoadBound]
  /// For each coupling the least number of days that a set of its members still needs.
  private let visits: [VisitBound]
  private let totalMinutes: Int

  private struct LoadBound {
    let members: SessionSet
    let inMinutes: Bool
    let most: [Int]
    let weight: Int
  }

  private struct VisitBound {
    let coupling: Int
    let members: SessionSet
    let most: Int
    let weight: Int
  }

  init(_ track: Track) {
    self.track = track
    let count = track.count
    let days = track.days.count
    var leastLater = [[Int?]](repeating: Array(repeating: nil, count: count), count: days)
    var minutesLater = [Int](repeating: 0, count: days)
    for day in stride(from: days - 2, through: 0, by: -1) {
      minutesLater[day] = minutesLater[day + 1] + track.capacity[day + 1]
      for rank in 0..<count {
        let here = track.options[day + 1][rank].map(\.penalty).min()
        leastLater[day][rank] = [leastLater[day + 1][rank], here].compactMap(\.self).min()
      }
    }
    var due = leastLater.map { row in
      row.indices.reduce(into: SessionSet()) { if row[$1] == nil { $0.insert($1) } }
    }
    // What is due takes along what must have been held before it.
    for day in due.indices {
      for rank in stride(from: count - 1, through: 0, by: -1) where due[day].contains(rank) {
        due[day] = due[day].union(track.before[rank])
      }
    }
    self.leastLater = leastLater
    self.minutesLater = minutesLater
    self.due = due
    loads = Self.loads(track)
    visits = track.couplings.indices.compactMap { index in
      let coupling = track.couplings[index]
      guard case .distinct(let bucket, _, let most) = coupling.kind, bucket != .week,
        case .soft(let weight) = coupling.weight, coupling.choice == nil, most < Int.max
      else { return nil }
      return VisitBound(coupling: index, members: coupling.members, most: most, weight: weight)
    }
    totalMinutes = track.minutes.reduce(0, +)
  }

  private static func loads(_ track: Track) -> [LoadBound] {
    guard let first = track.dayTerms.first else { return [] }
    return first.indices.compactMap { index in
      guard case .soft(let weight) = first[index].weight, first[index].most < .max else {
        return nil
      }
      var most = [Int](repeating: 0, count: track.days.count)
      for day in stride(from: track.days.count - 2, through: 0, by: -1) {
        most[day] = most[day + 1] + track.dayTerms[day + 1][index].most
      }
      return LoadBound(
        members: first[index].members,
        inMinutes: first[index].inMinutes,
        most: most,
        weight: weight
      )
    }
  }

  /// The ranks that must have been held by the end of a day.
  func due(by day: Int) -> SessionSet { due[day] }

  /// The least penalty still to come after a day, `nil` when the rest cannot be held any more.
  func bound(held: SessionSet, carry: UInt128, after day: Int) -> Int? {
    let rest = track.all.subtracting(held)
    guard !rest.isEmpty else { return 0 }
    guard !rest.meets(due[day]) else { return nil }
    var minutes = 0
    var penalty = 0
    for rank in rest {
      minutes += track.minutes[rank]
      penalty = penalty.saturatingAdded(to: leastLater[day][rank] ?? 0)
    }
    guard minutes <= minutesLater[day] else { return nil }
    for load in loads {
      let amount = track.amount(of: rest.intersection(load.members), inMinutes: load.inMinutes)
      if amount > load.most[day] {
        let excess = amount - load.most[day]
        penalty = penalty.saturatingAdded(to: load.weight.saturatingMultiplied(by: excess))
      }
    }
    for visit in visits {
      let open = rest.intersection(visit.members)
      guard !open.isEmpty else { continue }
      let used = track.couplings[visit.coupling].carry(in: carry) >> 1
      let excess = used + 1 - visit.most
      if excess > 0 { penalty = penalty.saturatingAdded(to: visit.weight * min(excess, 1)) }
    }
    return penalty
  }
}
