/// Which session is held before which.
///
/// Nothing needs counting: the board shows where both are.
struct OrderCounters: ~Copyable, Counters {
  /// One order as one of its two sessions sees it.
  struct Side: BitwiseCopyable {
    var level: Level
    var other: Int32
    var isEarlier: Bool
    var leastDays: Int32
    var mostDays: Int32
  }

  private let offsets: FlatTable<Int32>
  private let sides: FlatTable<Side>

  init(_ draft: Draft) {
    var bySession = [[Side]](repeating: [], count: draft.problem.sessions.count)
    for (order, level) in draft.orders {
      for (session, other) in [(order.earlier, order.later), (order.later, order.earlier)] {
        bySession[session].append(
          Side(
            level: level,
            other: Int32(other),
            isEarlier: session == order.earlier,
            leastDays: Int32(clamping: order.days.least),
            mostDays: Int32(clamping: order.days.top)
          )
        )
      }
    }
    var offsets: [Int32] = [0]
    for sides in bySession { offsets.append(offsets[offsets.count - 1] + Int32(sides.count)) }
    self.offsets = FlatTable(offsets)
    sides = FlatTable(Array(bySession.joined()))
  }

  var isEmpty: Bool { sides.isEmpty }

  mutating func change(by move: Move, on board: inout Board) -> Change {
    if move.keepsTime { return .none }
    var sum = Change.none
    for index in offsets[move.session]..<offsets[move.session &+ 1] {
      let side = sides[index]
      let after = excess(side, move.session, at: move.to, on: &board)
      let before = excess(side, move.session, at: move.from, on: &board)
      sum += Change(after &- before, at: side.level)
    }
    return sum
  }

  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board) {}

  mutating func total(on board: inout Board) -> Change {
    var sum = Change.none
    for session in 0..<board.sessionCount {
      for index in offsets[session]..<offsets[session + 1] where sides[index].isEarlier {
        let side = sides[index]
        sum += Change(
          excess(side, session, at: board.places[session], on: &board),
          at: side.level
        )
      }
    }
    return sum
  }

  @inline(__always)
  private func excess(
    _ side: Side,
    _ session: Int,
    at place: Place,
    on board: inout Board
  ) -> Int {
    let other = board.places[side.other]
    let (first, second) = side.isEarlier ? (place, other) : (other, place)
    let days = board.date[second.block] &- board.date[first.block]
    if days < 0 { return 1 }
    let earlier = side.isEarlier ? session : Int(side.other)
    if days == 0, second.start < board.end(of: earlier, at: first) { return 1 }
    return Int(max(0, side.leastDays &- days, days &- side.mostDays))
  }
}
