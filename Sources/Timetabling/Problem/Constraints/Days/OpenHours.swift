internal import Curricula

/// Sessions lie within the hours of a trainer or of a group, on their own clock, or of their room.
enum OpenHours {
  static func trainers(in problem: Problem) -> [Constraint] {
    problem.curriculum.trainers.enumerated().compactMap { index, trainer in
      guard let hours = trainer.hours else { return nil }
      let words = "\(trainer.name) works \(hours) in \(trainer.zone.name)"
      let origin = Origin(
        "trainer-hours",
        hours.weight.level,
        .trainers,
        Statement(words, topic: .presence(index)),
        .instruction("let \(trainer.name) also work outside these hours", as: .hours),
        reason: hours.reason,
        at: hours.location
      )
      let clock = Clock(of: trainer.zone, in: problem)
      return Constraint(origin, .within(hours, on: clock, of: .trainer(index, in: problem)))
    }
  }

  static func groups(in problem: Problem) -> [Constraint] {
    problem.curriculum.groups.enumerated().compactMap { index, group in
      guard let hours = group.hours else { return nil }
      let zone = group.zone ?? problem.curriculum.zone
      let origin = Origin(
        "group-hours",
        hours.weight.level,
        .choices,
        Statement("the group '\(group.id)' can come \(hours) in \(zone.name)"),
        .instruction(
          "let the group '\(group.id)' also come outside these hours",
          as: .hours
        ),
        reason: hours.reason,
        at: hours.location
      )
      let clock = Clock(of: zone, in: problem)
      return Constraint(origin, .within(hours, on: clock, of: .group(index, in: problem)))
    }
  }

  static func rooms(in problem: Problem) -> [Constraint] {
    let clock = Clock(of: problem.curriculum.zone, in: problem)
    return problem.curriculum.rooms.enumerated().compactMap { index, room in
      guard let hours = room.hours else { return nil }
      let subject = Subject.room(index, in: problem)
      let origin = Origin(
        "room-hours",
        hours.weight.level,
        .rooms,
        Statement(subject, "is open \(hours)"),
        .instruction("open the room '\(room.id)' outside these hours", as: .hours),
        reason: hours.reason,
        at: hours.location
      )
      return Constraint(origin, .within(hours, on: clock, of: subject))
    }
  }
}

extension Shape where Self == Single {
  /// Placements lie within some hours of the day, on the clock of whom they concern.
  static func within(_ hours: Hours, on clock: Clock, of subject: Subject) -> Single {
    Single(of: subject, reads: [.block, .start], isAlike: true) { placement in
      clock.minutes(of: placement).count - clock.minutes(of: placement, within: hours)
    }
  }
}
