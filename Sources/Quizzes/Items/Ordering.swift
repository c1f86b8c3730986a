/// Several texts are put into their right order.
public struct Ordering: Hashable, Sendable {
  /// How a partly right order counts.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// The share of texts that stand in their right place.
    case partial
    /// The share of texts, but the last, that are followed by the right one.
    case neighbours
    /// The share of pairs of texts of which the right one stands first.
    case pairs
    /// The share of texts in the longest row that is in order, others left out; none below two.
    case longestInOrder = "longest-in-order"
    /// 1 for the right order, 0 for any other.
    case allOrNothing = "all-or-nothing"
  }

  /// The texts in the right order; at least two.
  public var texts: [String]
  /// How a partly right order counts.
  public var rule: Rule

  /// Creates the right order.
  public init(_ texts: [String], rule: Rule = .partial) {
    self.texts = texts
    self.rule = rule
  }
}
