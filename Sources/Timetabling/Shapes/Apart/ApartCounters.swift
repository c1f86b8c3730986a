internal import Curricula

/// How near in days sessions are that should be apart.
struct ApartCounters: ~Copyable, Counters {
  private var membership: Membership
  private let levels: FlatTable<Level>
  private let leastDays: FlatTable<Int>
  /// For each day the number of its date.
  private let dates: FlatTable<Int32>
  /// For each counter and day the number of placements.
  private var counts: FlatTable<Int32>

  init(_ draft: Draft, _ board: borrowing Board) {
    let aparts = draft.aparts
    membership = Membership(of: aparts.map(\.shape.selection), in: draft.problem)
    levels = FlatTable(aparts.map(\.level))
    leastDays = FlatTable(aparts.map(\.shape.leastDays))
    dates = FlatTable(draft.problem.days.map { Int32($0.date.dayNumber) })
    counts = FlatTable(repeating: 0, count: aparts.count * board.dayCount)
  }

  var isEmpty: Bool { levels.isEmpty }

  mutating func change(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    let old = Int(board.day[from.block])
    let new = Int(board.day[to.block])
    if old == new { return .none }
    var sum = Change.none
    for index in membership.fixedRange(session) {
      let counter = membership.fixed(index)
      // The session itself is counted on its old day.
      let distance = Int(abs(dates[old] &- dates[new]))
      let own = max(0, leastDays[counter] &- distance)
      let before = nearness(counter, of: old) &- max(0, leastDays[counter])
      let after = nearness(counter, of: new) &- own
      sum += Change(after &- before, at: levels[counter])
    }
    return sum
  }

  mutating func add(_ session: Int, at place: Place, on board: inout Board) {
    let day = Int(board.day[place.block])
    for index in membership.fixedRange(session) {
      counts[membership.fixed(index) &* dates.count &+ day] &+= 1
    }
  }

  mutating func remove(_ session: Int, at place: Place, on board: inout Board) {
    let day = Int(board.day[place.block])
    for index in membership.fixedRange(session) {
      counts[membership.fixed(index) &* dates.count &+ day] &-= 1
    }
  }

  mutating func total(on board: inout Board) -> Change {
    var sum = Change.none
    for counter in 0..<levels.count {
      var twice = 0
      for day in 0..<dates.count {
        let count = Int(counts[counter &* dates.count &+ day])
        twice &+= count &* (nearness(counter, of: day) &- max(0, leastDays[counter]))
      }
      sum += Change(twice / 2, at: levels[counter])
    }
    return sum
  }

  /// Σ over the placements counted of max(0, least days − days from the day).
  ///
  /// - Complexity: Linear in the days that are too near.
  private func nearness(_ counter: Int, of day: Int) -> Int {
    let base = counter &* dates.count
    let least = leastDays[counter]
    var sum = 0
    var near = day
    while near >= 0 {
      let gap = least &- Int(dates[day] &- dates[near])
      if gap <= 0 { break }
      sum &+= Int(counts[base &+ near]) &* gap
      near &-= 1
    }
    near = day &+ 1
    while near < dates.count {
      let gap = least &- Int(dates[near] &- dates[day])
      if gap <= 0 { break }
      sum &+= Int(counts[base &+ near]) &* gap
      near &+= 1
    }
    return sum
  }
}
