/// A word or a few words are typed.
public struct ShortText: Hashable, Sendable {
  /// A text that counts as a response, fully or in part.
  public struct Accepted: Hashable, Sendable {
    /// What must be typed; `*` stands for any characters or none, `\*` for an asterisk.
    public var pattern: String
    /// The fraction that it earns, from 0 to 1; 0 for a mistake that is worth a word.
    public var fraction: Rational
    /// Why it is right, or not entirely right; shown with the feedback.
    public var because: String?

    /// Creates an accepted text.
    public init(_ pattern: String, fraction: Rational = 1, because: String? = nil) {
      self.pattern = pattern
      self.fraction = fraction
      self.because = because
    }
  }

  /// The accepted texts; the first that matches counts, and at least one earns 1.
  public var accepted: [Accepted]
  /// Whether capital and small letters differ.
  public var matchesCase: Bool

  /// Creates the key.
  public init(_ accepted: [Accepted], matchesCase: Bool = false) {
    self.accepted = accepted
    self.matchesCase = matchesCase
  }
}
