public import Diagnostics

/// A place where one session at a time is held.
public struct Room: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The name.
  public var name: String
  /// The number of seats; `nil` when it does not matter.
  public var seats: Int?
  /// What it has, such as `video-link`.
  public var features: Set<String>
  /// When it cannot be used.
  public var closed: [Absence]
  /// Where participants find it online.
  public var link: String?
  /// Where it was declared.
  public var location: Diagnostic.Location
}

/// Days on which somebody cannot come, or should not have to, or something cannot be used.
public struct Absence: Hashable, Sendable {
  /// The days.
  public var days: DateSpan
  /// Why.
  public var reason: String?
  /// What it costs to use one of the days all the same; `nil` when it cannot be done.
  public var weight: Int?
  /// Where it was declared.
  public var location: Diagnostic.Location
}
