/// Which items each attempt got wholly right, for models of right and wrong.
///
/// A partly right response counts as wrong.
public struct RightTable: Sendable {
  /// The number of attempts.
  public let attempts: Int
  /// The number of items.
  public let items: Int
  /// Whether every attempt was asked every item.
  public let isComplete: Bool
  /// 1 for right, 0 for wrong, −1 where an item was not asked; attempt by attempt.
  let rights: [Int8]

  /// Creates a table from 1 for right, 0 for wrong and `nil` where an item was not asked.
  public init(items: Int, rights: [Bool?]) {
    self.init(items: items, raw: rights.map { $0.map { $0 ? 1 : 0 } ?? -1 })
  }

  /// Takes as right what earned the whole mark.
  public init(_ table: MarkTable) {
    let items = table.items
    var raw = [Int8](repeating: 0, count: table.marks.count)
    for attempt in 0..<table.attempts {
      for item in 0..<items {
        let mark = table.marks[attempt * items + item]
        raw[attempt * items + item] = mark.isNaN ? -1 : mark >= table.maxima[item] ? 1 : 0
      }
    }
    self.init(items: items, raw: raw)
  }

  private init(items: Int, raw: [Int8]) {
    precondition(
      items == 0 ? raw.isEmpty : raw.count.isMultiple(of: items),
      "each attempt says something of each item"
    )
    self.items = items
    attempts = items == 0 ? 0 : raw.count / items
    rights = raw
    isComplete = raw.allSatisfy { $0 >= 0 }
  }

  /// How many attempts were asked an item, and how many got it right.
  func tally(of item: Int) -> (asked: Int, right: Int) {
    var (asked, right) = (0, 0)
    for place in stride(from: item, to: rights.count, by: items) where rights[place] >= 0 {
      asked += 1
      right += Int(rights[place])
    }
    return (asked, right)
  }

  /// The items that somebody got right and somebody wrong: only they have a difficulty.
  var informative: [Int] {
    (0..<items).filter { item in
      let (asked, right) = tally(of: item)
      return right > 0 && right < asked
    }
  }
}
