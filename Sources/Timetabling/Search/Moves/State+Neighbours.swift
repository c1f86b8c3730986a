extension State {
  /// A start in a block right after or right before a session with which another shares a group or a
  /// trainer; `nil` where there is none, or the team cannot begin there.
  mutating func startBeside(
    _ session: Int,
    in block: Int32,
    team: Int32,
    using generator: inout SeededGenerator
  ) -> Int32? {
    let word = generator.next()
    let neighbour = counters.clashes.companion(of: session, in: block, word >> 32, on: &board)
    guard neighbour >= 0 else { return nil }
    let held = board.places[neighbour]
    let blockStart = board.blockStart[block]
    let start =
      word & 1 == 0
      ? domains.start(notBefore: board.end(of: neighbour, at: held), blockStart: blockStart)
      : domains.start(notAfter: held.start &- board.minutes[session], blockStart: blockStart)
    return domains.allows(team, block: block, start: start) ? start : nil
  }

  /// Lets two sessions exchange their times, and their rooms where wanted.
  ///
  /// In one block they change their order, and together take the time that they took before.
  ///
  /// - Returns: Whether they were exchanged: it was allowed, and the gate was open to it.
  mutating func exchangeInOrder(
    _ first: Int,
    _ second: Int,
    keepingRooms: Bool,
    through gate: Gate
  ) -> Bool {
    let one = board.places[first]
    let other = board.places[second]
    var toOther = Place(
      block: other.block,
      start: other.start,
      room: keepingRooms ? one.room : other.room,
      team: one.team
    )
    var toOne = Place(
      block: one.block,
      start: one.start,
      room: keepingRooms ? other.room : one.room,
      team: other.team
    )
    let blockStart = board.blockStart[one.block]
    if one.block == other.block, one.start < other.start {
      let latest = board.end(of: second, at: other) &- board.minutes[first]
      toOther.start = domains.start(notAfter: latest, blockStart: blockStart)
    } else if one.block == other.block {
      let latest = board.end(of: first, at: one) &- board.minutes[second]
      toOne.start = domains.start(notAfter: latest, blockStart: blockStart)
    }
    guard domains.allows(toOther, of: first), domains.allows(toOne, of: second) else {
      return false
    }
    return exchange(first, to: toOther, second, to: toOne, through: gate)
  }
}
