/// The best timetable that a chain has come by.
///
/// Whenever a better one comes, only those sessions are copied that moved since the last.
struct BestPlaces: ~Copyable {
  private var places: FlatTable<Place>
  /// The cost.
  private(set) var cost: Change

  init(_ state: inout State) {
    places = FlatTable(repeating: .none, count: state.board.sessionCount)
    cost = state.cost
    for session in 0..<places.count { places[session] = state.board.places[session] }
    state.moved.forget()
  }

  /// Takes the timetable of a state as the best.
  @inline(__always)
  mutating func take(_ state: inout State) {
    cost = state.cost
    if state.moved.isComplete {
      for index in 0..<state.moved.count {
        let session = state.moved[index]
        places[session] = state.board.places[session]
      }
    } else {
      for session in 0..<places.count { places[session] = state.board.places[session] }
    }
    state.moved.forget()
  }

  /// Makes a state show the timetable again.
  func restore(_ state: inout State) {
    for index in 0..<state.sessions.count {
      let session = Int(state.sessions[index])
      if state.board.places[session] != places[session] {
        state.hold(session, at: places[session])
      }
    }
    state.cost = cost
    state.moved.forget()
  }

  /// The places as an array.
  var array: [Place] { (0..<places.count).map { places[$0] } }
}

/// The sessions that moved lately, as long as they are few.
struct MovedSessions: ~Copyable {
  private var sessions: FlatTable<Int32>
  /// The number of moves kept.
  private(set) var count = 0
  /// Whether all are kept.
  private(set) var isComplete = true

  init(limit: Int) {
    sessions = FlatTable(repeating: 0, count: limit)
  }

  /// Keeps a session.
  @inline(__always)
  mutating func keep(_ session: Int) {
    if count < sessions.count {
      sessions[count] = Int32(truncatingIfNeeded: session)
      count &+= 1
    } else {
      isComplete = false
    }
  }

  /// A session kept.
  @inline(__always)
  subscript(index: Int) -> Int { Int(sessions[index]) }

  /// Begins anew.
  @inline(__always)
  mutating func forget() {
    count = 0
    isComplete = true
  }
}
