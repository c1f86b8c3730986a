/// When an attempt ends by itself.
public struct Deadline: Hashable, Codable, Sendable {
  /// The time from the start of the attempt, in milliseconds; this is what decides.
  public var milliseconds: Int64
  /// What the wall clock should show then, for people.
  public var time: Timestamp

  /// Creates a deadline.
  ///
  /// - Parameters:
  ///   - milliseconds: The time from the start; below zero counts as zero.
  ///   - start: When the attempt starts.
  public init(after milliseconds: Int64, from start: Timestamp) {
    self.milliseconds = max(0, milliseconds)
    let (sum, overflows) = start.milliseconds.addingReportingOverflow(self.milliseconds)
    time = Timestamp(milliseconds: overflows ? .max : sum)
  }

  private enum Key: String, CodingKey {
    case milliseconds
    case time
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(milliseconds, forKey: .milliseconds)
    try container.encode(time.milliseconds, forKey: .time)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    milliseconds = try container.decode(Int64.self, forKey: .milliseconds)
    time = Timestamp(milliseconds: try container.decode(Int64.self, forKey: .time))
  }
}
