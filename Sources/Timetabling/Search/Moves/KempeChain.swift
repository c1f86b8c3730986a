/// Sessions of two blocks that must all change sides when one of them does.
///
/// From one session on, whoever clashes with a session that comes over goes over in turn. Where all
/// could be held before, all can be held afterwards, as far as groups and trainers are concerned.
/// Those who come over keep their rooms where they can, and take others that are free where not.
struct KempeChain: ~Copyable {
  private var joint = JointMove(limit: Self.limit)

  /// The most sessions in a chain; longer ones are hardly ever accepted.
  private static let limit = 10
  /// The most rooms with which chains are looked for.
  static let roomLimit = 64

  /// Finds the chain of a session and another block, with the places where it goes.
  ///
  /// - Returns: Whether there is one, in which everybody is allowed and finds a room.
  /// - Complexity: Linear in sessions of the chain × rooms.
  mutating func find(from session: Int, to block: Int32, in state: inout State) -> Bool {
    let home = state.board.places[session].block
    joint.removeAll()
    joint.append(session, at: state.board.places[session])
    var next = 0
    while next < joint.count {
      let member = joint.session(next)
      let side = state.board.places[member].block == home ? block : home
      if !state.allows(member, in: side) { return false }
      if state.counters.periodClashes.clashes(of: member, in: side, on: &state.board) > 0,
        !addPartners(of: member, in: side, state: &state)
      {
        return false
      }
      next &+= 1
    }
    return findRooms(home, block, in: &state)
  }

  /// Adds those in a block who share something with a session.
  private mutating func addPartners(
    of member: Int,
    in block: Int32,
    state: inout State
  ) -> Bool {
    var rooms = state.counters.periodClashes.usedRooms(in: block)
    while rooms != 0 {
      let room = Int32(truncatingIfNeeded: rooms.trailingZeroBitCount)
      rooms &= rooms &- 1
      let other = state.counters.periodClashes.occupant(block: block, room: room)
      if other < 0 { return false }
      if state.counters.periodClashes.share(member, other) == 0 || joint.contains(other) {
        continue
      }
      if joint.isFull { return false }
      joint.append(other, at: state.board.places[other])
    }
    return true
  }

  /// Gives every member its own room where that becomes free, or another that is.
  private mutating func findRooms(_ home: Int32, _ block: Int32, in state: inout State) -> Bool {
    var takenHome = state.counters.periodClashes.usedRooms(in: home)
    var takenAway = state.counters.periodClashes.usedRooms(in: block)
    for index in 0..<joint.count {
      let place = joint[index]
      if place.block == home {
        takenHome &= ~(1 &<< UInt64(truncatingIfNeeded: place.room))
      } else {
        takenAway &= ~(1 &<< UInt64(truncatingIfNeeded: place.room))
      }
    }
    var homeless = false
    for index in 0..<joint.count {
      var place = joint[index]
      let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: place.room)
      if place.block == home {
        place.block = block
        if takenAway & bit != 0 { place.room = -1 } else { takenAway |= bit }
      } else {
        place.block = home
        if takenHome & bit != 0 { place.room = -1 } else { takenHome |= bit }
      }
      if place.room < 0 { homeless = true }
      place.start = state.board.blockStart[place.block]
      joint[index] = place
    }
    if !homeless { return true }
    for index in 0..<joint.count where joint[index].room < 0 {
      let isAway = joint[index].block == block
      let room = state.freeRoom(
        for: joint.session(index),
        among: ~(isAway ? takenAway : takenHome)
      )
      if room < 0 { return false }
      joint[index].room = room
      let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: room)
      if isAway { takenAway |= bit } else { takenHome |= bit }
    }
    return true
  }

  /// Moves the chain where the gate is open to it.
  ///
  /// - Returns: Whether it was moved.
  mutating func move(in state: inout State, through gate: Gate) -> Bool {
    if joint.count == 1 { return state.move(joint.session(0), to: joint[0], through: gate) }
    if state.counters.exchangesAtOnce, state.counters.chainsAtOnce, let change = change(in: &state)
    {
      if !gate.admits(change) { return false }
      for index in 0..<joint.count {
        state.hold(joint.session(index), at: joint[index])
        state.moved.keep(joint.session(index))
      }
      state.cost += change
      return true
    }
    return joint.move(in: &state, through: gate)
  }

  /// The change of the chain judged at once; `nil` where its members depend on one another.
  private func change(in state: inout State) -> Change? {
    var sum = Change.none
    for index in 0..<joint.count {
      let member = joint.session(index)
      for other in 0..<joint.count
      where other != index && state.counters.areTogether(member, joint.session(other)) {
        return nil
      }
      guard let change = state.change(ofChained: member, to: joint[index]) else { return nil }
      sum += change
    }
    return sum
  }
}

extension State {
  /// Whether a session may be held in a block, from its beginning.
  @inline(__always)
  func allows(_ session: Int, in block: Int32) -> Bool {
    domains.allows(board.places[session].team, block: block, start: board.blockStart[block])
  }

  /// The room of least cost by itself for a session among some, as bits; -1 where it may use none.
  mutating func freeRoom(for session: Int, among rooms: UInt64) -> Int32 {
    var best: Int32 = -1
    var least = 0
    var place = board.places[session]
    for room in 0..<Int32(counters.periodClashes.roomCount)
    where rooms & (1 &<< UInt64(room)) != 0 && domains.allows(place.team, room: room) {
      place.room = room
      let cost = counters.placements.cost(of: session, at: place, on: &board).soft
      if best < 0 || cost < least {
        best = room
        least = cost
      }
    }
    return best
  }

  /// What a session adds that goes over with all it clashes with; `nil` where there are clashes.
  fileprivate mutating func change(ofChained session: Int, to: Place) -> Change? {
    counters.change(chained: move(of: session, to: to), on: &board)
  }
}
