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
    let asked = bank.flatMap { quiz in quiz.items.map { (quiz: quiz.number, item: $0) } }
    var vocabulary = Vocabulary()
    let shingles = asked.map { Self.shingles(of: $0.item, &vocabulary) }
    // The items that have a shingle, of those before the one that is looked at.
    var holders: [Shingle: [Int]] = [:]
    return asked.indices.compactMap { index in
      let own = shingles[index]
      var common: [Int: Int] = [:]
      for shingle in own {
        for holder in holders[shingle, default: []] { common[holder, default: 0] += 1 }
        holders[shingle, default: []].append(index)
      }
      let earlier = common.filter { holder, count in
        Double(count) / Double(shingles[holder].count + own.count - count) >= Self.limit
      }
      guard let first = earlier.keys.min() else { return nil }
      let (number, item) = asked[index]
      let other = asked[first].item
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
  private static func shingles(
    of item: LintedItem,
    _ vocabulary: inout Vocabulary
  ) -> Set<Shingle> {
    var words = item.words
    if words.count < 8 || !item.item.kind.orderedTexts.isEmpty {
      words += (item.options.map(\.text) + item.item.kind.orderedTexts).sorted().flatMap(\.words)
    }
    let numbers = words.map { vocabulary.number(of: $0) }
    guard numbers.count > 3 else { return [Shingle(numbers[...])] }
    return Set((0...(numbers.count - 3)).map { Shingle(numbers[$0..<($0 + 3)]) })
  }
}

/// The words of a bank by numbers from 1, which are compared more quickly than words.
private struct Vocabulary {
  private var numbers: [String: Int] = [:]

  mutating func number(of word: String) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = numbers.count + 1
    return numbers.count
  }
}

/// A run of three words, or a whole text of fewer.
private struct Shingle: Hashable {
  private let first: Int
  private let second: Int
  private let third: Int

  /// Takes at most three words by their numbers.
  init(_ words: ArraySlice<Int>) {
    func number(_ place: Int) -> Int { place < words.count ? words[words.startIndex + place] : 0 }
    (first, second, third) = (number(0), number(1), number(2))
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
