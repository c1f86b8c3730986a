/// An instant, in milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// Creates an instant.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The milliseconds from an earlier instant to this one; 0 when the clock was set back between.
  public func milliseconds(since earlier: Timestamp) -> Int64 {
    let (difference, overflows) = milliseconds.subtractingReportingOverflow(earlier.milliseconds)
    return overflows ? 0 : max(0, difference)
  }
}

extension Timestamp: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }
}
