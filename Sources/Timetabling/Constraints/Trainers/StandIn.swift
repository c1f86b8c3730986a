internal import Curricula
internal import Diagnostics

/// The trainers named come themselves rather than an alternate.
///
/// Excess: for each placement the ranks of the alternates who stand in, the first alternate of a
/// trainer counting 1, the second 2. Where the same trainers could hold the session in several ways,
/// the way with the least ranks counts.
struct StandIn: PlacementConstraint, ConstraintReader {
  static let name = "stand-in"

  var origin: Origin
  let subject: Subject
  let teams: [[Problem.Team]]

  var reads: PlacementForm.Parts { .trainers }

  func excess(of placement: Placement) -> Int {
    teams[placement.session].first { $0.trainers == placement.trainers }?.standIns ?? 0
  }

  /// Reads `stand-in: all sessions`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let subjects = Arguments(declaration, isFixed: true, in: frame, &findings)?.subjects ?? []
    return subjects.map { subject in
      StandIn(
        origin: declaration.origin("the trainers of \(subject.label) come themselves"),
        subject: subject,
        teams: frame.sessions.map(\.teams)
      )
    }
  }
}
