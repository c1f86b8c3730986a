/// All that a group, or a trainer, has in two blocks changes sides.
///
/// So whole modules move to other weeks, which no move of a single session could do where they must
/// stay together.
struct GroupExchange: ~Copyable {
  private var members: FlatTable<Int32>
  private var places: FlatTable<Place>
  private var count = 0

  /// The most sessions that change sides.
  private static let limit = 32

  init(sessionCount: Int) {
    let limit = min(Self.limit, sessionCount)
    members = FlatTable(repeating: 0, count: limit)
    places = FlatTable(
      repeating: Place(block: 0, start: 0, room: -1, team: 0),
      count: limit
    )
  }

  /// Draws another block for what a group or trainer of a session has in its block.
  ///
  /// - Returns: Whether everybody is allowed where the exchange leads.
  mutating func draw(
    from session: Int,
    in state: inout State,
    using generator: inout SeededGenerator
  ) -> Bool {
    let word = generator.next()
    let list = state.counters.clashes.list(of: session, word & 0xFFFF_FFFF)
    guard list >= 0 else { return false }
    let place = state.board.places[session]
    let block = state.domains.time(Int(place.team), word >> 32, using: &generator).block
    guard block != place.block else { return false }
    count = 0
    return add(list, from: place.block, to: block, in: &state)
      && add(list, from: block, to: place.block, in: &state)
  }

  private mutating func add(
    _ list: Int,
    from home: Int32,
    to block: Int32,
    in state: inout State
  ) -> Bool {
    var slot = state.counters.clashes.first(list, inDayOf: home, on: &state.board)
    while slot >= 0 {
      let session = state.counters.clashes.session(slot)
      slot = state.counters.clashes.after(slot)
      var place = state.board.places[session]
      if place.block != home { continue }
      if count == members.count { return false }
      place.block = block
      place.start =
        state.board.blockStart[block] &+ place.start &- state.board.blockStart[home]
      if !state.domains.allows(place, of: session) { return false }
      members[count] = Int32(truncatingIfNeeded: session)
      places[count] = place
      count &+= 1
    }
    return true
  }

  /// Makes the exchange where the gate is open to it.
  ///
  /// - Returns: Whether it was made.
  mutating func move(in state: inout State, through gate: Gate) -> Bool {
    let before = state.cost
    for index in 0..<count {
      let member = Int(members[index])
      let from = state.board.places[member]
      state.move(member, to: places[index])
      places[index] = from
    }
    if gate.admits(state.cost - before) { return true }
    for index in stride(from: count &- 1, through: 0, by: -1) {
      state.hold(Int(members[index]), at: places[index])
    }
    state.cost = before
    return false
  }
}
