extension Item {
  /// What is said to whoever was right, partly right or wrong, beside the rationale.
  public struct Feedback: Hashable, Sendable {
    /// For the whole mark.
    public var right: String?
    /// For a part of the mark.
    public var partlyRight: String?
    /// For no mark.
    public var wrong: String?

    /// Creates feedback; nothing is said where a text is left out.
    public init(right: String? = nil, partlyRight: String? = nil, wrong: String? = nil) {
      self.right = right
      self.partlyRight = partlyRight
      self.wrong = wrong
    }
  }
}
