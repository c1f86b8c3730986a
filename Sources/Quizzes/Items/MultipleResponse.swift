/// Any number of options is right, and any number may be chosen.
public struct MultipleResponse: Hashable, Sendable {
  /// The options in the order of the file; at least one is a key.
  public var options: [Item.Option]
  /// How wrongly chosen options count.
  public var rule: Rule

  /// Creates the choice.
  public init(_ options: [Item.Option], rule: Rule = .partial) {
    self.options = options
    self.rule = rule
  }
}
