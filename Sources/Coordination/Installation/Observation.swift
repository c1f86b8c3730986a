/// Something that was looked at in an installation: what is so, and what can be done about it.
public struct Observation: Hashable, Sendable, Encodable {
  /// How much it matters.
  public enum Level: String, CaseIterable, Hashable, Sendable, Encodable {
    /// As it should be.
    case ok
    /// Worth knowing.
    case note
    /// Something may go wrong, or more people can see something than need to.
    case warning
    /// Something is wrong and should be put right before a quiz is sat.
    case problem
  }

  /// What was looked at, such as `markbook`.
  public let topic: String
  /// How much it matters.
  public let level: Level
  /// What is so, in a sentence without its full stop.
  public let message: String
  /// What to do; `nil` where nothing needs to be done.
  public let remedy: String?

  /// Creates an observation.
  public init(_ level: Level, _ topic: String, _ message: String, remedy: String? = nil) {
    self.topic = topic
    self.level = level
    self.message = message
    self.remedy = remedy
  }
}
