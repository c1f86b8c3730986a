public import Diagnostics

/// Participants who attend the same sessions.
///
/// Whole days are days of the programme; hours and parts of days are told by the group's own clock.
public struct Group: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The name.
  public var name: String
  /// The address to which messages for all of them are sent; `nil` where it is not known.
  public var email: String?
  /// The number of people.
  public var size: Int
  /// The zone in which they are; `nil` where it is that of the programme.
  public var zone: Zone?
  /// The hours in their own zone within which sessions can be held.
  public var hours: Hours?
  /// The days on which they cannot come, or should not have to.
  public var away: [Absence] = []
  /// When not empty, the only days on which they can come.
  public var only: [Absence] = []
  /// The identifiers that it had in what was published before.
  public var formerly: [String] = []
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates a group.
  public init(
    id: String,
    name: String,
    email: String? = nil,
    size: Int = 0,
    location: Diagnostic.Location
  ) {
    self.id = id
    self.name = name
    self.email = email
    self.size = size
    self.location = location
  }
}

/// A name for several groups together: a class that is the union of its squads.
///
/// A session for it is one for each of its groups.
public struct CombinedGroup: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The name.
  public var name: String
  /// The identifiers of its groups, none of which is combined itself, in the order of the curriculum.
  public var groups: [String]
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates a combined group.
  public init(id: String, name: String, groups: [String], location: Diagnostic.Location) {
    self.id = id
    self.name = name
    self.groups = groups
    self.location = location
  }
}
