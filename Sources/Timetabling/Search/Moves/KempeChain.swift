/// Sessions of two blocks that must all change sides when one of them does.
///
/// From one session on, whoever clashes with a session that comes over goes over in turn. Where all
/// could be held before, all can be held afterwards, as far as groups and trainers are concerned.
/// Those who come over keep their rooms where they can, and take others that are free where not.
struct KempeChain: ~Copyable {
  private var joint = JointMove(limit: Self.limit)
  /// The rooms in use in the two blocks, that which the session leaves first.
  private var taken: BitRows

  /// The most sessions in a chain; longer ones are hardly ever accepted.
  private static let limit = 10

  init(roomCount: Int) {
    taken = BitRows(rows: 2, width: roomCount)
  }

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
    var room = state.counters.periodClashes.used.next(Int(block), from: 0)
    while room >= 0 {
      let other = state.counters.periodClashes.occupant(block: block, room: room)
      if other < 0 { return false }
      if state.counters.periodClashes.share(member, other) != 0, !joint.contains(other) {
        if joint.isFull { return false }
        joint.append(other, at: state.board.places[other])
      }
      room = state.counters.periodClashes.used.next(Int(block), from: room &+ 1)
    }
    return true
  }

  /// Gives every member its own room where that becomes free, or another that is.
  private mutating func findRooms(_ home: Int32, _ block: Int32, in state: inout State) -> Bool {
    taken.copy(0, from: state.counters.periodClashes.used, Int(home))
    taken.copy(1, from: state.counters.periodClashes.used, Int(block))
    for index in 0..<joint.count {
      taken.set(joint[index].block == home ? 0 : 1, joint[index].room, false)
    }
    var isHomeless = false
    for index in 0..<joint.count {
      var place = joint[index]
      let side = place.block == home ? 1 : 0
      place.block = side == 1 ? block : home
      place.start = state.board.blockStart[place.block]
      if taken.contains(side, place.room) {
        place.room = -1
        isHomeless = true
      } else {
        taken.set(side, place.room, true)
      }
      joint[index] = place
    }
    if !isHomeless { return true }
    for index in 0..<joint.count where joint[index].room < 0 {
      let side = joint[index].block == block ? 1 : 0
      let room = state.freeRoom(for: joint.session(index), besides: taken, side)
      if room < 0 { return false }
      joint[index].room = room
      taken.set(side, room, true)
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

  /// The room of least cost by itself for a session besides those taken; -1 where it may use none.
  mutating func freeRoom(for session: Int, besides taken: borrowing BitRows, _ row: Int) -> Int32 {
    var best: Int32 = -1
    var least = 0
    var place = board.places[session]
    for index in domains.rooms(of: place.team) {
      place.room = domains.room(at: index)
      if taken.contains(row, place.room) { continue }
      let cost = counters.placements.cost(of: session, at: place, on: &board).soft
      if best < 0 || cost < least {
        best = place.room
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
