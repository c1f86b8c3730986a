internal import Curricula
internal import Diagnostics

/// The minutes or the number of sessions in each block, day or week lie within limits.
///
/// Excess: for each bucket the amount above the most, or below the least. `least` counts in every
/// bucket that has a block.
struct Load: Constraint, ConstraintReader {
  static let name = "load"

  let origin: Origin
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

  /// Reads `load: {of: each group, per: day, least: …, most: 330 minutes}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let keys = ["of", "per", "least", "most"]
    guard let fields = Fields(declaration.argument, of: name, keys: keys, &findings) else {
      return []
    }
    let units = LoadForm.Unit.allCases.map(\.rawValue)
    let subjects = fields.required("of", &findings)
      .map { Subject.read($0, in: frame, &findings) }
    let per = fields.required("per", &findings)?.choice(of: Bucket.self, &findings)
    let least = fields["least"].map { $0.quantity(of: units, &findings) }
    let most = fields["most"].map { $0.quantity(of: units, &findings) }
    let quantities = [least, most].compactMap(\.self).compactMap(\.self)
    guard let subjects, let per, let unit = quantities.first.flatMap({ LoadForm.Unit(rawValue: $0.unit) })
    else {
      if least == nil, most == nil { _ = fields.required("most", &findings) }
      return []
    }
    guard quantities.allSatisfy({ $0.unit == unit.rawValue }) else {
      findings.error(
        at: fields.location(of: "most"),
        "'least' and 'most' have different units",
        remedy: "give both in minutes or both in sessions"
      )
      return []
    }
    if let low = least??.amount, let high = most??.amount, low > high {
      findings.error(
        at: fields.location(of: "least"),
        "the least, \(low), is more than the most, \(high)",
        remedy: "exchange the two"
      )
      return []
    }
    return subjects.map { subject in
      let limits = [
        least.flatMap(\.self).map { "at least \($0.amount)" },
        most.flatMap(\.self).map { "at most \($0.amount)" },
      ].compactMap(\.self).joined(separator: " and ")
      return Load(
        origin: declaration.origin(
          "\(subject.label) has \(limits) \(unit.rawValue) a \(per.rawValue)"
        ),
        limits: LoadForm(
          selection: subject.selection,
          unit: unit,
          per: per,
          least: least??.amount ?? 0,
          most: most??.amount
        )
      )
    }
  }
}

/// The load is spread evenly over the weeks.
///
/// Excess: for each week that has a block, the minutes by which its load is below or above the mean
/// over those weeks, rounded down and up to whole minutes.
enum EvenLoad: ConstraintReader {
  static let name = "even-load"

  /// Reads `even-load: each group`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let weeks = Set(frame.blocks.map(\.week)).count
    guard weeks > 0 else { return [] }
    return Subject.read(declaration.argument, in: frame, &findings).map { subject in
      let total = subject.sessions(in: frame).reduce(0) { $0 + frame.sessions[$1].minutes }
      return Load(
        origin: declaration.origin("\(subject.label) has an even load over the weeks"),
        limits: LoadForm(
          selection: subject.selection,
          unit: .minutes,
          per: .week,
          least: total / weeks,
          most: (total + weeks - 1) / weeks
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
