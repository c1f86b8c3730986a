internal import Curricula
internal import Diagnostics

/// One thing at a time, for each room, trainer and group.
///
/// Excess: the number of pairs of placements that share a minute.
struct Clash: Constraint {
  var origin: Origin
  let selection: Selection

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    return placements.indices.flatMap { first in
      placements[(first + 1)...]
        .prefix { timetable.day(of: $0) == timetable.day(of: placements[first]) }
        .filter { timetable.overlap(placements[first], $0) }
        .map { Violation(by: [placements[first], $0], excess: 1) }
    }
  }

  var form: Form { .clash(selection) }

  static func all(in frame: Frame) -> [any Constraint] {
    let curriculum = frame.curriculum
    func origin(_ who: String, _ place: Diagnostic.Location) -> Origin {
      Origin("clash", .hard, "\(who) has one session at a time", relaxation: nil, at: place)
    }
    let groups = curriculum.groups.enumerated().map { index, group in
      let sessions = frame.sessions.indices.filter { frame.sessions[$0].groups.contains(index) }
      return Clash(
        origin: origin("the group '\(group.id)'", group.location),
        selection: .sessions(sessions)
      )
    }
    let trainers = curriculum.trainers.enumerated().map { index, trainer in
      Clash(origin: origin(trainer.name, trainer.location), selection: .trainer(index))
    }
    let rooms = curriculum.rooms.enumerated().map { index, room in
      Clash(origin: origin("the room '\(room.id)'", room.location), selection: .room(index))
    }
    return groups + trainers + rooms
  }
}
