/// A longer text is written, and a person marks it.
public struct Essay: Hashable, Sendable {
  /// What whoever marks looks for; participants never see it.
  public var guide: String?
  /// A text with which every response begins.
  public var template: String?
  /// The fewest words wanted, `nil` for any number; fewer are taken, with a remark.
  public var leastWords: Int?
  /// The most words wanted, `nil` for any number; more are taken, with a remark.
  public var mostWords: Int?

  /// Creates what is known of the text.
  public init(
    guide: String? = nil,
    template: String? = nil,
    leastWords: Int? = nil,
    mostWords: Int? = nil
  ) {
    self.guide = guide
    self.template = template
    self.leastWords = leastWords
    self.mostWords = mostWords
  }
}
