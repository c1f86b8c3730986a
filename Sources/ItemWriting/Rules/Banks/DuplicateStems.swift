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

  /// - Complexity: O(*n* + *c*) for *n* words in all stems and *c* pairs of stems for each shingle that
  ///   they share.
  func findings(on bank: [LintedQuiz]) -> [Finding] {
    let asked = bank.flatMap { quiz in
      quiz.items.map { (quiz.number, $0, Self.shingles(of: $0)) }
    }
    // The items that have a shingle, of those before the one that is looked at.
    var holders: [[String]: [Int]] = [:]
    return asked.indices.compactMap { index in
      let (number, item, shingles) = asked[index]
      var common: [Int: Int] = [:]
      for shingle in shingles {
        for holder in holders[shingle, default: []] { common[holder, default: 0] += 1 }
        holders[shingle, default: []].append(index)
      }
      let earlier = common.filter { holder, count in
        Double(count) / Double(asked[holder].2.count + shingles.count - count) >= Self.limit
      }
      guard let first = earlier.keys.min() else { return nil }
      let other = asked[first].1
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
