internal import Curricula
internal import Diagnostics

/// Sessions are held apart: each in another block, on another day, in another week.
///
/// Excess: for each block, day or week the sessions in it beyond one; see ``Load``.
enum Separate: ConstraintReader {
  static let name = "separate"

  /// Reads `separate: {of: each module, in: day}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    guard let arguments = Arguments(declaration, keys: ["in"], in: frame, &findings),
      let bucket = arguments.required("in", &findings)?.choice(of: Bucket.self, &findings)
    else { return [] }
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(
          .wishes,
          Statement("no two of \(subject.label) are in one \(bucket.rawValue)", about: subject)
        ),
        Load(
          selection: subject.selection,
          measure: .sessions,
          per: bucket,
          limits: Limits(most: 1)
        )
      )
    }
  }
}
