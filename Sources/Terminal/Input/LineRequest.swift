/// How a line is asked for.
public struct LineRequest: Hashable, Sendable, ExpressibleByStringLiteral {
  /// What is shown before the line; it may hold colours, but no line breaks.
  public var text: String
  /// The words that Tab completes; they must give nothing away.
  public var candidates: [String]
  /// What is in the line already, to be edited.
  public var prefilled: String
  /// How long to wait for the whole line; `nil` waits for ever.
  public var patience: Duration?

  /// Creates a prompt.
  public init(
    _ text: String,
    candidates: [String] = [],
    prefilled: String = "",
    patience: Duration? = nil
  ) {
    self.text = text
    self.candidates = candidates
    self.prefilled = prefilled
    self.patience = patience
  }

  /// Creates a prompt that only shows a text.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}
