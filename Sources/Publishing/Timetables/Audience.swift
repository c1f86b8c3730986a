public import Curricula

/// For whom a timetable is shown: everybody, or one of those it concerns.
public enum Audience: Hashable, Sendable {
  /// The whole programme.
  case everybody
  /// What a trainer holds.
  case trainer(Trainer)
  /// What a room houses.
  case room(Room)
  /// What a group attends.
  case group(Group)

  /// Whether an appointment concerns the audience.
  public func attends(_ appointment: Appointment) -> Bool {
    switch self {
    case .everybody: true
    case .trainer(let trainer): appointment.trainers.contains { $0.id == trainer.id }
    case .room(let room): appointment.room?.takes(room.id) == true
    case .group(let group): appointment.groups.contains { $0.id == group.id }
    }
  }

  /// Whether what was published of a session concerned the audience.
  func attends(_ entry: Revision.Entry) -> Bool {
    switch self {
    case .everybody: true
    case .trainer(let trainer): entry.trainers.contains(trainer.id)
    case .room(let room): entry.takes(room.id)
    case .group(let group): entry.groups.contains(group.id)
    }
  }

  /// The name shown; `nil` for everybody.
  public var name: String? {
    switch self {
    case .everybody: nil
    case .trainer(let trainer): trainer.name
    case .room(let room): room.name
    case .group(let group): group.name
    }
  }

  /// The path of its files below the published folder, without an ending.
  public var path: String {
    switch self {
    case .everybody: "programme"
    case .trainer(let trainer): "trainers/\(trainer.id)"
    case .room(let room): "rooms/\(room.id)"
    case .group(let group): "groups/\(group.id)"
    }
  }

  /// Everybody whom a curriculum concerns, in its order.
  public static func all(of curriculum: Curriculum) -> [Audience] {
    curriculum.groups.map(Audience.group)
      + curriculum.rooms.filter(\.parts.isEmpty).map(Audience.room)
      + curriculum.trainers.map(Audience.trainer)
  }
}
