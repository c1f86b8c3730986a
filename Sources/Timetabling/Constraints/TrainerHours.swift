internal import Curricula

/// Sessions lie within the trainer's working hours on the trainer's own clock.
///
/// Excess: for each placement with the trainer, the minutes outside the hours.
struct TrainerHours: Constraint {
  let origin: Origin
  let trainer: Int
  let hours: Trainer.Hours
  let sessions: [Int]
  /// For each block the minutes by which the trainer's clock is ahead of the programme's.
  let lead: [Int]
  let minutes: [Int]

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: .trainer(trainer))
      .map { Violation(by: [$0], excess: minutesOutside($0)) }
      .filter { $0.excess > 0 }
  }

  var form: Form {
    .placement(
      PlacementForm(sessions: sessions, reads: [.block, .start, .trainers]) { placement in
        placement.trainers.contains(trainer) ? minutesOutside(placement) : 0
      }
    )
  }

  /// Hours that a session touches on the day before or after count on that day's clock.
  private func minutesOutside(_ placement: Placement) -> Int {
    let start = placement.start + lead[placement.block]
    let length = minutes[placement.session]
    return (start..<start + length).count { minute in
      let time = (minute % 1440 + 1440) % 1440
      return time < hours.start || time >= hours.end
    }
  }

  static func all(in frame: Frame) -> [any Constraint] {
    frame.curriculum.trainers.enumerated().compactMap { index, trainer in
      guard let hours = trainer.hours else { return nil }
      let zone = frame.curriculum.zone
      let lead = frame.blocks.map { block in
        zone.instant(on: block.date, minutes: block.start).map {
          trainer.zone.offsetMinutes(at: $0) - zone.offsetMinutes(at: $0)
        } ?? 0
      }
      let times = [hours.start, hours.end].compactMap { TimeOfDay(minutes: $0)?.description }
      return TrainerHours(
        origin: Origin(
          "trainer hours",
          .hard,
          "\(trainer.name) works \(times.joined(separator: " to ")) in \(trainer.zone.name)",
          relaxation: "let \(trainer.name) also work outside these hours",
          at: hours.location
        ),
        trainer: index,
        hours: hours,
        sessions: Subject(label: "", selection: .trainer(index)).sessions(in: frame),
        lead: lead,
        minutes: frame.sessions.map(\.minutes)
      )
    }
  }
}
