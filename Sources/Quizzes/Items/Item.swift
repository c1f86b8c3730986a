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
    /// A text with several gaps.
    case cloze(Cloze)
    /// A text that a person marks.
    case essay(Essay)
    /// Only a text to read: it asks nothing and has no mark.
    case description
  }

  /// What an item asks of the mind.
  public enum Level: String, CaseIterable, Hashable, Sendable {
    case recall
    case apply
    case analyse
  }

  /// The name of the item, unique in its quiz.
  public var id: String
  /// A short title for people who keep many items; participants do not see it.
  public var name: String?
  /// What is asked, for reading; the gaps of a cloze are written `[[1]]`, `[[2]]` and so on.
  public var stem: String
  /// What the participant has to do, and the key.
  public var kind: Kind
  /// Why the key is right: the feedback that everybody gets.
  public var rationale: String?
  /// What is said beside the rationale, by how right the response was.
  public var feedback: Feedback
  /// What helps to find the key, from little to much; each one taken costs the penalty.
  public var hints: [String]
  /// The part of the mark that each hint and each further try costs, from 0 to 1; `nil` for the
  /// quiz's.
  public var penalty: Rational?
  /// Where the fact is written: body, symbol, article.
  public var source: String?
  /// The identifiers of the facts behind the item.
  public var facts: [String]
  /// The themes of the curriculum that the item belongs to.
  public var themes: [Quiz.Reference]
  /// The module that the item belongs to; `nil` for the quiz's.
  public var module: Quiz.Reference?
  /// Words under which the item is filed.
  public var tags: [String]
  /// The path of the category from which the item was taken, such as `Treaties/Protocols`.
  public var category: String?
  /// The section of the quiz in which the item stands; `nil` for none.
  public var section: String?
  /// What the item asks of the mind.
  public var level: Level?
  /// The mark for a fraction of 1; above 0, at most 1000; without meaning for a description.
  public var maximum: Rational
  /// The day by which somebody should read the item again, because its fact may change.
  public var reviewBy: ReviewDate?
  /// Whether the options stay in the order of the file.
  public var keepsOrder: Bool
  /// Whether the item stays in its place when the others are shuffled.
  public var keepsPlace: Bool
  /// The rules of item writing that the file lets pass.
  public var allowances: [Allowance]
  /// The comments above the item in its file, each on one line.
  public var remarks: [String]
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
    location: Diagnostic.Location = .init(file: ""),
    name: String? = nil,
    feedback: Feedback = Feedback(),
    hints: [String] = [],
    penalty: Rational? = nil,
    module: Quiz.Reference? = nil,
    tags: [String] = [],
    category: String? = nil,
    section: String? = nil,
    keepsPlace: Bool = false,
    allowances: [Allowance] = [],
    remarks: [String] = []
  ) {
    self.id = id
    self.name = name
    self.stem = stem
    self.kind = kind
    self.rationale = rationale
    self.feedback = feedback
    self.hints = hints
    self.penalty = penalty
    self.source = source
    self.facts = facts
    self.themes = themes
    self.module = module
    self.tags = tags
    self.category = category
    self.section = section
    self.level = level
    self.maximum = maximum
    self.reviewBy = reviewBy
    self.keepsOrder = keepsOrder
    self.keepsPlace = keepsPlace
    self.allowances = allowances
    self.remarks = remarks
    self.location = location
  }
}
