import ArgumentParser

/// Reads the numbers that options take; where something else is typed, the message names the range.
///
/// Their options are parsed unconditionally, so that a number below zero is not taken for an option.
enum NumberArgument {
  /// Reads a whole number within a range.
  static func whole<Number: FixedWidthInteger & Sendable>(
    _ range: ClosedRange<Number>
  ) -> @Sendable (String) throws -> Number {
    { text in
      guard let number = Number(text), range.contains(number) else {
        throw ValidationError(
          "expected a whole number from \(range.lowerBound) to \(range.upperBound)"
        )
      }
      return number
    }
  }

  /// Reads any seed of chance.
  static let seed = whole(UInt64.min...UInt64.max)

  /// Reads the number of a week.
  static let week = whole(1...520)

  /// Reads how many seconds something may take, at most a week.
  @Sendable static func seconds(_ text: String) throws -> Double {
    guard let seconds = Double(text), seconds > 0, seconds <= 604_800 else {
      throw ValidationError("expected a number above 0, at most 604800")
    }
    return seconds
  }
}
