public import Curricula
public import Foundation

extension Revision {
  /// What a revision records beside its placements.
  public struct Particulars: Hashable, Codable, Sendable {
    /// Whom the curriculum named; `nil` in revisions from before that was recorded.
    public var people: People?
    /// What got another name with this revision.
    public var renamings = Renamings()
    /// What was found not to have been held.
    public var notHeld: [NotHeld] = []
    /// What may break a rule.
    public var waivers: [Waiver] = []
    /// The release of the rules of time zones by which it was laid out; `nil` where that was not recorded.
    public var zoneRules: String?
    /// The text of the curriculum's file; `nil` where that was not recorded.
    public var text: String?

    /// Creates particulars.
    public init(
      people: People? = nil,
      renamings: Renamings = Renamings(),
      notHeld: [NotHeld] = [],
      waivers: [Waiver] = [],
      zoneRules: String? = nil,
      text: String? = nil
    ) {
      self.people = people
      self.renamings = renamings
      self.notHeld = notHeld
      self.waivers = waivers
      self.zoneRules = zoneRules
      self.text = text
    }

    /// What is recorded of a curriculum in which nothing has another name.
    public init(of curriculum: Curriculum) {
      self.init(people: People(of: curriculum), zoneRules: Zone.rulesVersion)
    }

    /// Whether both say the same; what was not recorded differs from nothing, and a text may say the same in
    /// other words.
    func says(theSameAs other: Particulars) -> Bool {
      let arePeopleTheSame = people == nil || other.people == nil || people == other.people
      return arePeopleTheSame && other.renamings.isEmpty && other.notHeld.isEmpty
        && waivers == other.waivers
    }
  }

  /// The groups, rooms and trainers of a curriculum as they were published.
  public struct People: Hashable, Codable, Sendable {
    public var groups: [Person]
    public var rooms: [Person]
    public var trainers: [Person]

    /// Creates them.
    public init(groups: [Person] = [], rooms: [Person] = [], trainers: [Person] = []) {
      self.groups = groups
      self.rooms = rooms
      self.trainers = trainers
    }

    /// Those of a curriculum.
    public init(of curriculum: Curriculum) {
      groups = curriculum.groups.map {
        Person(id: $0.id, name: $0.name, email: $0.email, zone: $0.zone?.name)
      }
      rooms = curriculum.rooms.filter(\.parts.isEmpty).map {
        Person(id: $0.id, name: $0.name, email: $0.email)
      }
      trainers = curriculum.trainers.map {
        Person(id: $0.id, name: $0.name, email: $0.email, zone: $0.zone.name)
      }
    }
  }

  /// A group, a room or a trainer as it was published.
  public struct Person: Hashable, Codable, Sendable {
    /// The identifier.
    public var id: String
    /// The name.
    public let name: String
    /// The address.
    public let email: String?
    /// The name of a trainer's zone, and of that of a group which is in another one than the programme.
    public let zone: String?

    /// Creates one.
    public init(id: String, name: String, email: String? = nil, zone: String? = nil) {
      self.id = id
      self.name = name
      self.email = email
      self.zone = zone
    }
  }

  /// A session that was published and did not take place.
  public struct NotHeld: Hashable, Codable, Sendable {
    /// The session's identifier.
    public var session: String
    /// When it was to begin.
    public let begins: Date
    /// Why it did not take place.
    public let reason: String

    /// Creates one.
    public init(session: String, begins: Date, reason: String) {
      self.session = session
      self.begins = begins
      self.reason = reason
    }
  }

  /// Leave for some sessions to break a constraint, as long as they are placed as they were published.
  public struct Waiver: Hashable, Codable, Sendable {
    /// The name of the constraint.
    public let constraint: String
    /// What it says.
    public let sentence: String
    /// The identifiers of the sessions.
    public var sessions: [String]
    /// Why it may be broken.
    public let reason: String

    /// Creates one.
    public init(constraint: String, sentence: String, sessions: [String], reason: String) {
      self.constraint = constraint
      self.sentence = sentence
      self.sessions = sessions
      self.reason = reason
    }
  }
}
