internal import Curricula

/// Sessions lie within the hours in which their room is open.
///
/// Excess: for each placement in the room the minutes outside the hours; see ``OpenHours``.
enum RoomHours {
  static func all(in frame: Frame) -> [Constraint] {
    frame.curriculum.rooms.enumerated().compactMap { index, room in
      guard let hours = room.hours else { return nil }
      return Constraint(
        Origin(
          "room-hours",
          hours.weight.level,
          .rooms,
          Statement(.room(index, in: frame), "is open \(hours)"),
          .instruction("open the room '\(room.id)' outside these hours"),
          reason: hours.reason,
          at: hours.location
        ),
        .within(
          hours,
          on: Clock(of: frame.curriculum.zone, in: frame),
          of: .room(index, in: frame)
        )
      )
    }
  }
}
