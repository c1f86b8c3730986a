import Chance
import Foundation

@testable import Statistics

/// Responses that everybody computes with, and simulated ones.
enum Sample {
  /// Five items of the Law School Admission Test, section 6, 1000 participants.
  ///
  /// Source: R. D. Bock and M. Lieberman, *Fitting a response model for n dichotomously scored items*,
  /// Psychometrika 35 (1970). By pattern, how often.
  static let lsat6 = """
    00000:3 00001:6 00010:2 00011:11 00100:1 00101:1 00110:3 00111:4 01000:1 01001:8 01011:16 \
    01101:3 01110:2 01111:15 10000:10 10001:29 10010:14 10011:81 10100:3 10101:28 10110:15 \
    10111:80 11000:16 11001:56 11010:21 11011:173 11100:11 11101:61 11110:28 11111:298
    """

  /// Section 7 of the same, 1000 participants.
  static let lsat7 = """
    00000:12 00001:19 00010:1 00011:7 00100:3 00101:19 00110:3 00111:17 01000:10 01001:5 01010:3 \
    01011:7 01100:7 01101:23 01110:8 01111:28 10000:7 10001:39 10010:11 10011:34 10100:14 \
    10101:51 10110:15 10111:90 11000:6 11001:25 11010:7 11011:35 11100:18 11101:136 11110:32 \
    11111:308
    """

  /// Each attempt's rights and wrongs.
  static func rows(_ patterns: String) -> [[Bool?]] {
    patterns.split(separator: " ").flatMap { word in
      let parts = word.split(separator: ":")
      let row = parts[0].map { $0 == "1" as Character ? true : false as Bool? }
      return Array(repeating: row, count: Int(parts[1]) ?? 0)
    }
  }

  static func rights(_ patterns: String) -> RightTable {
    let rows = rows(patterns)
    return RightTable(items: rows[0].count, rights: rows.flatMap { $0 })
  }

  static func marks(_ patterns: String) -> MarkTable {
    let rows = rows(patterns)
    return MarkTable(
      maxima: rows[0].map { _ in 1 },
      marks: rows.flatMap { $0.map { $0 == true ? 1 : 0 } }
    )
  }

  /// Twelve attempts at five items with parts of marks.
  static let parts = MarkTable(
    maxima: [1, 1, 2, 1, 3],
    marks: [
      [1, 0.5, 2, 0, 3], [0, 1, 1, 1, 2], [1, 1, 2, 0, 3], [0, 0, 0, 1, 0.5], [1, 0, 1.5, 1, 1],
      [0, 0.5, 0.5, 1, 0], [1, 1, 2, 0, 2.5], [1, 0.5, 1, 1, 2], [0, 0, 0, 0, 1],
      [1, 1, 1.5, 0, 3], [1, 0, 2, 1, 2], [0, 1, 0, 0, 0.5],
    ].flatMap { $0 }
  )

  /// Responses by the Rasch model, with abilities from a normal distribution.
  static func simulated(
    _ difficulties: [Double],
    attempts: Int,
    deviation: Double = 1,
    seed: UInt64
  ) -> RightTable {
    var generator = SplitMix64(seed: seed)
    func uniform() -> Double { .random(in: .leastNonzeroMagnitude..<1, using: &generator) }
    var rights: [Bool?] = []
    for _ in 0..<attempts {
      let ability = deviation * (-2 * log(uniform())).squareRoot() * cos(2 * .pi * uniform())
      for difficulty in difficulties { rights.append(uniform() < logistic(ability - difficulty)) }
    }
    return RightTable(items: difficulties.count, rights: rights)
  }
}

/// Whether numbers agree within a tolerance.
func agree(_ found: [Double?], _ expected: [Double?], within tolerance: Double) -> Bool {
  found.count == expected.count
    && zip(found, expected).allSatisfy { found, expected in
      guard let found, let expected else { return found == nil && expected == nil }
      return abs(found - expected) <= tolerance
    }
}
