internal import Curricula
internal import Diagnostics

extension Load: ConstraintReader {
  static let name = "load"

  /// Where amounts are summed up.
  private enum Period: String, CaseIterable {
    case block, day, week, programme
  }

  /// Reads `load: {of: each group, per: day, least: …, most: 330 minutes}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let keys = ["per", "least", "most"]
    guard let arguments = Arguments(declaration, keys: keys, in: frame, &findings) else {
      return []
    }
    let units = Measure.allCases.map(\.rawValue)
    let per = arguments.required("per", &findings)?.choice(of: Period.self, &findings)
    guard let (least, most) = arguments.limits(in: units, &findings), let per,
      let unit = (least ?? most).flatMap({ Measure(rawValue: $0.unit) })
    else { return [] }
    let words = [
      least.map { "at least \($0.amount)" }, most.map { "at most \($0.amount)" },
    ].compactMap(\.self).joined(separator: " and ")
    let noun = (most ?? least)?.noun ?? unit.rawValue
    return arguments.subjects.map { subject in
      let period = per == .programme ? "in the programme" : "a \(per.rawValue)"
      let origin = declaration.origin(
        .wishes,
        Statement("\(subject.label): \(words) \(noun) \(period)", about: subject),
        hasLimit: true
      )
      return Constraint(
        origin,
        Load(
          selection: subject.selection,
          measure: unit,
          per: Bucket(rawValue: per.rawValue),
          limits: Limits(least: least?.amount ?? 0, most: most?.amount)
        )
      )
    }
  }
}
