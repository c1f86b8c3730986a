internal import Curricula
internal import Diagnostics

/// Sessions are held by some of those who can hold them.
///
/// Excess: 1 for each placement in which none of the trainers named takes part.
struct HeldBy: PlacementConstraint, ConstraintReader {
  static let name = "held-by"

  var origin: Origin
  let subject: Subject
  let trainers: Set<Int>

  var reads: PlacementForm.Parts { .trainers }

  func excess(of placement: Placement) -> Int {
    placement.trainers.contains(where: trainers.contains) ? 0 : 1
  }

  /// Reads `held-by: {of: w4s3, trainers: [unoda]}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    guard let arguments = Arguments(declaration, keys: ["trainers"], in: frame, &findings) else {
      return []
    }
    let known = frame.curriculum.trainers
    let trainers = arguments.indices("trainers", of: "trainer", among: known.map(\.id), &findings)
    guard !trainers.isEmpty else { return [] }
    let listed = trainers.map { known[$0].name }.joined(separator: " or ")
    return arguments.subjects.map { subject in
      HeldBy(
        origin: declaration.origin("\(subject.does("is", "are")) held by \(listed)"),
        subject: subject,
        trainers: Set(trainers)
      )
    }
  }
}
