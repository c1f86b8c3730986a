internal import Diagnostics
internal import Quizzes

/// The key has most in common with the other options.
///
/// Who writes distractors by changing one part of the key at a time leaves the key where all parts meet.
/// Source: National Board of Medical Examiners, "convergence".
struct Convergence: ItemRule {
  let code = "convergence"

  func findings(on item: LintedItem) -> [Finding] {
    guard let key = item.options.firstIndex(where: \.isKey), item.singleKey != nil,
      item.options.count >= 4
    else { return [] }
    let words = item.options.map { item.lexicon.contentWords($0.words) }
    // How often the words of an option come back in others; words of all options say nothing.
    let shared = words.indices.map { index in
      words[index].reduce(0) { sum, word in
        let others = words.indices.count { $0 != index && words[$0].contains(word) }
        return others == words.count - 1 ? sum : sum + others
      }
    }
    let best = shared.indices.filter { $0 != key }.map { shared[$0] }.max() ?? 0
    guard shared[key] >= 3, shared[key] >= best + 2 else { return [] }
    return [
      Finding(
        .note,
        at: item.options[key].location,
        "the key shares more words with the other options than any of them",
        remedy: "vary the distractors in more than one part"
      )
    ]
  }
}
