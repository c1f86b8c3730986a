internal import Curricula
internal import Diagnostics

/// The minutes or the number of sessions in each block, day or week lie within limits.
///
/// Excess: for each block, day or week the amount above the most, or below the least. `least` counts
/// in every block, and in every day and week that has a block.
struct Load: Constraint, ConstraintReader {
  static let name = "load"

  var origin: Origin
  let limits: LoadForm

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: limits.selection)
    let held = timetable.gather(placements) { timetable.bucket(limits.per, of: $0) }
    let byBucket = Dictionary(uniqueKeysWithValues: held.map { ($0.key, $0.placements) })
    return timetable.problem.buckets(limits.per).compactMap { bucket in
      let placements = byBucket[bucket] ?? []
      let amount = placements.reduce(0) { $0 + timetable.amount(limits.unit, of: $1) }
      let excess = max(0, limits.least - amount, amount - (limits.most ?? amount))
      return excess > 0 ? Violation(by: placements, excess: excess) : nil
    }
  }

  var form: Form { .load(limits) }

  /// Where amounts are summed up.
  private enum Period: String, CaseIterable {
    case block, day, week, programme
  }

  /// Reads `load: {of: each group, per: day, least: …, most: 330 minutes}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let keys = ["per", "least", "most"]
    guard let arguments = Arguments(declaration, keys: keys, in: frame, &findings) else {
      return []
    }
    let units = LoadForm.Unit.allCases.map(\.rawValue)
    let per = arguments.required("per", &findings)?.choice(of: Period.self, &findings)
    guard let (least, most) = arguments.limits(in: units, &findings), let per,
      let unit = (least ?? most).flatMap({ LoadForm.Unit(rawValue: $0.unit) })
    else { return [] }
    let words = [
      least.map { "at least \($0.amount)" }, most.map { "at most \($0.amount)" },
    ].compactMap(\.self).joined(separator: " and ")
    let noun = (most ?? least)?.noun ?? unit.rawValue
    return arguments.subjects.map { subject in
      let period = per == .programme ? "in the programme" : "a \(per.rawValue)"
      let origin = declaration.origin("\(subject.label): \(words) \(noun) \(period)")
      guard let bucket = Bucket(rawValue: per.rawValue) else {
        return TotalLoad(
          origin: origin,
          selection: subject.selection,
          unit: unit,
          least: least?.amount ?? 0,
          most: most?.amount
        )
      }
      return Load(
        origin: origin,
        limits: LoadForm(
          selection: subject.selection,
          unit: unit,
          per: bucket,
          least: least?.amount ?? 0,
          most: most?.amount
        )
      )
    }
  }
}

extension Problem {
  /// The buckets that have a block, ascending: block indices, day indices or week numbers.
  func buckets(_ bucket: Bucket) -> [Int] {
    switch bucket {
    case .block: Array(blocks.indices)
    case .day: Array(days.indices)
    case .week: Array(Set(blocks.map(\.week))).sorted()
    }
  }
}

extension Timetable {
  /// The bucket of a placement: a block index, a day index or a week number.
  func bucket(_ bucket: Bucket, of placement: Placement) -> Int {
    switch bucket {
    case .block: placement.block
    case .day: day(of: placement)
    case .week: week(of: placement)
    }
  }

  /// What a placement adds to a load.
  func amount(_ unit: LoadForm.Unit, of placement: Placement) -> Int {
    switch unit {
    case .minutes: problem.sessions[placement.session].minutes
    case .sessions: 1
    }
  }
}
