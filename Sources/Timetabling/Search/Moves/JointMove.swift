/// Places for a few sessions that move together or not at all.
struct JointMove: ~Copyable {
  private var members: FlatTable<Int32>
  private var places: FlatTable<Place>
  /// The number of sessions.
  private(set) var count = 0

  /// Has room for so many sessions.
  init(limit: Int) {
    members = FlatTable(repeating: 0, count: limit)
    places = FlatTable(repeating: .none, count: limit)
  }

  /// Whether there is room for no other session.
  var isFull: Bool { count == members.count }

  /// A session.
  @inline(__always)
  func session(_ index: Int) -> Int { Int(members[index]) }

  /// The place of a session.
  subscript(index: Int) -> Place {
    @inline(__always) get { places[index] }
    @inline(__always) set { places[index] = newValue }
  }

  /// Whether a session is among them.
  func contains(_ session: Int) -> Bool {
    for index in 0..<count where Int(members[index]) == session { return true }
    return false
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Adds a session with its place.
  @inline(__always)
  mutating func append(_ session: Int, at place: Place) {
    members[count] = Int32(truncatingIfNeeded: session)
    places[count] = place
    count &+= 1
  }

  /// Moves all, judged one after the other, where the gate is open to them together.
  ///
  /// - Returns: Whether they were moved.
  mutating func move(in state: inout State, through gate: Gate) -> Bool {
    let before = state.cost
    for index in 0..<count {
      let from = state.board.places[members[index]]
      state.move(session(index), to: places[index])
      places[index] = from
    }
    if gate.admits(state.cost - before) { return true }
    for index in stride(from: count &- 1, through: 0, by: -1) {
      state.hold(session(index), at: places[index])
    }
    state.cost = before
    return false
  }
}
