extension Item {
  /// One choice that an item offers.
  public struct Option: Hashable, Sendable {
    /// What the participant reads.
    public var text: String
    /// Whether the option is a key; otherwise it is a distractor.
    public var isKey: Bool
    /// Why the option is right or wrong; shown with the feedback when it was chosen.
    public var because: String?
    /// What choosing the option earns or costs, from −1 to 1; `nil` leaves it to the item's rule.
    public var fraction: Rational?
    /// Whether the option stays in its place when the others are shuffled, such as "None of these".
    public var keepsPlace: Bool

    /// Creates an option.
    public init(
      _ text: String,
      isKey: Bool,
      because: String? = nil,
      fraction: Rational? = nil,
      keepsPlace: Bool = false
    ) {
      self.text = text
      self.isKey = isKey
      self.because = because
      self.fraction = fraction
      self.keepsPlace = keepsPlace
    }

    /// Creates a right option.
    public static func key(
      _ text: String,
      because: String? = nil,
      fraction: Rational? = nil
    ) -> Self {
      Option(text, isKey: true, because: because, fraction: fraction)
    }

    /// Creates a wrong option.
    public static func distractor(
      _ text: String,
      because: String? = nil,
      fraction: Rational? = nil
    ) -> Self {
      Option(text, isKey: false, because: because, fraction: fraction)
    }
  }
}
