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
}
