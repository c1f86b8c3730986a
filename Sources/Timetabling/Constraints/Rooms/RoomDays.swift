internal import Curricula

/// When a room is closed, and the only days on which it is open.
///
/// Excess: 1 for each placement in the room on a day, or in a part of a day, when it is not free; see
/// ``Availability``.
enum RoomDays {
  static func all(in frame: Frame) -> [Constraint] {
    frame.curriculum.rooms.enumerated().flatMap { index, room in
      Availability.all(
        of: .room(index, in: frame),
        away: room.closed,
        only: room.only,
        awayName: "closed",
        Availability.Wording(
          prefix: "room",
          away: "the room '\(room.id)' is closed",
          avoid: "the room '\(room.id)' should rather not be used",
          letAway: "open the room '\(room.id)'",
          only: "the room '\(room.id)' is open only",
          letOnly: "open the room '\(room.id)' on other days too",
          tentative: "it is not sure that the room '\(room.id)' is free",
          onDay: .open("the room '\(room.id)'"),
          topic: .other,
          standing: .rooms
        ),
        zone: frame.curriculum.zone,
        in: frame
      )
    }
  }
}
