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

  /// The pairs in the order of the file; at least two.
  public var pairs: [Pair]
  /// Further right sides that belong to nothing.
  public var extra: [String]

  /// Creates the pairs.
  public init(_ pairs: [Pair], extra: [String] = []) {
    self.pairs = pairs
    self.extra = extra
  }

  /// All right sides: those of the pairs in their order, then the further ones.
  public var rights: [String] {
    pairs.map(\.right) + extra
  }
}
