internal import Curricula

/// A set of sessions that wants one room moves to another room as a whole.
///
/// Whoever is held there at these times takes the rooms that the set leaves. No move of a single session
/// leads there without more rooms in between.
struct RoomExchange: ~Copyable {
  private var joint: JointMove
  /// The sessions of each set that wants one room.
  private let sets: Rows
  /// For each session its sets.
  private let setsOf: Rows
  /// The number of rooms.
  let roomCount: Int

  /// The most sessions that change their rooms.
  private static let limit = 64

  init(_ draft: Draft) {
    var sets: [[Int]] = []
    roomCount = draft.problem.curriculum.rooms.count
    for entry in draft.distincts where roomCount > 1 {
      guard case .room = entry.formula.dimension, case .sessions(let members) = entry.selection,
        members.count > 1, members.count <= Self.limit, !sets.contains(members)
      else { continue }
      sets.append(members)
    }
    var setsOf = [[Int]](repeating: [], count: draft.problem.sessions.count)
    for (set, members) in sets.enumerated() {
      for session in members { setsOf[session].append(set) }
    }
    self.sets = Rows(sets)
    self.setsOf = Rows(setsOf)
    joint = JointMove(limit: Self.limit)
  }

  /// The number of sets.
  var setCount: Int { sets.count }

  /// Draws a set of a session and another room for it.
  ///
  /// - Returns: Whether everybody is allowed where the exchange leads.
  mutating func draw(
    from session: Int,
    in state: inout State,
    using generator: inout SeededGenerator
  ) -> Bool {
    let range = setsOf.range(session)
    guard !range.isEmpty else { return false }
    let set = setsOf[range.lowerBound &+ generator.below(range.count)]
    let team = Int(state.board.places[session].team)
    return find(set, to: state.domains.drawRoom(team, using: &generator), in: &state)
  }

  /// Finds the exchange of a set and a room.
  ///
  /// - Returns: Whether there is one, in which everybody is allowed.
  /// - Complexity: Linear in the sessions of the set; outside periods times all sessions.
  mutating func find(_ set: Int, to room: Int32, in state: inout State) -> Bool {
    joint.removeAll()
    for index in sets.range(set) {
      let session = sets[index]
      var place = state.board.places[session]
      if place.room == room { continue }
      guard state.domains.allows(place.team, room: room) else { return false }
      place.room = room
      joint.append(session, at: place)
    }
    let count = joint.count
    for index in 0..<count where !addOccupants(set, joint.session(index), room, in: &state) {
      return false
    }
    return count > 0
  }

  /// Adds those who are held in the room while a session is to be there.
  private mutating func addOccupants(
    _ set: Int,
    _ session: Int,
    _ room: Int32,
    in state: inout State
  ) -> Bool {
    let place = state.board.places[session]
    if state.counters.hasPeriods {
      let other = state.counters.periodClashes.occupant(block: place.block, room: room)
      return other == -1 || other >= 0 && add(other, set, taking: place.room, in: state)
    }
    let end = state.board.end(of: session, at: place)
    let day = state.board.day[place.block]
    for index in 0..<state.sessions.count {
      let other = Int(state.sessions[index])
      let held = state.board.places[other]
      if held.room == room, state.board.day[held.block] == day, held.start < end,
        state.board.end(of: other, at: held) > place.start,
        !add(other, set, taking: place.room, in: state)
      {
        return false
      }
    }
    return true
  }

  /// Adds a session that takes a room which the set leaves.
  private mutating func add(
    _ other: Int,
    _ set: Int,
    taking room: Int32,
    in state: borrowing State
  ) -> Bool {
    if sets.contains(set, other) || joint.contains(other) { return true }
    var place = state.board.places[other]
    guard !joint.isFull, state.domains.allows(place.team, room: room) else { return false }
    place.room = room
    joint.append(other, at: place)
    return true
  }

  /// Makes the exchange where the gate is open to it.
  ///
  /// - Returns: Whether it was made.
  mutating func move(in state: inout State, through gate: Gate) -> Bool {
    joint.move(in: &state, through: gate)
  }
}
