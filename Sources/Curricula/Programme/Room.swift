public import Diagnostics

/// A place where one session at a time is held, or several rooms that are used at once.
public struct Room: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The name.
  public var name: String
  /// The address of whoever books it; `nil` where it is not known.
  public var email: String?
  /// The identifiers of the rooms that are used at once when it is, two or more; empty for one room.
  public var parts: [String] = []
  /// Whether its seats are those of the rooms of which it is made.
  public var addsSeats = false
  /// Whether it is in the file, and not made because a session takes several rooms of its choice.
  public var isDeclared = true
  /// The place in which it is, where a programme has several; `nil` for one that can be used everywhere.
  public var place: String?
  /// Whether any number of sessions can be held in it at once, as online.
  public var isShared = false
  /// The number of seats; `nil` when it does not matter.
  public var seats: Int?
  /// What it has, such as `video-link`.
  public var features: Set<String>
  /// The hours in which it can be used, on the clock of the programme.
  public var hours: Hours?
  /// When it cannot be used, on the clock of the programme.
  public var closed: [Absence]
  /// When not empty, the only days or parts of days on which it can be used.
  public var only: [Absence]
  /// Where participants find it online.
  public var link: String?
  /// The identifiers that it had in what was published before.
  public var formerly: [String] = []
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates a room.
  public init(
    id: String,
    name: String,
    email: String? = nil,
    seats: Int? = nil,
    features: Set<String> = [],
    hours: Hours? = nil,
    closed: [Absence] = [],
    only: [Absence] = [],
    link: String? = nil,
    location: Diagnostic.Location
  ) {
    self.id = id
    self.name = name
    self.email = email
    self.seats = seats
    self.features = features
    self.hours = hours
    self.closed = closed
    self.only = only
    self.link = link
    self.location = location
  }

  /// Whether somebody in it is in a room: it is that room, or made of it and others.
  public func takes(_ room: String) -> Bool { id == room || parts.contains(room) }

  /// The identifier of what is made of several rooms and not declared, in whatever order they are named.
  public static func identifier(ofAll parts: [String]) -> String {
    parts.sorted().joined(separator: "+")
  }
}
