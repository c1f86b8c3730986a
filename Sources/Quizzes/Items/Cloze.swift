/// A text with gaps, each of which is a small item of its own.
///
/// The stem holds each gap once, written `[[1]]`, `[[2]]` and so on.
public struct Cloze: Hashable, Sendable {
  /// What fills a gap.
  public struct Gap: Hashable, Sendable {
    /// The simple kinds that fit into a gap.
    public enum Kind: Hashable, Sendable {
      case singleChoice(SingleChoice)
      case multipleResponse(MultipleResponse)
      case trueFalse(TrueFalse)
      case numerical(Numerical)
      case shortText(ShortText)

      /// The same as the kind of a whole item.
      public var itemKind: Item.Kind {
        switch self {
        case .singleChoice(let choice): .singleChoice(choice)
        case .multipleResponse(let choice): .multipleResponse(choice)
        case .trueFalse(let statement): .trueFalse(statement)
        case .numerical(let numerical): .numerical(numerical)
        case .shortText(let shortText): .shortText(shortText)
        }
      }
    }

    /// What is asked, and the key.
    public var kind: Kind
    /// How much the gap counts beside the others; above 0.
    public var weight: Rational

    /// Creates a gap.
    public init(_ kind: Kind, weight: Rational = 1) {
      self.kind = kind
      self.weight = weight
    }
  }

  /// The gaps in the order of their numbers; at least one.
  public var gaps: [Gap]

  /// Creates the gaps.
  public init(_ gaps: [Gap]) {
    self.gaps = gaps
  }

  /// How a gap is written in the stem, by its number from 1.
  public static func marker(_ number: Int) -> String {
    "[[\(number)]]"
  }
}
