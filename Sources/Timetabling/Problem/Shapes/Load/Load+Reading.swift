internal import Curricula
internal import Diagnostics

extension Load: ConstraintReader {
  static let name = "load"
  static let keys = ["per", "least", "most"]

  /// Where amounts are summed up.
  private enum Period: String, CaseIterable {
    case block, day, week, programme
  }

  /// Reads `load: {of: each group, per: day, least: …, most: 330 minutes}`, where `per` may also be a
  /// number of weeks.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    if case .scalar(let text, _)? = arguments["per"]?.content, text.first?.isNumber == true {
      return weeks(&arguments)
    }
    let per = arguments.choice("per", of: Period.self)
    guard let amounts = arguments.limits(in: Measure.allCases.map(\.rawValue)), let per,
      let measure = Measure(rawValue: amounts.unit)
    else { return [] }
    let period = per == .programme ? "in the programme" : "a \(per.rawValue)"
    return arguments.constraints(hasLimit: true) {
      Statement("\($0.label): \(amounts.spelled) \(period)", about: $0)
    } as: {
      Load(
        selection: $0.selection,
        measure: measure,
        per: Bucket(rawValue: per.rawValue),
        limits: amounts.limits
      )
    }
  }
}

extension Load {
  /// Reads `load: {of: trainer unodc, per: 4 weeks, most: 6 sessions}`.
  private static func weeks(_ arguments: inout Arguments) -> [Constraint] {
    let row = arguments.quantity("per", in: "weeks")
    guard let amounts = arguments.limits(in: Measure.allCases.map(\.rawValue)), let row,
      let measure = Measure(rawValue: amounts.unit)
    else { return [] }
    guard row.amount > 0 else {
      arguments.findings.error(
        at: arguments.location(of: "per"),
        "the load is counted over 0 weeks",
        remedy: "write at least '1 week'"
      )
      return []
    }
    return arguments.constraints(hasLimit: true) {
      Statement("\($0.label): \(amounts.spelled) in any \(row.spelled)", about: $0)
    } as: {
      WeeksLoad(
        selection: $0.selection,
        measure: measure,
        weeks: row.amount,
        limits: amounts.limits
      )
    }
  }
}

/// Sessions are held apart: each in another block, on another day, in another week.
enum Separate: ConstraintReader {
  static let name = "separate"
  static let keys = ["in"]

  /// Reads `separate: {of: each module, in: day}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    guard let bucket = arguments.choice("in", of: Bucket.self) else { return [] }
    return arguments.constraints {
      Statement("no two of \($0.label) are in one \(bucket.rawValue)", about: $0)
    } as: {
      Load(selection: $0.selection, measure: .sessions, per: bucket, limits: Limits(most: 1))
    }
  }
}

/// The load is spread evenly over the weeks.
enum EvenLoad: ConstraintReader {
  static let name = "even-load"
  static let isFixed = true

  /// Reads `even-load: each group`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let minutes = arguments.problem.sessions.map(\.minutes)
    let weeks = Set(arguments.problem.blocks.map(\.week)).count
    guard weeks > 0 else { return [] }
    return arguments.constraints {
      $0.does("has", "have", "an even load over the weeks")
    } as: { subject in
      let total = subject.sessions.reduce(0) { $0 + minutes[$1] }
      let limits = Limits(least: total / weeks, most: (total + weeks - 1) / weeks)
      return Load(selection: subject.selection, measure: .minutes, per: .week, limits: limits)
    }
  }
}
