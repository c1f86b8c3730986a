/// What attempts earned on the items of one quiz, as one flat table.
///
/// A row is an attempt, a column an item. A quiz that draws its items asks each attempt only some of
/// them; what was asked and not responded to has the mark 0.
public struct MarkTable: Sendable {
  /// The largest mark of each item, above 0, in the order of the quiz.
  public let maxima: [Double]
  /// The number of attempts.
  public let attempts: Int
  /// The sum of the marks of each attempt, in their order.
  public let totals: [Double]
  /// Whether every attempt was asked every item.
  public let isComplete: Bool
  /// The marks, attempt by attempt; not a number where an item was not asked.
  let marks: [Double]

  /// The number of items.
  public var items: Int { maxima.count }

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - maxima: The largest mark of each item, above 0.
  ///   - marks: The marks, attempt by attempt, each as long as the maxima; `Double.nan` where an item
  ///     was not asked.
  /// - Complexity: O(*n*) in the number of marks.
  public init(maxima: [Double], marks: [Double]) {
    precondition(
      maxima.isEmpty ? marks.isEmpty : marks.count.isMultiple(of: maxima.count),
      "each attempt has a mark for each item"
    )
    self.maxima = maxima
    self.marks = marks
    let items = maxima.count
    attempts = items == 0 ? 0 : marks.count / items
    var totals: [Double] = []
    totals.reserveCapacity(attempts)
    var isComplete = true
    for attempt in 0..<attempts {
      var total = 0.0
      for place in attempt * items..<(attempt + 1) * items {
        let mark = marks[place]
        if mark.isNaN { isComplete = false } else { total += mark }
      }
      totals.append(total)
    }
    self.totals = totals
    self.isComplete = isComplete
  }

  /// The mark of an item in an attempt; `nil` where it was not asked.
  public subscript(attempt: Int, item: Int) -> Double? {
    let mark = marks[attempt * items + item]
    return mark.isNaN ? nil : mark
  }

  /// What the attempts that were asked an item earned on it, and on all the rest.
  ///
  /// - Complexity: O(*n*) in the number of attempts.
  func column(_ item: Int) -> Column {
    var column = Column()
    column.attempts.reserveCapacity(attempts)
    column.marks.reserveCapacity(attempts)
    column.rests.reserveCapacity(attempts)
    var place = item
    for attempt in 0..<attempts {
      let mark = marks[place]
      place += items
      if mark.isNaN { continue }
      column.attempts.append(attempt)
      column.marks.append(mark)
      column.rests.append(totals[attempt] - mark)
    }
    return column
  }

  /// One item, attempt by attempt.
  struct Column {
    /// The attempts that were asked the item, ascending.
    var attempts: [Int] = []
    /// What each of them earned on it.
    var marks: [Double] = []
    /// What each of them earned on the other items.
    var rests: [Double] = []
  }
}
