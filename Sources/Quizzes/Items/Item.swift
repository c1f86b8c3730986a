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
  public var feedback = Feedback()
  /// What helps to find the key, from little to much; each one taken costs the penalty.
  public var hints: [String] = []
  /// The part of the mark that each hint and each further try costs, from 0 to 1; `nil` for the
  /// quiz's.
  public var penalty: Rational?
  /// Where the fact is written: body, symbol, article.
  public var source: String?
  /// The identifiers of the facts behind the item.
  public var facts: [String] = []
  /// The themes of the curriculum that the item belongs to.
  public var themes: [Quiz.Reference] = []
  /// The module that the item belongs to; `nil` for the quiz's.
  public var module: Quiz.Reference?
  /// Words under which the item is filed.
  public var tags: [String] = []
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
  public var keepsOrder = false
  /// Whether the item stays in its place when the others are shuffled.
  public var keepsPlace = false
  /// The rules of item writing that the file lets pass.
  public var allowances: [Allowance] = []
  /// The comments above the item in its file, each on one line.
  public var remarks: [String] = []
  /// Where the item is written.
  public var location: Diagnostic.Location

  /// Creates an item; whatever else a file says of it is set afterwards.
  public init(
    id: String,
    stem: String,
    kind: Kind,
    rationale: String? = nil,
    source: String? = nil,
    maximum: Rational = 1,
    location: Diagnostic.Location = .init(file: "")
  ) {
    self.id = id
    self.stem = stem
    self.kind = kind
    self.rationale = rationale
    self.source = source
    self.maximum = maximum
    self.location = location
  }
}
