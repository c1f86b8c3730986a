extension Item {
  /// One choice that an item offers.
  public struct Option: Hashable, Sendable {
    /// What the participant reads.
    public var text: String
    /// Whether the option is a key; otherwise it is a distractor.
    public var isKey: Bool
    /// Why the option is right or wrong; shown with the feedback when it was chosen.
    public var because: String?

    /// Creates an option.
    public init(_ text: String, isKey: Bool, because: String? = nil) {
      self.text = text
      self.isKey = isKey
      self.because = because
    }

    /// Creates a right option.
    public static func key(_ text: String, because: String? = nil) -> Self {
      Option(text, isKey: true, because: because)
    }

    /// Creates a wrong option.
    public static func distractor(_ text: String, because: String? = nil) -> Self {
      Option(text, isKey: false, because: because)
    }
  }
}
