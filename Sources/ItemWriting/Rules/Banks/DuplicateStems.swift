internal import Diagnostics
internal import Quizzes

/// Two items of the bank ask the same, or nearly.
///
/// Stems are compared by their shingles, all runs of three words: the share of those that both have
/// among those that one has. Source: A. Z. Broder, *On the resemblance and containment of documents*
/// (1997).
struct DuplicateStems: BankRule {
  let code = "duplicate-stems"

  /// The share of common shingles from which two stems are near-same.
  static let limit = 0.8

  /// - Complexity: O(*n*²) in the number of items.
  func findings(on bank: [LintedQuiz]) -> [Finding] {
    let asked = bank.flatMap { quiz in
      quiz.items.map { (quiz.number, $0, Self.shingles(of: $0)) }
    }
    return asked.indices.compactMap { index in
      let (number, item, shingles) = asked[index]
      let earlier = asked[..<index].first { Self.resemblance($0.2, shingles) >= Self.limit }
      guard let (_, other, _) = earlier else { return nil }
      let place = other.item.location
      return Finding(
        .warning,
        at: item.stem.location,
        "the item asks nearly the same as '\(other.item.id)' (\(place))",
        remedy: "ask something else, or remove one of the two",
        quizzes: [number],
        item: item.item.id
      )
    }
  }

  /// All runs of three words of the stem, and the options of a stem that says little.
  private static func shingles(of item: LintedItem) -> Set<[String]> {
    var words = item.stem.text.words
    if words.count < 8 || !item.item.kind.orderedTexts.isEmpty {
      words += (item.options.map(\.text) + item.item.kind.orderedTexts).sorted().flatMap(\.words)
    }
    guard words.count > 3 else { return [words] }
    return Set((0...(words.count - 3)).map { Array(words[$0..<($0 + 3)]) })
  }

  private static func resemblance(_ left: Set<[String]>, _ right: Set<[String]>) -> Double {
    let common = left.count { right.contains($0) }
    return Double(common) / Double(max(1, left.count + right.count - common))
  }
}

extension Item.Kind {
  /// What a stem such as "Match each one with its year" is about.
  fileprivate var orderedTexts: [String] {
    switch self {
    case .matching(let matching): matching.pairs.flatMap { [$0.left, $0.right] }
    case .ordering(let ordering): ordering.texts
    case .singleChoice, .multipleResponse, .trueFalse, .numerical, .shortText, .cloze, .essay,
      .description:
      []
    }
  }
}
