/// A constraint that looks at each placement by itself.
///
/// Both its violations and its form come from one function, ``excess(of:)``.
protocol PlacementConstraint: Constraint {
  /// Whose placements it looks at.
  var subject: Subject { get }

  /// The parts of a placement on which the excess depends, beside whether the subject takes it in.
  var reads: PlacementForm.Parts { get }

  /// Whether the excess is the same for all sessions of equal minutes.
  var isAlike: Bool { get }

  /// The excess of a placement that the subject takes in; 0 where there is none.
  func excess(of placement: Placement) -> Int
}

extension PlacementConstraint {
  var isAlike: Bool { false }

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: subject.selection)
      .map { Violation(by: [$0], excess: excess(of: $0)) }
      .filter { $0.excess > 0 }
  }

  var form: Form {
    let form =
      switch subject.selection {
      case .sessions:
        PlacementForm(
          sessions: subject.sessions,
          reads: reads,
          isAlike: isAlike,
          excess: excess(of:)
        )
      case .trainer(let trainer):
        PlacementForm(
          sessions: subject.sessions,
          reads: reads.union(.trainers),
          resource: .trainer(trainer),
          isAlike: isAlike
        ) {
          $0.trainers.contains(trainer) ? excess(of: $0) : 0
        }
      case .room(let room):
        PlacementForm(
          sessions: subject.sessions,
          reads: reads.union(.room),
          resource: .room(room),
          isAlike: isAlike
        ) {
          $0.room == room ? excess(of: $0) : 0
        }
      }
    return .placement(form)
  }
}
