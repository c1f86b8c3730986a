/// Each left side gets the right side that belongs to it.
public struct Matching: Hashable, Sendable {
  /// A left side with the right side that belongs to it.
  public struct Pair: Hashable, Sendable {
    public var left: String
    public var right: String

    /// Creates a pair.
    public init(_ left: String, _ right: String) {
      self.left = left
      self.right = right
    }
  }

  /// How a partly right response counts.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// The share of left sides that got their right side.
    case partial
    /// 1 when every left side got its right side, 0 for anything else.
    case allOrNothing = "all-or-nothing"
  }

  /// The pairs in the order of the file; at least two.
  public var pairs: [Pair]
  /// Further right sides that belong to nothing.
  public var extra: [String]
  /// How a partly right response counts.
  public var rule: Rule

  /// Creates the pairs.
  public init(_ pairs: [Pair], extra: [String] = [], rule: Rule = .partial) {
    self.pairs = pairs
    self.extra = extra
    self.rule = rule
  }

  /// The right sides that are shown: those of the pairs in their order, then the further ones, each
  /// text once.
  public var rights: [String] {
    var rights: [String] = []
    for right in pairs.map(\.right) + extra where !rights.contains(right) { rights.append(right) }
    return rights
  }
}
