public import Diagnostics

/// A question with what its marking needs.
public struct Item: Identifiable, Hashable, Sendable {
  /// What a participant has to do, and the key.
  public enum Kind: Hashable, Sendable {
    case singleChoice(SingleChoice)
    case multipleResponse(MultipleResponse)
    case trueFalse(TrueFalse)
    case numerical(Numerical)
    case shortText(ShortText)
    case matching(Matching)
    case ordering(Ordering)
  }

  /// What an item asks of the mind.
  public enum Level: String, CaseIterable, Hashable, Sendable {
    case recall
    case apply
    case analyse
  }

  /// The name of the item, unique in its quiz.
  public var id: String
  /// What is asked, for reading.
  public var stem: String
  /// What the participant has to do, and the key.
  public var kind: Kind
  /// Why the key is right.
  public var rationale: String?
  /// Where the fact is written: body, symbol, article.
  public var source: String?
  /// The identifiers of the facts behind the item.
  public var facts: [String]
  /// The themes of the curriculum that the item belongs to.
  public var themes: [Quiz.Reference]
  /// What the item asks of the mind.
  public var level: Level?
  /// The mark for a fraction of 1; above 0, at most 1000.
  public var maximum: Rational
  /// The day by which somebody should read the item again, because its fact may change.
  public var reviewBy: ReviewDate?
  /// Whether the options stay in the order of the file.
  public var keepsOrder: Bool
  /// Where the item is written.
  public var location: Diagnostic.Location

  /// Creates an item.
  public init(
    id: String,
    stem: String,
    kind: Kind,
    rationale: String? = nil,
    source: String? = nil,
    facts: [String] = [],
    themes: [Quiz.Reference] = [],
    level: Level? = nil,
    maximum: Rational = 1,
    reviewBy: ReviewDate? = nil,
    keepsOrder: Bool = false,
    location: Diagnostic.Location = .init(file: "")
  ) {
    self.id = id
    self.stem = stem
    self.kind = kind
    self.rationale = rationale
    self.source = source
    self.facts = facts
    self.themes = themes
    self.level = level
    self.maximum = maximum
    self.reviewBy = reviewBy
    self.keepsOrder = keepsOrder
    self.location = location
  }
}
