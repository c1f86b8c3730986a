public import Curricula

/// Somebody whom a timetable concerns, and who is told what changed.
public struct Recipient: Hashable, Sendable {
  /// What a recipient is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case group, room, trainer
  }

  /// What the recipient is.
  public let kind: Kind
  /// The identifier in the curriculum.
  public let id: String
  /// The name.
  public let name: String
  /// The address; `nil` where the curriculum has none.
  public let email: String?
  /// The zone in which times are told.
  public let zone: Zone

  /// The path of its messages below their folder, without an ending.
  public var path: String { "\(kind.rawValue)s/\(id)" }

  /// How the recipient's own time is named among the local times of a session; `nil` for a room, which
  /// has none.
  var clock: String? {
    switch kind {
    case .group: Revision.Entry.clockName(ofGroup: id)
    case .room: nil
    case .trainer: id
    }
  }

  /// Whether what was published of a session concerns the recipient.
  func isConcerned(by entry: Revision.Entry) -> Bool {
    switch kind {
    case .group: entry.groups.contains(id)
    case .room: entry.takes(id)
    case .trainer: entry.trainers.contains(id)
    }
  }

  /// Everybody whom a curriculum concerns, in its order, and then those who are named in a difference, or
  /// left, and are no longer in the curriculum: with the name and the address that were published.
  static func all(
    of curriculum: Curriculum,
    and difference: RevisionDifference,
    leaving departures: Departures
  ) -> [Recipient] {
    let zone = curriculum.zone
    let known =
      curriculum.groups.map { Recipient(.group, $0.id, $0.name, $0.email, $0.zone ?? zone) }
      + curriculum.rooms.filter(\.parts.isEmpty).map {
        Recipient(.room, $0.id, $0.name, $0.email, zone)
      }
      + curriculum.trainers.map { Recipient(.trainer, $0.id, $0.name, $0.email, $0.zone) }
    let entries = difference.changes.flatMap { [$0.before, $0.after].compactMap(\.self) }
    let named = entries.flatMap { entry in
      entry.groups.map { Recipient(.group, $0, $0, nil, zone) }
        + entry.singleRooms.map { Recipient(.room, $0.id, $0.name, nil, zone) }
        + entry.trainers.map { Recipient(.trainer, $0, $0, nil, zone) }
    }
    let left = Kind.allCases.flatMap { kind in
      departures.left[keyPath: kind.people].map { Recipient(kind, $0.id, $0.name, $0.email, zone) }
    }
    let gone = (left + named).filter { one in
      !known.contains { ($0.kind, $0.id) == (one.kind, one.id) }
    }
    .map { one in
      let person = departures.named[keyPath: one.kind.people].first { $0.id == one.id }
      guard let person else { return one }
      let own = person.zone.flatMap(Zone.init) ?? zone
      return Recipient(one.kind, one.id, person.name, person.email, own)
    }
    return known + gone.uniqued().sorted { $0.path < $1.path }
  }

  private init(_ kind: Kind, _ id: String, _ name: String, _ email: String?, _ zone: Zone) {
    self.kind = kind
    self.id = id
    self.name = name
    self.email = email
    self.zone = zone
  }
}
