/// When something happened, by the wall clock and by one that nobody can set.
public struct Moment: Hashable, Sendable {
  /// What a clock shows that only runs on: the time since the machine started, sleep included.
  public struct Reading: Hashable, Codable, Sendable {
    /// What tells one start of one machine from every other.
    public var boot: String
    /// The time since that start, in milliseconds.
    public var milliseconds: Int64

    /// Creates a reading.
    public init(boot: String, milliseconds: Int64) {
      self.boot = boot
      self.milliseconds = milliseconds
    }
  }

  /// What the wall clock showed.
  public var time: Timestamp
  /// What the running clock showed; `nil` where there is none.
  public var reading: Reading?

  /// Creates a moment.
  public init(_ time: Timestamp, reading: Reading? = nil) {
    self.time = time
    self.reading = reading
  }

  /// The milliseconds from an earlier moment to this one, at least 0.
  ///
  /// Between two moments of one start of one machine the running clock decides, so that setting the
  /// wall clock changes nothing. Otherwise, and when the running clock began again, only the wall
  /// clock can tell.
  public func milliseconds(since earlier: Moment) -> Int64 {
    guard let reading, let before = earlier.reading, reading.boot == before.boot else {
      return time.milliseconds(since: earlier.time)
    }
    let (difference, overflows) =
      reading.milliseconds.subtractingReportingOverflow(before.milliseconds)
    guard !overflows, difference >= 0 else { return time.milliseconds(since: earlier.time) }
    return difference
  }
}
