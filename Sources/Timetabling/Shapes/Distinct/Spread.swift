internal import Curricula
internal import Diagnostics

/// Sessions are spread over at least, or gathered on at most, so many blocks, days or weeks.
///
/// Excess: the number of different blocks, days or weeks below the least, or above the most; see
/// ``Distinct``. With `least: n days` this is the minimum working days of the International
/// Timetabling Competition 2007, third track.
enum Spread: ConstraintReader {
  static let name = "spread"

  /// Reads `spread: {of: each trainer, least: …, most: 2 days}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let keys = ["least", "most"]
    let units = Bucket.allCases.map { $0.rawValue + "s" }
    guard let arguments = Arguments(declaration, keys: keys, in: frame, &findings),
      let (least, most) = arguments.limits(in: units, &findings),
      let last = most ?? least,
      let bucket = Bucket(rawValue: String(last.unit.dropLast()))
    else { return [] }
    let words = [
      least.map { "at least \($0.amount)" }, most.map { "at most \($0.amount)" },
    ].compactMap(\.self).joined(separator: " and ")
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(
          .wishes,
          subject.does("is", "are", "spread over \(words) \(last.noun)"),
          hasLimit: true
        ),
        Distinct(
          selection: subject.selection,
          dimension: .bucket(bucket),
          limits: Limits(least: least?.amount ?? 0, most: most?.amount)
        )
      )
    }
  }
}
