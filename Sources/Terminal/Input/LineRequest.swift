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
  /// Whether a paste keeps its line breaks, as a text of several paragraphs does.
  public var keepsParagraphs: Bool
  /// Whether what was typed before the prompt was shown counts.
  ///
  /// Otherwise it is thrown away at a terminal, because it was typed by somebody who could not see what
  /// is asked.
  public var keepsTypeAhead: Bool
  /// The most characters that the line may have.
  public var characterLimit: Int

  /// Creates a prompt.
  public init(
    _ text: String,
    candidates: [String] = [],
    prefilled: String = "",
    patience: Duration? = nil,
    keepsParagraphs: Bool = false,
    keepsTypeAhead: Bool = false,
    characterLimit: Int = TypedLine.characterLimit
  ) {
    self.text = text
    self.candidates = candidates
    self.prefilled = prefilled
    self.patience = patience
    self.keepsParagraphs = keepsParagraphs
    self.keepsTypeAhead = keepsTypeAhead
    self.characterLimit = characterLimit
  }

  /// Creates a prompt that only shows a text.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}
