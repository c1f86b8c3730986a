/// How the fraction earned on an item grows with the rest of the score, as it was observed.
public struct ItemCurve: Hashable, Sendable {
  /// One group of attempts that are near to each other in the rest of the score.
  public struct Point: Hashable, Sendable {
    /// The number of attempts.
    public let attempts: Int
    /// The mean of the rest of the score, in marks.
    public let rest: Double
    /// The mean fraction earned on the item.
    public let fraction: Double
  }

  /// The groups, from the lowest rest of the score to the highest.
  public let points: [Point]
}

extension MarkTable {
  /// The curve of an item, in groups of about the same size.
  ///
  /// Attempts with the same rest of the score stay in one group, so that there can be fewer groups.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - groups: The number of groups, at least 1.
  /// - Returns: The curve; without a point where nobody was asked.
  /// - Complexity: O(*n* log *n*) in the number of attempts.
  public func curve(of item: Int, groups: Int = 5) -> ItemCurve {
    precondition(groups > 0, "a curve has a point")
    let column = column(item)
    let order = column.rests.indices.sorted {
      (column.rests[$0], $0) < (column.rests[$1], $1)
    }
    var points: [ItemCurve.Point] = []
    var begin = 0
    for group in 1...groups {
      var end = order.count * group / groups
      while end > begin, end < order.count,
        column.rests[order[end]] == column.rests[order[end - 1]]
      {
        end += 1
      }
      guard end > begin else { continue }
      let members = order[begin..<end]
      let count = Double(members.count)
      points.append(
        ItemCurve.Point(
          attempts: members.count,
          rest: members.reduce(0) { $0 + column.rests[$1] } / count,
          fraction: members.reduce(0) { $0 + column.marks[$1] } / count / maxima[item]
        )
      )
      begin = end
    }
    return ItemCurve(points: points)
  }
}
