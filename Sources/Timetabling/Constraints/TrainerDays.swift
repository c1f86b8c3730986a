internal import Curricula

/// A trainer's days away, and the only days on which a trainer can come.
///
/// Excess: 1 for each placement with the trainer on a day that is not possible.
struct TrainerDays: Constraint {
  let origin: Origin
  let trainer: Int
  /// The days, and whether the trainer can come on them or on all others.
  let days: [DateSpan]
  let canCome: Bool
  let sessions: [Int]
  let blocks: [Block]

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: .trainer(trainer))
      .filter { !isPossible(timetable.problem.blocks[$0.block].date) }
      .map { Violation(by: [$0], excess: 1) }
  }

  var form: Form {
    let impossible = blocks.map { isPossible($0.date) ? 0 : 1 }
    return .placement(
      PlacementForm(sessions: sessions, reads: [.block, .trainers]) { [trainer] placement in
        placement.trainers.contains(trainer) ? impossible[placement.block] : 0
      }
    )
  }

  private func isPossible(_ date: CivilDate) -> Bool {
    days.contains { $0.contains(date) } == canCome
  }

  static func all(in frame: Frame) -> [any Constraint] {
    frame.curriculum.trainers.enumerated().flatMap { index, trainer in
      let subject = Subject(label: trainer.name, selection: .trainer(index))
      let sessions = subject.sessions(in: frame)
      let away = trainer.away.map { absence in
        TrainerDays(
          origin: Origin(
            "trainer away",
            absence.weight.map { .soft($0) } ?? .hard,
            "\(trainer.name) cannot come on \(absence.days)",
            relaxation: "let \(trainer.name) also come on \(absence.days)",
            reason: absence.reason,
            at: absence.location
          ),
          trainer: index,
          days: [absence.days],
          canCome: false,
          sessions: sessions,
          blocks: frame.blocks
        )
      }
      guard let first = trainer.only.first else { return away }
      let listed = trainer.only.map(\.days.description).joined(separator: ", ")
      let only = TrainerDays(
        origin: Origin(
          "trainer only",
          .hard,
          "\(trainer.name) can come only on \(listed)",
          relaxation: "let \(trainer.name) come on other days too",
          reason: first.reason,
          at: first.location
        ),
        trainer: index,
        days: trainer.only.map(\.days),
        canCome: true,
        sessions: sessions,
        blocks: frame.blocks
      )
      return away + [only]
    }
  }
}
