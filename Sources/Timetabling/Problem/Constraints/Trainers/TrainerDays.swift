internal import Curricula

/// A trainer's days away, days that are not sure, and the only days on which a trainer can come.
enum TrainerDays {
  static func all(in problem: Problem) -> [Constraint] {
    problem.curriculum.trainers.enumerated().flatMap { index, trainer in
      let name = trainer.name
      let wording = Availabilities.Wording(
        away: "\(name) cannot come",
        avoid: "\(name) would rather not come",
        letAway: "let \(name) also come",
        only: "\(name) can come only",
        letOnly: "let \(name) come on other days too",
        tentative: "it is not certain that \(name) can come"
      )
      return Availabilities(
        subject: .trainer(index, in: problem),
        prefix: "trainer",
        away: ("away", trainer.away),
        tentative: trainer.tentative,
        only: trainer.only,
        wording: wording,
        onDay: .come(name),
        topic: .presence(index),
        standing: .trainers,
        zone: trainer.zone
      ).constraints(in: problem)
    }
  }
}
