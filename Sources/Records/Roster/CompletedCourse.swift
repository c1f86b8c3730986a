/// That a participant has done a course, as the coordinator says.
public struct CompletedCourse: Hashable, Sendable, Codable {
  /// The course.
  public var course: String
  /// The day on which it was done, as 2026-11-02.
  public var on: String
  /// Why the coordinator says so, such as a certificate that was shown.
  public var reason: String
  /// Who recorded it.
  public var by: String
  /// Whether an earlier record was a mistake, so that the course is not done by it.
  public var isWithdrawn: Bool

  private enum CodingKeys: String, CodingKey {
    case course, on, reason, by
    case isWithdrawn = "withdrawn"
  }

  /// Creates a completion.
  public init(
    _ course: String,
    on day: String,
    because reason: String,
    by name: String,
    isWithdrawn: Bool = false
  ) {
    self.course = course
    on = day
    self.reason = reason
    by = name
    self.isWithdrawn = isWithdrawn
  }
}
