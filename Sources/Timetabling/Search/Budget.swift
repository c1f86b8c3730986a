/// How long a search goes on.
public enum Budget: Sendable {
  /// A number of trial changes for each chain; the same number finds the same timetable.
  case moves(Int)
  /// Until the share that a function tells reaches 1, as the time gone by of the time given.
  ///
  /// It is asked every few thousand moves, and rises from 0 on.
  case share(@Sendable () -> Double)
}

/// What a search has found so far.
public struct SearchProgress: Sendable {
  /// Which of the searches beside one another it is, from 0.
  public let chain: Int
  /// The trial changes judged so far.
  public let moves: Int
  /// The least cost so far.
  public let cost: Cost
}
