internal import Curricula

/// A trainer's days away, days that are not sure, and the only days on which a trainer can come.
///
/// Excess: 1 for each placement with the trainer on a day, or in a part of a day, that is not
/// possible; see ``Availability``.
enum TrainerDays {
  static func all(in frame: Frame) -> [Constraint] {
    frame.curriculum.trainers.enumerated().flatMap { index, trainer in
      Availability.all(
        of: .trainer(index, in: frame),
        away: trainer.away,
        tentative: trainer.tentative,
        only: trainer.only,
        awayName: "away",
        Availability.Wording(
          prefix: "trainer",
          away: "\(trainer.name) cannot come",
          avoid: "\(trainer.name) should rather not come",
          letAway: "let \(trainer.name) also come",
          only: "\(trainer.name) can come only",
          letOnly: "let \(trainer.name) come on other days too",
          tentative: "it is not sure that \(trainer.name) can come",
          onDay: .come(trainer.name),
          topic: .presence(index),
          standing: .trainers
        ),
        zone: trainer.zone,
        in: frame
      )
    }
  }
}
