internal import Foundation

/// What the marks of a quiz say of the quiz and of its items, by classical test theory.
///
/// The formulas are those of Moodle's quiz statistics, with variances of the divisor n − 1, and agree
/// with its figures. One attempt of each participant should be counted, usually the first: several of
/// one person are not independent.
public struct QuizStatistics: Hashable, Sendable {
  /// The scores of the attempts, in marks.
  public let scores: ScoreDistribution
  /// How far the scores would come out the same with other items; `nil` where attempts were asked
  /// different items, and for fewer than three attempts or two items.
  public let reliability: Reliability?
  /// The items, in their order.
  public let items: [ItemStatistics]

  /// Computes all of it.
  ///
  /// - Complexity: O(*k n* log *n*) in the number of items and attempts.
  public init(of table: MarkTable) {
    scores = ScoreDistribution(of: table.totals)
    let own = (0..<table.items).map(table.covariances(of:))
    let variances = own.map { $0.variance ?? 0 }
    let total = table.totals.variance ?? 0
    reliability = Reliability(table, itemVariances: variances, totalVariance: total)
    let rootSum = own.compactMap(\.total).filter { $0 >= 0 }.reduce(0) { $0 + $1.squareRoot() }
    let order = table.totals.indices.sorted {
      (table.totals[$0], $0) < (table.totals[$1], $1)
    }
    let sum = variances.reduce(0, +)
    let others = Double(table.items - 1)
    items = own.indices.map { item in
      let rest = own[item].restVariance ?? 0
      let alphaIfDeleted =
        table.isComplete && table.attempts > 2 && table.items > 2 && rest > 0
        ? others / (others - 1) * (1 - (sum - variances[item]) / rest) : nil
      return ItemStatistics(
        item,
        in: table,
        own[item],
        rootSum: rootSum,
        alphaIfDeleted: alphaIfDeleted,
        order: order
      )
    }
  }
}
