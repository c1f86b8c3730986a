/// All that a group, or a trainer, has in two blocks changes sides.
///
/// So whole modules move to other weeks, which no move of a single session could do where they must
/// stay together.
struct GroupExchange: ~Copyable {
  private var joint: JointMove

  /// The most sessions that change sides.
  private static let limit = 32

  init(sessionCount: Int) {
    joint = JointMove(limit: min(Self.limit, sessionCount))
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
    joint.removeAll()
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
      if joint.isFull { return false }
      place.block = block
      place.start =
        state.board.blockStart[block] &+ place.start &- state.board.blockStart[home]
      if !state.domains.allows(place, of: session) { return false }
      joint.append(session, at: place)
    }
    return true
  }

  /// Makes the exchange where the gate is open to it.
  ///
  /// - Returns: Whether it was made.
  mutating func move(in state: inout State, through gate: Gate) -> Bool {
    joint.move(in: &state, through: gate)
  }
}
