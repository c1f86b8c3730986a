/// A formula over the placements of one day in the order of time.
///
/// The search and the exact method ask the same formula, each for rows of its own.
protocol DayPattern: Sendable {
  /// Whether the excess never falls when a session is held after all others.
  var grows: Bool { get }

  /// Whether it depends on the rooms.
  var readsRooms: Bool { get }

  /// Whether it looks at each block alone, and costs nothing where a block has no session.
  var isByBlocks: Bool { get }

  /// When sessions must be tried to begin for the least excess to be among what is tried.
  var starts: StartDemand { get }

  /// The excess of a row of a day; the row is left as it is.
  func excess(of row: inout DayRow, on day: Int) -> Int
}

/// When sessions of a row must be tried to begin, for a pattern's sake.
enum StartDemand {
  /// At once: times do not matter to it.
  case none
  /// At once: pauses never gain anything.
  case atOnce
  /// At once, and so many minutes after the last one ended.
  case afterBreak(minutes: Int)
  /// At any time where blocks follow one another without a pause, else at once.
  case anyWhereBlocksAbut
  /// At any time where a day has several blocks, else at once.
  case anyInSeveralBlocks
  /// At any time.
  case any
}
