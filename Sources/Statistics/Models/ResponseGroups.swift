/// Attempts gathered by what a model needs to know of them, so that equal ones are counted once.
///
/// Where all items have one slope, the raw score is all that the items say of an attempt (G. Rasch,
/// *Probabilistic models for some intelligence and attainment tests*, 1960); otherwise the pattern is.
struct ResponseGroups {
  /// The number of items.
  let items: Int
  /// The distinct sets of items that were asked, each in ascending order.
  private(set) var sets: [[Int]] = []
  /// For each group the set it was asked.
  private(set) var setOfGroup: [Int] = []
  /// For each group the number of attempts.
  private(set) var counts: [Double] = []
  /// For each group and item how many attempts got it right: group × items.
  private(set) var rights: [Double] = []

  /// The number of groups.
  var count: Int { counts.count }

  /// Gathers attempts at some of the items.
  ///
  /// - Parameters:
  ///   - table: The attempts.
  ///   - chosen: The items that count, ascending; they are numbered anew.
  ///   - byScore: Whether attempts of one raw score and one set of items are one group.
  /// - Complexity: O(*n*) in the number of responses.
  init(_ table: RightTable, items chosen: [Int], byScore: Bool) {
    items = chosen.count
    let words = (chosen.count + 63) / 64
    var setOf: [[UInt64]: Int] = [:]
    var groupOf: [Key: Int] = [:]
    var asked = [UInt64](repeating: 0, count: words)
    var right = [UInt64](repeating: 0, count: words)
    for attempt in 0..<table.attempts {
      for word in 0..<words { (asked[word], right[word]) = (0, 0) }
      var score: UInt64 = 0
      let row = attempt * table.items
      for (index, item) in chosen.enumerated() {
        let value = table.rights[row + item]
        if value < 0 { continue }
        asked[index >> 6] |= 1 << UInt64(index & 63)
        if value > 0 {
          right[index >> 6] |= 1 << UInt64(index & 63)
          score += 1
        }
      }
      guard asked.contains(where: { $0 != 0 }) else { continue }
      let set = setOf[asked] ?? sets.count
      if set == sets.count {
        setOf[asked] = set
        sets.append((0..<items).filter { asked[$0 >> 6] & (1 << UInt64($0 & 63)) != 0 })
      }
      let key = Key(set: set, word: byScore ? score : right[0], others: byScore ? [] : right)
      let group = groupOf[key] ?? counts.count
      if group == counts.count {
        groupOf[key] = group
        setOfGroup.append(set)
        counts.append(0)
        rights += Array(repeating: 0, count: items)
      }
      counts[group] += 1
      let base = group * items
      for (index, item) in chosen.enumerated() where table.rights[row + item] > 0 {
        rights[base + index] += 1
      }
    }
  }

  private struct Key: Hashable {
    let set: Int
    let word: UInt64
    let others: [UInt64]
  }
}
