internal import Diagnostics

/// What is shown of a submitted attempt: the verdict first and last, and in between the items that
/// were not fully right, or all of them where that is asked for.
public struct Results: Hashable, Sendable {
  /// The score, whether it passes, and what else is said of the whole attempt.
  public var verdict: [Line] = []
  /// The end of the verdict, which is said again below the items.
  public var summary: [Line] = []
  /// Every item with its response and feedback, as far as they may be shown, in the order shown.
  public var items: [Item] = []

  /// One item as it is shown in the results.
  public struct Item: Hashable, Sendable {
    /// The number among the items, from 1; 0 for a text to read.
    public var number: Int
    /// Whether the participant may know that the response was fully right, so that there is nothing
    /// to look at again.
    public var isRight: Bool
    /// The question, the response and the feedback.
    public var lines: [Line]
  }

  /// Whether items are left out unless all are asked for.
  public var isShortened: Bool {
    items.contains(where: \.isRight)
  }

  /// The results as they are shown.
  ///
  /// - Parameter showsAll: Whether items that were fully right are shown too.
  /// - Returns: The verdict, the items, and the verdict once more.
  public func lines(showingAll showsAll: Bool = false) -> [Line] {
    let shown = items.filter { showsAll || !$0.isRight }
    var lines = verdict + shown.flatMap { [.gap] + $0.lines }
    let left = items.filter { !showsAll && $0.isRight && $0.number > 0 }.map { "\($0.number)" }
    if !left.isEmpty {
      let nouns = left.count.agreeing("item", "items")
      let words = "Fully right, and not listed here: \(nouns) \(left.listed())."
      lines += shown.isEmpty ? [Line(.detail, words)] : [.gap, Line(.detail, words)]
    }
    if !shown.isEmpty { lines += [.gap] + summary }
    return lines
  }
}
