internal import Curricula

/// A least and a most, between which nothing costs anything.
struct Limits: Hashable, Sendable {
  /// The least wanted; 0 where there is none.
  var least = 0
  /// The most wanted.
  var most: Int?

  /// The most wanted, or the greatest number.
  var top: Int { most ?? .max }

  /// By how much a number is below the least or above the most.
  @inline(__always)
  func excess(_ number: Int) -> Int { max(0, least - number, number - top) }

  /// The one limit made easier, with the number before and after; `nil` when there is none, or one on
  /// both sides.
  func eased(by excess: Int) -> (limits: Limits, before: Int, after: Int)? {
    if let most {
      return least == 0 ? (Limits(most: most + excess), most, most + excess) : nil
    }
    let after = max(0, least - excess)
    return least > 0 ? (Limits(least: after), least, after) : nil
  }
}

/// What amounts are counted in.
enum Measure: String, CaseIterable, Hashable, Sendable {
  case minutes, sessions

  /// What a session of some minutes adds to an amount.
  @inline(__always)
  func amount(ofMinutes minutes: Int) -> Int { self == .minutes ? minutes : 1 }
}

/// A group of blocks that belong together in time.
enum Bucket: String, CaseIterable, Hashable, Sendable {
  case block, day, week
}

/// What is counted when different, or summed up by.
enum Dimension: Hashable, Sendable {
  /// Buckets of a sort; without a sort, the programme is one.
  case bucket(Bucket?)
  case room
  /// When they begin.
  case start(Beginning)
}

/// When sessions begin, seen so that some beginnings are the same.
enum Beginning: Int, CaseIterable, Hashable, Sendable {
  /// The weekday and the time.
  case inWeek
  /// The date and the time.
  case exact
}

extension Problem {
  /// A number for a beginning in a block, the same for beginnings that are the same.
  func key(of beginning: Beginning, _ block: Int, _ start: Int) -> Int {
    let date = blocks[block].date
    let day =
      switch beginning {
      case .inWeek: (date.dayNumber % 7 + 7) % 7
      case .exact: date.dayNumber
      }
    return day * 2 * 1440 + start
  }
}

extension Problem {
  /// The buckets that have a block, ascending: block indices, day indices or week numbers; without a
  /// sort of bucket, the programme is one.
  func buckets(_ bucket: Bucket?) -> [Int] {
    switch bucket {
    case .block: Array(blocks.indices)
    case .day: Array(days.indices)
    case .week: Array(Set(blocks.map(\.week))).sorted()
    case nil: [0]
    }
  }
}

extension Timetable {
  /// The bucket of a placement: a block index, a day index or a week number.
  func bucket(_ bucket: Bucket?, of placement: Placement) -> Int {
    switch bucket {
    case .block: placement.block
    case .day: day(of: placement)
    case .week: week(of: placement)
    case nil: 0
    }
  }
}
