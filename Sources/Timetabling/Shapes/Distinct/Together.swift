internal import Curricula
internal import Diagnostics

/// Sessions are held together: in one block, on one day, in one week.
///
/// Excess: the number of different blocks, days or weeks beyond one; see ``Distinct``.
enum Together: ConstraintReader {
  static let name = "together"

  /// Reads `together: {of: each module, in: week}`.
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
        declaration.origin(.wishes, subject.does("stays", "stay", "in one \(bucket.rawValue)")),
        Distinct(
          selection: subject.selection,
          dimension: .bucket(bucket),
          limits: Limits(most: 1)
        )
      )
    }
  }
}
