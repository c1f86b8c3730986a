/// One option is right, and one is chosen.
public struct SingleChoice: Hashable, Sendable {
  /// The options in the order of the file; exactly one is the key.
  public var options: [Item.Option]

  /// Creates the choice.
  public init(_ options: [Item.Option]) {
    self.options = options
  }
}
