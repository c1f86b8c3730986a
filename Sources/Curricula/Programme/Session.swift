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
  /// Trainers in the order in which they speak; those who are not among them come after.
  public var speakingOrder: [String] = []
  /// The groups that attend.
  public var groups: [String]
  /// What the room must have.
  public var features: Set<String>
  /// The rooms in which it can be held; empty when in any.
  public var rooms: [String]
  /// In how many of these rooms it is held at once; `nil` for one.
  var roomsAtOnce: RoomsAtOnce?
  /// The identifiers that it had in what was published before.
  public var formerly: [String] = []
  /// What people who attend or lead it read about it.
  public var guidance = Guidance()
  /// What it is in its series; `nil` for a session by itself.
  public var membership: Membership?
  /// Where it was declared, which for a member of a series is where the series was.
  public var location: Diagnostic.Location

  /// How many rooms are used at once.
  struct RoomsAtOnce: Hashable, Sendable {
    /// The number; `nil` for all rooms that can be used.
    var number: Int?
    /// Whether these are all rooms that there are, because the session names none.
    var isEverywhere = false
    /// Where it was declared.
    var location: Diagnostic.Location
  }

  /// Whether it takes all rooms that there are, also one that is added.
  public var takesEveryRoom: Bool { roomsAtOnce?.isEverywhere == true }

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

    /// Creates a need.
    public init(
      session: String,
      location: Diagnostic.Location
    ) {
      self.session = session
      self.location = location
    }
  }

  /// Creates a session; without groups all attend, without rooms it can be held in any.
  public init(
    id: String,
    title: String,
    module: String,
    kind: Kind = .lecture,
    minutes: Int,
    themes: [String] = [],
    tags: [String] = [],
    needs: [Need] = [],
    trainers: [String] = [],
    oneOf: [String] = [],
    groups: [String] = [],
    features: Set<String> = [],
    rooms: [String] = [],
    location: Diagnostic.Location
  ) {
    self.id = id
    self.title = title
    self.module = module
    self.kind = kind
    self.minutes = minutes
    self.themes = themes
    self.tags = tags
    self.needs = needs
    self.trainers = trainers
    self.oneOf = oneOf
    self.groups = groups
    self.features = features
    self.rooms = rooms
    self.location = location
  }
}
