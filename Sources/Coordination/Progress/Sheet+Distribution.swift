internal import Foundation
public import Publishing
internal import Statistics

extension Sheet {
  /// How many percentages of a column lie in each tenth of the way from 0 to 100.
  ///
  /// What lies outside counts at the ends.
  ///
  /// - Parameter name: The name of the column.
  /// - Returns: The ranges from the lowest, each with its count; `nil` where there is no such column, or
  ///   nothing in it.
  public func distribution(of name: String) -> [(name: String, count: Int)]? {
    guard let column = columns.firstIndex(where: { $0.name == name }) else { return nil }
    let percents = rows.compactMap { row in
      row[column].decimal.map { NSDecimalNumber(decimal: $0).doubleValue }
    }
    guard !percents.isEmpty else { return nil }
    return ScoreDistribution.histogram(of: percents, over: 0...100, parts: 10).enumerated()
      .map { (WeekFigures.name(ofPart: $0), $1) }
  }
}
