/// Whom a revision named with a session and the next one no longer names.
public struct Departures: Hashable, Sendable {
  /// All whom the earlier revision named.
  public let named: Revision.People
  /// Those of them who left.
  public let left: Revision.People

  /// Nobody.
  public static let none = Departures(named: Revision.People(), left: Revision.People())

  private init(named: Revision.People, left: Revision.People) {
    self.named = named
    self.left = left
  }

  /// Compares whom two revisions name.
  public init(from old: Revision, to new: Revision) {
    let entries = old.entries
    let all = [old].departed(from: Revision.People())
    let present = new.particulars.people ?? all
    let gone = [old].departed(from: present)
    let groups = Set(entries.flatMap(\.groups))
    let rooms = Set(entries.flatMap { $0.singleRooms.map(\.id) })
    let trainers = Set(entries.flatMap(\.trainers))
    named = all
    left = Revision.People(
      groups: gone.groups.filter { groups.contains($0.id) },
      rooms: gone.rooms.filter { rooms.contains($0.id) },
      trainers: gone.trainers.filter { trainers.contains($0.id) }
    )
  }

  /// Whether somebody or something left.
  func has(_ kind: Recipient.Kind, _ id: String) -> Bool {
    left[keyPath: kind.people].contains { $0.id == id }
  }
}

extension Recipient.Kind {
  /// Where a revision names recipients of the kind.
  var people: KeyPath<Revision.People, [Revision.Person]> {
    switch self {
    case .group: \.groups
    case .room: \.rooms
    case .trainer: \.trainers
    }
  }
}
