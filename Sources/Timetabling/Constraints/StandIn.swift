internal import Curricula
internal import Diagnostics

/// The trainers named come themselves rather than an alternate.
///
/// Excess: for each placement the ranks of the alternates who stand in, the first alternate of a
/// trainer counting 1, the second 2.
struct StandIn: Constraint, ConstraintReader {
  static let name = "stand-in"

  let origin: Origin
  let sessions: [Int]
  let teams: [[Problem.Team]]

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: sessions)
      .map { Violation(by: [$0], excess: standIns(in: $0)) }
      .filter { $0.excess > 0 }
  }

  var form: Form {
    .placement(PlacementForm(sessions: sessions, reads: .trainers, excess: standIns(in:)))
  }

  private func standIns(in placement: Placement) -> Int {
    teams[placement.session].first { $0.trainers == placement.trainers }?.standIns ?? 0
  }

  /// Reads `stand-in: all sessions`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    Subject.read(declaration.argument, in: frame, &findings).map { subject in
      StandIn(
        origin: declaration.origin("the trainers of \(subject.label) come themselves"),
        sessions: subject.sessions(in: frame),
        teams: frame.sessions.map(\.teams)
      )
    }
  }
}
