internal import Curricula

/// The days from the first of some placements to the last.
struct SpanCounters: ~Copyable, Counters {
  private var membership: Membership
  private let levels: FlatTable<Level>
  private let mostDays: FlatTable<Int>
  /// For each day the number of its date.
  private let dates: FlatTable<Int32>
  /// For each counter and day the number of placements.
  private var counts: FlatTable<Int32>
  /// For each counter the excess.
  private var present: FlatTable<Int>

  init(_ draft: Draft, _ board: borrowing Board) {
    let spans = draft.spans
    membership = Membership(of: spans.map(\.shape.selection), in: draft.problem)
    levels = FlatTable(spans.map(\.level))
    mostDays = FlatTable(spans.map(\.shape.mostDays))
    dates = FlatTable(draft.problem.days.map { Int32($0.date.dayNumber) })
    counts = FlatTable(repeating: 0, count: spans.count * board.dayCount)
    present = FlatTable(repeating: 0, count: spans.count)
  }

  var isEmpty: Bool { levels.isEmpty }

  mutating func change(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    var sum = Change.none
    let old = Int(board.day[from.block])
    let new = Int(board.day[to.block])
    for index in membership.find(session, from: from, to: to, on: &board) {
      let part = membership.found(index)
      let (counter, was, isNow) = (Int(part.counter), part.was, part.isNow)
      if was, isNow, old == new { continue }
      let after = excess(counter, without: was ? old : -1, with: isNow ? new : -1)
      sum += Change(after &- present[counter], at: levels[counter])
    }
    return sum
  }

  /// The most that moving a session can save: all the excess of the spans that it belongs to.
  mutating func mostSaved(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    var sum = Change.none
    for index in membership.find(session, from: from, to: to, on: &board) {
      let counter = Int(membership.found(index).counter)
      sum += Change(present[counter], at: levels[counter])
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
    let day = Int(board.day[place.block])
    for index in membership.find(session, at: place, on: &board) {
      let counter = Int(membership.found(index).counter)
      counts[counter &* dates.count &+ day] &+= step
      present[counter] = excess(counter, without: -1, with: -1)
    }
  }

  mutating func total(on board: inout Board) -> Change {
    var sum = Change.none
    for counter in 0..<levels.count {
      sum += Change(present[counter], at: levels[counter])
    }
    return sum
  }

  /// The excess with one placement fewer on a day and one more on another; -1 for none.
  ///
  /// - Complexity: Linear in the days before the first placement and after the last.
  private func excess(_ counter: Int, without old: Int, with new: Int) -> Int {
    let base = counter &* dates.count
    func isUsed(_ day: Int) -> Bool {
      day == new || counts[base &+ day] > (day == old ? 1 : 0)
    }
    var first = 0
    while first < dates.count, !isUsed(first) { first &+= 1 }
    if first == dates.count { return 0 }
    var last = dates.count &- 1
    while !isUsed(last) { last &-= 1 }
    return max(0, Int(dates[last] &- dates[first]) &- mostDays[counter])
  }
}
