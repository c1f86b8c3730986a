extension Item {
  /// A rule of item writing that a file lets pass, by its code.
  public struct Allowance: Hashable, Sendable {
    /// The code of the rule, such as `negative-stem`.
    public var code: String
    /// Why it is right here.
    public var reason: String

    /// Creates an allowance.
    public init(_ code: String, because reason: String) {
      self.code = code
      self.reason = reason
    }
  }
}
