public import Curricula
public import Timetabling

/// What was published of a programme until now, in the present names, and what of it was held.
///
/// What was held is a fact. A problem made by ``problem(of:)`` keeps its minutes, groups, room and trainers
/// as they were published and never asks whether it could have been held.
public struct Chronicle: Sendable {
  /// The revisions in order, in the names of the present curriculum.
  public let revisions: [Revision]
  /// The first day that can still be changed.
  public let today: CivilDate
  /// The minutes of that day that have passed, in the zone of the programme.
  public let minutes: Int
  /// What is now found not to have been held.
  public let notHeld: [Revision.NotHeld]
  /// What gets another name with the next revision.
  public let renamings: Renamings
  /// The text of the curriculum's file, which the next revision records; `nil` where it has none.
  public let text: String?
  private let zone: Zone
  private let declared: Set<String>

  /// Reads what was published.
  ///
  /// - Parameters:
  ///   - revisions: The revisions in order, as they were recorded.
  ///   - curriculum: The present curriculum.
  ///   - today: The first day that can still be changed.
  ///   - minutes: The minutes of that day that have passed.
  ///   - notHeld: What is now found not to have been held.
  ///   - text: The text of the curriculum's file.
  public init(
    _ revisions: [Revision],
    of curriculum: Curriculum,
    today: CivilDate,
    at minutes: Int = 0,
    notHeld: [Revision.NotHeld] = [],
    text: String? = nil
  ) {
    self.text = text
    let renamings = Renamings(of: curriculum)
    self.revisions = revisions.inNames(of: renamings)
    self.renamings = renamings.new(after: revisions)
    self.today = today
    self.minutes = minutes
    self.notHeld = notHeld
    zone = curriculum.zone
    declared = Set(curriculum.sessions.map(\.id))
  }

  /// Whether a session is in the present curriculum as it is written.
  func isDeclared(_ session: String) -> Bool { declared.contains(session) }

  /// What was published last.
  public var last: Revision? { revisions.last }

  /// What of the last revision was held, in the order of time.
  public var held: [Revision.Entry] { last?.entries.filter(isHeld) ?? [] }

  /// Whether something of the last revision was held: it has begun, and nobody says otherwise.
  public func isHeld(_ entry: Revision.Entry) -> Bool {
    let (date, start) = entry.wallClock(in: zone)
    let hasBegun = Opening(today, minutes: minutes).isAfter(date, at: start)
    return hasBegun && !notHeld.contains { $0.session == entry.session }
  }

  /// The placements that were published last, without those that were not held after all.
  public var placements: [PublishedPlacement] {
    let all = last?.placements(in: zone) ?? []
    return all.filter { placement in !notHeld.contains { $0.session == placement.session } }
  }

  /// What a revision of a curriculum records in addition to its placements.
  ///
  /// - Parameters:
  ///   - curriculum: The curriculum as it is written.
  ///   - waivers: What may break a rule from now on.
  /// - Returns: The particulars.
  public func particulars(
    of curriculum: Curriculum,
    waivers: [Revision.Waiver] = []
  ) -> Revision.Particulars {
    Revision.Particulars(
      people: Revision.People(of: curriculum),
      renamings: renamings,
      notHeld: notHeld,
      waivers: waivers,
      zoneRules: Zone.rulesVersion,
      text: text
    )
  }

  /// The newest rules of time zones by which something was published; `nil` where that is not known.
  public var newestZoneRules: ZoneRelease? {
    revisions.compactMap(\.particulars.zoneRules).compactMap { ZoneRelease($0) }.max()
  }

  /// Whom earlier revisions named and the present curriculum does not.
  public func departed(from curriculum: Curriculum) -> Revision.People {
    revisions.departed(from: Revision.People(of: curriculum))
  }
}

extension [Revision] {
  /// Whom the revisions named and who is no longer among some people, as they were published last.
  func departed(from people: Revision.People) -> Revision.People {
    func gone(
      _ sort: KeyPath<Revision.People, [Revision.Person]>,
      _ named: (Revision.Entry) -> [Revision.Person]
    ) -> [Revision.Person] {
      let present = Set(people[keyPath: sort].map(\.id))
      var known: [String: Revision.Person] = [:]
      for revision in self {
        let published = revision.particulars.people?[keyPath: sort]
        for person in published ?? revision.entries.flatMap(named) {
          known[person.id] = person
        }
      }
      return known.values.filter { !present.contains($0.id) }.sorted { $0.id < $1.id }
    }
    return Revision.People(
      groups: gone(\.groups) { $0.groups.map { Revision.Person(id: $0, name: $0) } },
      rooms: gone(\.rooms) { entry in
        entry.singleRooms.map { Revision.Person(id: $0.id, name: $0.name) }
      },
      trainers: gone(\.trainers) { $0.trainers.map { Revision.Person(id: $0, name: $0) } }
    )
  }
}
