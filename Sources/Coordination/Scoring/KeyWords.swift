internal import Quizzes

/// The right responses to the items of quizzes in words, put together once for all attempts.
struct KeyWords: Sendable {
  private var known: [String: [Item.ID: String]] = [:]

  /// Those of the version of a quiz that has a hash.
  mutating func ofItems(in quiz: Quiz, version: String) -> [Item.ID: String] {
    if let words = known[version] { return words }
    let words = Dictionary(quiz.items.map { ($0.id, $0.keyWords) }) { first, _ in first }
    known[version] = words
    return words
  }
}
