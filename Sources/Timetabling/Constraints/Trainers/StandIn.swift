internal import Curricula
internal import Diagnostics

/// The trainers named come themselves rather than an alternate.
///
/// Excess: for each placement the ranks of the alternates who stand in, the first alternate of a
/// trainer counting 1, the second 2. Where the same trainers could hold the session in several ways,
/// the way with the least ranks counts.
enum StandIn: ConstraintReader {
  static let name = "stand-in"

  /// Reads `stand-in: all sessions`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let subjects = Arguments(declaration, isFixed: true, in: frame, &findings)?.subjects ?? []
    let teams = frame.sessions.map(\.teams)
    return subjects.map { subject in
      Constraint(
        declaration.origin(
          .wishes,
          Statement("the trainers of \(subject.label) come themselves", about: subject)
        ),
        Single(of: subject, reads: .trainers) { placement in
          teams[placement.session].first { $0.trainers == placement.trainers }?.standIns ?? 0
        }
      )
    }
  }
}
