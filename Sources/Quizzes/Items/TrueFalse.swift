/// A statement is true or false.
public struct TrueFalse: Hashable, Sendable {
  /// Whether the statement is true.
  public var key: Bool
  /// What is said to whoever calls it true.
  public var becauseTrue: String?
  /// What is said to whoever calls it false.
  public var becauseFalse: String?

  /// Creates the statement's key.
  public init(key: Bool, becauseTrue: String? = nil, becauseFalse: String? = nil) {
    self.key = key
    self.becauseTrue = becauseTrue
    self.becauseFalse = becauseFalse
  }

  /// What is said to whoever calls the statement true or false.
  public func because(_ isTrue: Bool) -> String? {
    isTrue ? becauseTrue : becauseFalse
  }
}
