public import Diagnostics

/// Sessions of which only some are held in an edition, such as three of five.
public struct SessionChoice: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The identifiers of its sessions, in the order written.
  public var sessions: [String]
  /// How many of them are held: at least one, and not all.
  public var hold: Int
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates a choice.
  public init(id: String, sessions: [String], hold: Int, location: Diagnostic.Location) {
    self.id = id
    self.sessions = sessions
    self.hold = hold
    self.location = location
  }
}

/// Which sessions of its choices a curriculum holds in this edition.
public struct Decision: Hashable, Sendable {
  /// The sessions that are not held, in the order of the curriculum.
  public var notHeld: [Session]
  /// What sessions that are held need and do not get, because it is not held.
  public var unmet: [Unmet]
  /// In how many ways it could have been decided.
  public var ways: Int

  /// A session that is held and needs one that is not.
  public struct Unmet: Hashable, Sendable {
    /// The identifier of the session that is held.
    public var session: String
    /// The identifier of the session that it needs.
    public var need: String
  }
}
