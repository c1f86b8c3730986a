internal import Diagnostics
internal import Quizzes

/// The key is much longer than every distractor.
///
/// Writers say the key with care and the rest in brief. Source: Haladyna and others, guidelines 24 and
/// 28d; National Board of Medical Examiners, "long correct answer".
struct KeyLongest: ItemRule {
  let code = "key-longest"

  /// How much longer than the mean of the distractors a key may be.
  static let ratio = 1.3
  /// How many characters more than the longest distractor catch the eye.
  static let margin = 6

  func findings(on item: LintedItem) -> [Finding] {
    guard let key = item.singleKey else { return [] }
    let lengths = item.distractors.map(\.length)
    let mean = Double(lengths.reduce(0, +)) / Double(lengths.count)
    guard key.length >= (lengths.max() ?? 0) + Self.margin,
      Double(key.length) >= Self.ratio * mean
    else { return [] }
    return [
      Finding(
        .warning,
        at: key.location,
        "the key has \(key.length) characters, the distractors "
          + "\(Int(mean.rounded())) on average: people who guess pick the longest option",
        remedy: "shorten the key, or make the distractors as detailed"
      )
    ]
  }
}
