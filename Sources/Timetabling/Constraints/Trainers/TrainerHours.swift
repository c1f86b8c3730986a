internal import Curricula

/// Sessions lie within the trainer's working hours on the trainer's own clock.
///
/// Excess: for each placement with the trainer the minutes outside the hours; see ``OpenHours``.
enum TrainerHours {
  static func all(in frame: Frame) -> [Constraint] {
    frame.curriculum.trainers.enumerated().compactMap { index, trainer in
      guard let hours = trainer.hours else { return nil }
      return Constraint(
        Origin(
          "trainer-hours",
          hours.weight.level,
          .trainers,
          Statement(
            "\(trainer.name) works \(hours) in \(trainer.zone.name)",
            topic: .presence(index)
          ),
          .instruction("let \(trainer.name) also work outside these hours"),
          reason: hours.reason,
          at: hours.location
        ),
        .within(hours, on: Clock(of: trainer.zone, in: frame), of: .trainer(index, in: frame))
      )
    }
  }
}
