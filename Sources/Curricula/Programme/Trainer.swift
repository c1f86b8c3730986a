public import Diagnostics

/// A person, or an institution that sends one, who holds sessions.
public struct Trainer: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The name.
  public var name: String
  /// The zone in which the trainer lives and works.
  public var zone: Zone
  /// The hours in the trainer's own zone within which sessions can be held, in minutes since
  /// midnight.
  public var hours: Hours?
  /// The days on which the trainer cannot come, or should not have to.
  public var away: [Absence]
  /// When not empty, the only days on which the trainer can come.
  public var only: [Absence]
  /// The identifiers of those who can stand in, the preferred first.
  public var alternates: [String]
  /// Whether the trainer joins by video link and so needs a room with one.
  public var isRemote: Bool
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// A part of the day on the trainer's own wall clock.
  public struct Hours: Hashable, Sendable {
    /// Minutes since midnight.
    public var start: Int
    /// Minutes since midnight, after the start.
    public var end: Int
    /// Where it was declared.
    public var location: Diagnostic.Location
  }
}
