internal import Curricula

/// When a room is closed, and the only days on which it is open.
enum RoomDays {
  static func all(in problem: Problem) -> [Constraint] {
    problem.curriculum.rooms.enumerated().flatMap { index, room in
      let name = "the room '\(room.id)'"
      let wording = Availabilities.Wording(
        away: "\(name) is closed",
        avoid: "\(name) should preferably not be used",
        letAway: "open \(name)",
        only: "\(name) is open only",
        letOnly: "open \(name) on other days too",
        tentative: "it is not certain that \(name) is free"
      )
      return Availabilities(
        subject: .room(index, in: problem),
        prefix: "room",
        away: ("closed", room.closed),
        only: room.only,
        wording: wording,
        onDay: .open(name),
        topic: .other,
        standing: .rooms,
        zone: problem.curriculum.zone
      ).constraints(in: problem)
    }
  }
}
