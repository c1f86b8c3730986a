internal import Curricula

// The constraints that are read as a `Distinct`.

/// Sessions stay in one room.
enum OneRoom: ConstraintReader {
  static let name = "one-room"

  /// Reads `one-room: each module`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    arguments.constraints(.rooms) {
      $0.does("stays", "stay", "in one room")
    } as: {
      Distinct(selection: $0.selection, dimension: .room, limits: Limits(most: 1))
    }
  }
}

/// Sessions begin on the same weekday at the same time.
enum SameTime: ConstraintReader {
  static let name = "same-time"

  /// Reads `same-time: each series`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    arguments.constraints {
      $0.does("begins", "begin", "at the same time each week")
    } as: {
      let limits = Limits(most: 1)
      return Distinct(selection: $0.selection, dimension: .start(.inWeek), limits: limits)
    }
  }
}

/// Sessions begin at the same moment.
enum StartsWith: ConstraintReader {
  static let name = "starts-with"

  /// Reads `starts-with: [lab-a, lab-b]`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    arguments.constraints {
      $0.does("begins", "begin", "at the same moment")
    } as: {
      let limits = Limits(most: 1)
      return Distinct(selection: $0.selection, dimension: .start(.exact), limits: limits)
    }
  }
}

/// Sessions are held together: in one block, on one day, in one week.
enum Together: ConstraintReader {
  static let name = "together"
  static let keys = ["in"]

  /// Reads `together: {of: each module, in: week}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    guard let bucket = arguments.choice("in", of: Bucket.self) else { return [] }
    return arguments.constraints {
      $0.does("stays", "stay", "in one \(bucket.rawValue)")
    } as: {
      Distinct(selection: $0.selection, dimension: .bucket(bucket), limits: Limits(most: 1))
    }
  }
}

/// Sessions are spread over at least, or gathered on at most, so many blocks, days or weeks.
enum Spread: ConstraintReader {
  static let name = "spread"
  static let keys = ["least", "most"]

  /// Reads `spread: {of: each trainer, least: …, most: 2 days}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    guard let amounts = arguments.limits(in: Bucket.allCases.map { $0.rawValue + "s" }),
      let bucket = Bucket(rawValue: String(amounts.unit.dropLast()))
    else { return [] }
    return arguments.constraints(hasLimit: true) {
      $0.does("is", "are", "spread over \(amounts.spelled)")
    } as: {
      Distinct(selection: $0.selection, dimension: .bucket(bucket), limits: amounts.limits)
    }
  }
}
