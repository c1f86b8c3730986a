/// A timetable that can be held, and the least cost that is proved.
public struct Solution: Sendable {
  /// The timetable; it has no hard violation.
  public let timetable: Timetable
  /// Its soft penalty.
  public let cost: Int
  /// A soft penalty that no timetable can be below; at most ``cost``.
  public let bound: Int

  /// Creates a solution.
  public init(timetable: Timetable, cost: Int, bound: Int) {
    self.timetable = timetable
    self.cost = cost
    self.bound = bound
  }

  /// Whether the timetable is proved to be of least cost.
  public var isOptimal: Bool { bound == cost }
}
