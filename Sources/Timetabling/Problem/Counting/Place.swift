/// Where, when and by whom a session is held, in the state of a search.
struct Place: BitwiseCopyable, Hashable {
  /// The index of the block.
  var block: Int32
  /// When it begins, in minutes since midnight.
  var start: Int32
  /// The index of the room; -1 where the curriculum has no rooms.
  var room: Int32
  /// The index of the team among all teams of all sessions.
  var team: Int32

  /// A place that nobody looks at.
  static let none = Place(block: 0, start: 0, room: -1, team: 0)
}

/// A session that is to be held elsewhere.
struct Move: BitwiseCopyable {
  /// The session.
  var session: Int
  /// Where the board shows it.
  var from: Place
  /// Where it would be.
  var to: Place

  /// Whether it begins when it did.
  @inline(__always)
  var keepsTime: Bool { from.block == to.block && from.start == to.start }
}
