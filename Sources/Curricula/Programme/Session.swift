public import Diagnostics

/// The unit to be placed: something held once, for a number of minutes.
public struct Session: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The title.
  public var title: String
  /// The identifier of its module.
  public var module: String
  /// How it is held.
  public var kind: Kind
  /// How long it takes, in minutes, without breaks.
  public var minutes: Int
  /// The identifiers of its themes.
  public var themes: [String]
  /// What it touches beside its themes.
  public var tags: [String]
  /// The sessions that must have been held before.
  public var needs: [Need]
  /// Trainers who all take part.
  public var trainers: [String]
  /// Trainers of whom exactly one takes part, the preferred first.
  public var oneOf: [String]
  /// The groups that attend.
  public var groups: [String]
  /// What the room must have.
  public var features: Set<String>
  /// The rooms in which it can be held; empty when in any.
  public var rooms: [String]
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// How a session is held.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case lecture, panel, workshop, simulation, ceremony
    case caseStudy = "case-study"
  }

  /// A session that must have been held before another one.
  public struct Need: Hashable, Sendable {
    /// The identifier of the earlier session.
    public var session: String
    /// The least number of days from the one to the other; 0 allows the same day.
    public var leastDays = 0
    /// The most number of days from the one to the other.
    public var mostDays: Int?
    /// What a unit of excess costs; `nil` when it must hold.
    public var weight: Int?
    /// Why.
    public var reason: String?
    /// Where it was declared.
    public var location: Diagnostic.Location
  }
}
