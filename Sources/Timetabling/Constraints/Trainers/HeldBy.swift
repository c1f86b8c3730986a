internal import Curricula
internal import Diagnostics

/// Sessions are held by some of those who can hold them.
///
/// Excess: 1 for each placement in which none of the trainers named takes part.
enum HeldBy: ConstraintReader {
  static let name = "held-by"

  /// Reads `held-by: {of: w4s3, trainers: [unoda]}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    guard let arguments = Arguments(declaration, keys: ["trainers"], in: frame, &findings) else {
      return []
    }
    let known = frame.curriculum.trainers
    let trainers = arguments.indices("trainers", of: "trainer", among: known.map(\.id), &findings)
    guard !trainers.isEmpty else { return [] }
    let listed = trainers.map { known[$0].name }.joined(separator: " or ")
    let allowed = Set(trainers)
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(.trainers, subject.does("is", "are", "held by \(listed)")),
        Single(of: subject, reads: .trainers) {
          $0.trainers.contains(where: allowed.contains) ? 0 : 1
        }
      )
    }
  }
}
