/// How much of a programme somebody attended.
public struct Attendance: Hashable, Sendable, Codable {
  /// What was attended, from 0 to ``of``: sessions, hours or percent.
  public var present: Int
  /// The whole, above 0.
  public var of: Int

  /// Creates an attendance; `nil` for what cannot be.
  public init?(present: Int, of whole: Int) {
    guard whole > 0, (0...whole).contains(present) else { return nil }
    self.present = present
    of = whole
  }
}
