internal import Diagnostics
internal import Quizzes

/// The stem and its options are hard to read.
///
/// LIX is the mean length of a sentence in words, and the percentage of words with more than six
/// letters. Source: C. H. Björnsson, *Läsbarhet* (1968), who calls texts above 60 very hard; it holds
/// for English, French and Spanish. Names of treaties alone make long words, hence the higher limit.
struct ReadingLevel: ItemRule {
  let code = "reading-level"

  /// The highest LIX that is not reported.
  static let limit = 75.0
  /// The fewest words that say something about a level.
  static let leastWords = 30

  func findings(on item: LintedItem) -> [Finding] {
    let words = item.sentences.flatMap(\.words) + item.options.flatMap(\.words)
    guard words.count >= Self.leastWords, !item.stem.text.unicodeScalars.contains(where: \.isHan)
    else { return [] }
    let long = Double(words.count { $0.utf8.count > 6 && $0.count > 6 }) / Double(words.count)
    let length = Double(words.count) / Double(max(1, item.sentences.count + item.options.count))
    let lix = length + 100 * long
    guard lix > Self.limit else { return [] }
    return [
      Finding(
        .note,
        at: item.stem.location,
        "stem and options have LIX \(Int(lix.rounded())); above \(Int(Self.limit)) is very hard to read",
        remedy: "write shorter sentences and shorter words"
      )
    ]
  }
}
