internal import Curricula
internal import Diagnostics

/// The number of different blocks, days, weeks or rooms that some placements use lies within limits.
///
/// Excess: the number above the most, or below the least; 0 without any placement.
struct Distinct: Constraint {
  let origin: Origin
  let limits: DistinctForm

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: limits.selection)
    guard !placements.isEmpty else { return [] }
    let used =
      switch limits.of {
      case .bucket(let bucket): Set(placements.map { timetable.bucket(bucket, of: $0) })
      case .room: Set(placements.compactMap(\.room))
      }
    let excess = max(0, limits.least - used.count, used.count - (limits.most ?? used.count))
    return excess > 0 ? [Violation(by: placements, excess: excess)] : []
  }

  var form: Form { .distinct(limits) }
}

/// Sessions are held together: in one block, on one day, in one week.
enum Together: ConstraintReader {
  static let name = "together"

  /// Reads `together: {of: each module, in: week}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    guard
      let fields = Fields(declaration.argument, of: name, keys: ["of", "in"], &findings)
    else { return [] }
    let subjects = fields.required("of", &findings)
      .map { Subject.read($0, in: frame, &findings) }
    let bucket = fields.required("in", &findings)?.choice(of: Bucket.self, &findings)
    guard let subjects, let bucket else { return [] }
    return subjects.map { subject in
      Distinct(
        origin: declaration.origin("\(subject.label) stays in one \(bucket.rawValue)"),
        limits: DistinctForm(
          selection: subject.selection,
          of: .bucket(bucket),
          least: 0,
          most: 1
        )
      )
    }
  }
}

/// Sessions are spread over at least, or gathered on at most, so many days or weeks.
enum Spread: ConstraintReader {
  static let name = "spread"

  /// Reads `spread: {of: each trainer, least: …, most: 2 days}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let keys = ["of", "least", "most"]
    guard let fields = Fields(declaration.argument, of: name, keys: keys, &findings) else {
      return []
    }
    let units = Bucket.allCases.map { $0.rawValue + "s" }
    let subjects = fields.required("of", &findings)
      .map { Subject.read($0, in: frame, &findings) }
    let least = fields["least"].map { $0.quantity(of: units, &findings) }
    let most = fields["most"].map { $0.quantity(of: units, &findings) }
    if least == nil, most == nil { _ = fields.required("least", &findings) }
    guard let subjects else { return [] }
    return subjects.flatMap { subject in
      [(least, "at least"), (most, "at most")].compactMap { quantity, words in
        guard let quantity = quantity.flatMap(\.self),
          let bucket = Bucket(rawValue: String(quantity.unit.dropLast()))
        else { return nil }
        let isLeast = words == "at least"
        return Distinct(
          origin: declaration.origin(
            "\(subject.label) is spread over \(words) \(quantity.amount) \(quantity.unit)"
          ),
          limits: DistinctForm(
            selection: subject.selection,
            of: .bucket(bucket),
            least: isLeast ? quantity.amount : 0,
            most: isLeast ? nil : quantity.amount
          )
        )
      }
    }
  }
}

/// Sessions stay in one room.
enum OneRoom: ConstraintReader {
  static let name = "one-room"

  /// Reads `one-room: each module`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    Subject.read(declaration.argument, in: frame, &findings).map { subject in
      Distinct(
        origin: declaration.origin("\(subject.label) stays in one room"),
        limits: DistinctForm(selection: subject.selection, of: .room, least: 0, most: 1)
      )
    }
  }
}
