public import Diagnostics

/// A person, or an institution that sends one, who holds sessions.
///
/// Whole days are days of the programme; hours and parts of days are told by the trainer's own clock.
public struct Trainer: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The name.
  public var name: String
  /// The address to which messages are sent; `nil` where it is not known.
  public var email: String?
  /// The zone in which the trainer lives and works.
  public var zone: Zone
  /// The hours in the trainer's own zone within which sessions can be held.
  public var hours: Hours?
  /// The days on which the trainer cannot come, or should not have to.
  public var away: [Absence]
  /// The days on which it is not sure that the trainer can come; each has a weight.
  public var tentative: [Absence]
  /// When not empty, the only days on which the trainer can come; one with a weight is not sure.
  public var only: [Absence]
  /// The identifiers of those who can stand in, the preferred first.
  public var alternates: [String]
  /// Whether the trainer joins by video link and so needs a room with one.
  public var isRemote: Bool
  /// The identifiers that it had in what was published before.
  public var formerly: [String] = []
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates a trainer.
  public init(
    id: String,
    name: String,
    email: String? = nil,
    zone: Zone,
    hours: Hours? = nil,
    away: [Absence] = [],
    tentative: [Absence] = [],
    only: [Absence] = [],
    alternates: [String] = [],
    isRemote: Bool = false,
    location: Diagnostic.Location
  ) {
    self.id = id
    self.name = name
    self.email = email
    self.zone = zone
    self.hours = hours
    self.away = away
    self.tentative = tentative
    self.only = only
    self.alternates = alternates
    self.isRemote = isRemote
    self.location = location
  }
}
