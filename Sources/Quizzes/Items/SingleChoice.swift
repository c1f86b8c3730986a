/// One option is right, and one is chosen.
public struct SingleChoice: Hashable, Sendable {
  /// The options in the order of the file; at least one is the key, and the others may earn a part
  /// of the mark by their ``Item/Option/fraction``.
  public var options: [Item.Option]

  /// Creates the choice.
  public init(_ options: [Item.Option]) {
    self.options = options
  }
}
