internal import Foundation

/// What the choices of attempts say of one option of an item.
public struct OptionStatistics: Hashable, Sendable {
  /// Whether the option is right.
  public let isKey: Bool
  /// The number of attempts that chose it.
  public let count: Int
  /// The share of the attempts asked that chose it, 0…1; `nil` of none.
  public let share: Double?
  /// The mean of the rest of the score of those who chose it, in marks; `nil` of none.
  public let meanRest: Double?
  /// The correlation of choosing it with the rest of the score, −1…1; `nil` without variance.
  ///
  /// Above 0 where better participants choose it: as it should be for the key alone.
  public let discrimination: Double?

  /// Whether it is a wrong option that fewer than 5 of 100 choose: a distractor that distracts nobody.
  ///
  /// Source: T. M. Haladyna and S. M. Downing, *How many options is enough for a multiple-choice test
  /// item?*, Educational and Psychological Measurement 53 (1993).
  public var isUnused: Bool { !isKey && (share ?? 1) < 0.05 }
}

/// Which options the attempts chose at one item.
public struct ItemChoices: Sendable {
  /// Whether each option is right, in the order of the file; at most 64 options.
  public let keys: [Bool]
  /// The options chosen in each attempt, as bits from the first option on; `nil` where the item was not
  /// asked or is not marked by options.
  public let chosen: [UInt64?]

  /// Creates choices, one for each attempt of a table.
  public init(keys: [Bool], chosen: [UInt64?]) {
    precondition(keys.count <= 64, "an item has at most 64 options")
    self.keys = keys
    self.chosen = chosen
  }
}

extension MarkTable {
  /// What the choices at an item say of its options, in the order of the file.
  ///
  /// - Complexity: O(*n*) in the number of attempts, for each option.
  public func options(of item: Int, _ choices: ItemChoices) -> [OptionStatistics] {
    precondition(choices.chosen.count == attempts, "each attempt has its choice")
    let column = column(item)
    let asked = column.attempts.indices.filter { choices.chosen[column.attempts[$0]] != nil }
    let rests = asked.map { column.rests[$0] }
    return choices.keys.indices.map { option in
      let chose = asked.map { index in
        (choices.chosen[column.attempts[index]] ?? 0) & (1 << UInt64(option)) == 0 ? 0.0 : 1.0
      }
      let count = chose.count { $0 > 0 }
      return OptionStatistics(
        isKey: choices.keys[option],
        count: count,
        share: chose.mean,
        meanRest: count > 0
          ? zip(chose, rests).reduce(0) { $0 + $1.0 * $1.1 } / Double(count) : nil,
        discrimination: chose.correlation(with: rests)
      )
    }
  }
}

extension [OptionStatistics] {
  /// The wrong option that looks like the true key, as an index; `nil` where none does.
  ///
  /// One that at least 10 of 100 choose, whose discrimination is above 0 and above that of each key.
  public var possibleKey: Int? {
    let best = filter(\.isKey).compactMap(\.discrimination).max() ?? 0
    return
      indices
      .filter { index in
        let option = self[index]
        return !option.isKey && (option.share ?? 0) >= 0.1
          && (option.discrimination ?? 0) > Swift.max(0, best)
      }
      .max { (self[$0].discrimination ?? 0) < (self[$1].discrimination ?? 0) }
  }
}
