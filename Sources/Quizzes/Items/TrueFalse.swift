/// A statement is true or false.
public struct TrueFalse: Hashable, Sendable {
  /// Whether the statement is true.
  public var key: Bool

  /// Creates the statement's key.
  public init(key: Bool) {
    self.key = key
  }
}
