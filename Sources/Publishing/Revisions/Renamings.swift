public import Curricula

/// What has another identifier than before: for each former one those that took its place.
public struct Renamings: Hashable, Codable, Sendable {
  public var sessions: [String: [String]]
  public var groups: [String: [String]]
  public var rooms: [String: [String]]
  public var trainers: [String: [String]]

  /// Creates renamings, without anything none.
  public init(
    sessions: [String: [String]] = [:],
    groups: [String: [String]] = [:],
    rooms: [String: [String]] = [:],
    trainers: [String: [String]] = [:]
  ) {
    self.sessions = sessions
    self.groups = groups
    self.rooms = rooms
    self.trainers = trainers
  }

  /// What a curriculum says under `formerly`.
  public init(of curriculum: Curriculum) {
    func renamings(_ things: [(id: String, former: [String])]) -> [String: [String]] {
      var successors: [String: [String]] = [:]
      for thing in things {
        for former in thing.former { successors[former, default: []].append(thing.id) }
      }
      return successors
    }
    self.init(
      sessions: renamings(curriculum.sessions.map { ($0.id, $0.formerly) }),
      groups: renamings(curriculum.groups.map { ($0.id, $0.formerly) }),
      rooms: renamings(curriculum.rooms.map { ($0.id, $0.formerly) }),
      trainers: renamings(curriculum.trainers.map { ($0.id, $0.formerly) })
    )
  }

  /// Whether nothing has another identifier.
  public var isEmpty: Bool {
    sessions.isEmpty && groups.isEmpty && rooms.isEmpty && trainers.isEmpty
  }

  /// Those of them that no earlier revision recorded.
  func new(after revisions: [Revision]) -> Renamings {
    var new = self
    for recorded in revisions.map(\.particulars.renamings) {
      new.sessions = new.sessions.filter { recorded.sessions[$0.key] != $0.value }
      new.groups = new.groups.filter { recorded.groups[$0.key] != $0.value }
      new.rooms = new.rooms.filter { recorded.rooms[$0.key] != $0.value }
      new.trainers = new.trainers.filter { recorded.trainers[$0.key] != $0.value }
    }
    return new
  }
}

extension Revision {
  /// The revision in the names that things have since.
  ///
  /// A group that was divided is all its parts. A session that was divided is the first of them; of
  /// sessions that became one, the first by its identifier is it, and the others keep their names.
  func renamed(by renamings: Renamings) -> Revision {
    guard !renamings.isEmpty else { return self }
    func names(_ ids: [String], _ successors: [String: [String]]) -> [String] {
      ids.flatMap { successors[$0] ?? [$0] }.uniqued()
    }
    var taken = Set(entries.map(\.session))
    var renamed: [String: String] = [:]
    for (former, successors) in renamings.sessions.sorted(by: { $0.key < $1.key }) {
      guard let successor = successors.first, taken.insert(successor).inserted else { continue }
      renamed[former] = successor
    }
    func session(_ id: String) -> String { renamed[id] ?? id }
    var particulars = particulars
    for index in particulars.notHeld.indices {
      particulars.notHeld[index].session = session(particulars.notHeld[index].session)
    }
    for index in particulars.waivers.indices {
      particulars.waivers[index].sessions = particulars.waivers[index].sessions.map(session)
    }
    particulars.people = particulars.people?.renamed(by: renamings)
    return Revision(
      number: number,
      published: published,
      entries: entries.map { entry in
        var entry = entry
        if renamed[entry.session] != nil {
          entry.identity = entry.identity ?? entry.session
          entry.session = session(entry.session)
        }
        let isMadeOfParts = entry.rooms.map(Room.identifier(ofAll:)) == entry.room
        entry.rooms = entry.rooms?.map { renamings.rooms[$0]?.first ?? $0 }
        entry.room =
          isMadeOfParts
          ? entry.rooms.map(Room.identifier(ofAll:))
          : entry.room.map { renamings.rooms[$0]?.first ?? $0 }
        entry.trainers = names(entry.trainers, renamings.trainers)
        entry.localTimes = entry.localTimes.map { times in
          Dictionary(
            times.flatMap { clock, time in
              guard let group = Revision.Entry.group(ofClock: clock) else {
                return [(renamings.trainers[clock]?.first ?? clock, time)]
              }
              return names([group], renamings.groups).map {
                (Revision.Entry.clockName(ofGroup: $0), time)
              }
            }
          ) { first, _ in first }
        }
        entry.groups = names(entry.groups, renamings.groups)
        return entry
      },
      particulars: particulars
    )
  }
}

extension Revision.People {
  fileprivate func renamed(by renamings: Renamings) -> Revision.People {
    func renamed(
      _ people: [Revision.Person],
      _ successors: [String: [String]]
    ) -> [Revision.Person] {
      people.flatMap { person in
        (successors[person.id] ?? [person.id]).map { id in
          var person = person
          person.id = id
          return person
        }
      }
    }
    return Revision.People(
      groups: renamed(groups, renamings.groups),
      rooms: renamed(rooms, renamings.rooms),
      trainers: renamed(trainers, renamings.trainers)
    )
  }
}

extension [Revision] {
  /// All revisions in the names that things have in the last of them and then in a curriculum.
  public func inNames(of renamings: Renamings) -> [Revision] {
    var all: [Revision] = []
    for revision in self {
      all = all.map { $0.renamed(by: revision.particulars.renamings) } + [revision]
    }
    return all.map { $0.renamed(by: renamings) }
  }

  /// The sessions that have taken the place of one by what was recorded.
  public func successors(ofSession name: String) -> [String] {
    successors(\.sessions).first { $0.former == name }?.present ?? []
  }

  /// The group that has taken the place of one by what was recorded; the same where it was divided, or
  /// never had another name.
  public func presentGroup(_ name: String) -> String {
    let present = successors(\.groups).first { $0.former == name }?.present ?? []
    return present.count == 1 ? present[0] : name
  }

  /// For each former identifier of a sort those that things have now, however often they were renamed.
  func successors(
    _ sort: KeyPath<Renamings, [String: [String]]>
  ) -> [(former: String, present: [String])] {
    var known: [String: [String]] = [:]
    for renamings in map(\.particulars.renamings) {
      let new = renamings[keyPath: sort]
      for (former, present) in known {
        known[former] = present.flatMap { new[$0] ?? [$0] }.uniqued()
      }
      for (former, present) in new { known[former] = present }
    }
    return known.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// Under which identifiers calendars know sessions.
struct SessionNames {
  private var identities: [String: String] = [:]

  /// Reads the revisions of a programme, in present names.
  init(_ revisions: [Revision]) {
    for entry in revisions.flatMap(\.entries) {
      identities[entry.session] = entry.identity ?? entry.session
    }
  }

  /// The identity of a session; `nil` where it is its identifier.
  ///
  /// A new session may have an identifier that another one had once; then its identity is made of the
  /// number of the revision, too.
  func identity(of session: String, in revision: Int) -> String? {
    if let known = identities[session] { return known == session ? nil : known }
    return identities.values.contains(session) ? "\(session).r\(revision)" : nil
  }
}
