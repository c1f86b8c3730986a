internal import Curricula

/// How many weeks in a row have one of some placements.
struct WeekRunCounters: ~Copyable, Counters {
  private var membership: Membership
  private let levels: FlatTable<Level>
  private let most: FlatTable<Int>
  /// For each block the index of its week among the weeks that have a block.
  private let weekOf: FlatTable<Int32>
  /// For each of these weeks its number in the programme.
  private let numbers: FlatTable<Int32>
  /// For each counter and week the number of placements.
  private var counts: FlatTable<Int32>

  init(_ draft: Draft) {
    let runs = draft.weekRuns
    let weeks = draft.problem.buckets(.week)
    membership = Membership(of: runs.map(\.shape.selection), in: draft.problem)
    levels = FlatTable(runs.map(\.level))
    most = FlatTable(runs.map(\.shape.most))
    weekOf = FlatTable(
      draft.problem.blocks.map { block in Int32(weeks.firstIndex(of: block.week) ?? 0) }
    )
    numbers = FlatTable(weeks.map { Int32($0) })
    counts = FlatTable(repeating: 0, count: runs.count * weeks.count)
  }

  var isEmpty: Bool { levels.isEmpty }

  mutating func change(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    var sum = Change.none
    let old = Int(weekOf[from.block])
    let new = Int(weekOf[to.block])
    for index in membership.find(session, from: from, to: to, on: &board) {
      let part = membership.found(index)
      if part.was, part.isNow, old == new { continue }
      let counter = Int(part.counter)
      let after = excess(counter, without: part.was ? old : -1, with: part.isNow ? new : -1)
      sum += Change(after &- excess(counter, without: -1, with: -1), at: levels[counter])
    }
    return sum
  }

  mutating func add(_ session: Int, at place: Place, on board: inout Board) {
    count(session, at: place, 1, on: &board)
  }

  mutating func remove(_ session: Int, at place: Place, on board: inout Board) {
    count(session, at: place, -1, on: &board)
  }

  private mutating func count(
    _ session: Int,
    at place: Place,
    _ step: Int32,
    on board: inout Board
  ) {
    for index in membership.find(session, at: place, on: &board) {
      let counter = Int(membership.found(index).counter)
      counts[counter &* numbers.count &+ Int(weekOf[place.block])] &+= step
    }
  }

  mutating func total(on board: inout Board) -> Change {
    var sum = Change.none
    for counter in 0..<levels.count {
      sum += Change(excess(counter, without: -1, with: -1), at: levels[counter])
    }
    return sum
  }

  /// The excess with one placement fewer in a week and one more in another; -1 for none.
  ///
  /// - Complexity: Linear in the weeks.
  private func excess(_ counter: Int, without old: Int, with new: Int) -> Int {
    let base = counter &* numbers.count
    var sum = 0
    var run = 0
    for week in 0..<numbers.count {
      if week > 0, numbers[week] != numbers[week &- 1] &+ 1 { run = 0 }
      let isUsed = week == new || counts[base &+ week] > (week == old ? 1 : 0)
      run = isUsed ? run &+ 1 : 0
      if run > most[counter] { sum &+= 1 }
    }
    return sum
  }
}
