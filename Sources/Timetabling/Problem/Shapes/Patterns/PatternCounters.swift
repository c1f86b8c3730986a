internal import Curricula

/// Patterns within each day of some placements: breaks, gaps, sorts in a row, sessions alone.
struct PatternCounters: ~Copyable, Counters {
  private var lists: DayLists
  /// For each list the patterns watched.
  private let watched: Rows
  private let levels: FlatTable<Level>
  private let patterns: [Watched]
  /// For each pattern and day the excess.
  private var excess: FlatTable<Int>
  /// Whether some pattern asks for rooms.
  private let readsRooms: Bool
  /// One day as it would be.
  private var row: DayRow

  init(_ draft: Draft, _ board: borrowing Board) {
    var selections = Gathered<Selection>()
    var watched: [[Int]] = []
    for (index, watch) in draft.patterns.enumerated() {
      let list = selections.add(watch.selection, .none)
      if list == watched.count { watched.append([]) }
      watched[list].append(index)
    }
    lists = DayLists(of: selections.things, draft, board)
    self.watched = Rows(watched)
    levels = FlatTable(draft.patterns.map(\.level))
    // Each search has patterns of its own: references that several count slow all of them down.
    patterns = draft.patterns.map { Watched($0.formula.pattern(in: draft.problem)) }
    excess = FlatTable(repeating: 0, count: patterns.count * board.dayCount)
    readsRooms = patterns.contains { $0.pattern.readsRooms }
    row = DayRow(capacity: board.sessionCount)
  }

  var isEmpty: Bool { patterns.isEmpty }

  mutating func change(by move: Move, on board: inout Board) -> Change {
    let old = Int(board.day[move.from.block])
    let new = Int(board.day[move.to.block])
    let isNoticed = !move.keepsTime || readsRooms && move.from.room != move.to.room
    var sum = Change.none
    for index in lists.membership.find(move, on: &board) {
      let part = lists.membership.found(index)
      let (list, was, isNow) = (Int(part.counter), part.was, part.isNow)
      if was, isNow, !isNoticed { continue }
      if was, !(isNow && old == new) {
        fill(list, on: old, without: move.session, with: nil, &board)
        sum += change(list, on: old, board.dayCount)
      }
      if isNow {
        fill(list, on: new, without: move.session, with: move.to, &board)
        sum += change(list, on: new, board.dayCount)
      }
    }
    return sum
  }

  /// The most that a move can save: all that the patterns find on the days concerned.
  mutating func mostSaved(by move: Move, on board: inout Board) -> Change {
    let old = Int(board.day[move.from.block])
    let new = Int(board.day[move.to.block])
    var sum = Change.none
    for index in lists.membership.find(move, on: &board) {
      let part = lists.membership.found(index)
      for index in watched.range(Int(part.counter)) {
        let level = levels[watched[index]]
        let days = watched[index] &* board.dayCount
        if part.was { sum += Change(excess[days &+ old], at: level) }
        if part.isNow, !part.was || old != new { sum += Change(excess[days &+ new], at: level) }
      }
    }
    return sum
  }

  /// What the day in the row costs more than the day that is.
  private mutating func change(_ list: Int, on day: Int, _ dayCount: Int) -> Change {
    var sum = Change.none
    for index in watched.range(list) {
      let watch = watched[index]
      let after = patterns[watch].pattern.excess(of: &row, on: day)
      sum += Change(after &- excess[watch &* dayCount &+ day], at: levels[watch])
    }
    return sum
  }

  /// Takes a list's day, without a session where it is now and with it at a place.
  private mutating func fill(
    _ list: Int,
    on day: Int,
    without session: Int,
    with place: Place?,
    _ board: inout Board
  ) {
    row.removeAll()
    var slot = lists.first(list, on: day)
    while slot >= 0 {
      let other = lists.session(slot)
      if other != session { insert(other, at: board.places[other], &board) }
      slot = lists.after(slot)
    }
    if let place { insert(session, at: place, &board) }
  }

  @inline(__always)
  private mutating func insert(_ session: Int, at place: Place, _ board: inout Board) {
    row.insert(
      DayRow.Entry(
        block: place.block,
        start: place.start,
        end: board.end(of: session, at: place),
        session: Int32(truncatingIfNeeded: session),
        room: place.room
      )
    )
  }

  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board) {
    let day = Int(board.day[place.block])
    for index in lists.membership.find(session, at: place, on: &board) {
      let list = Int(lists.membership.found(index).counter)
      fill(list, on: day, without: session, with: sign > 0 ? place : nil, &board)
      for index in watched.range(list) {
        let watch = watched[index]
        excess[watch &* board.dayCount &+ day] = patterns[watch].pattern.excess(of: &row, on: day)
      }
    }
    lists.count(session, at: place, sign, on: &board)
  }

  mutating func total(on board: inout Board) -> Change {
    var sum = Change.none
    for watch in 0..<patterns.count {
      for day in 0..<board.dayCount {
        sum += Change(excess[watch * board.dayCount + day], at: levels[watch])
      }
    }
    return sum
  }
}

/// A pattern that is watched.
///
/// A class, because a pattern that is looked at where it lies is not copied each time.
private final class Watched: Sendable {
  let pattern: any DayPattern

  init(_ pattern: any DayPattern) { self.pattern = pattern }
}
