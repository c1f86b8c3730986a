internal import Diagnostics
internal import Quizzes

/// An option is a list of other options, such as "A and C".
///
/// Who knows one part needs only to compare lists. Source: Haladyna and others, guideline 9.
struct KType: ItemRule {
  let code = "k-type"

  func findings(on item: LintedItem) -> [Finding] {
    let lists = item.options.filter(isList)
    guard let first = lists.first, lists.count >= 2 || first.text.contains(where: \.isUppercase)
    else { return [] }
    return [
      Finding(
        .warning,
        at: first.location,
        "the option \(first.text.cited) is a list of others",
        remedy: "ask for all that apply with 'kind: multiple-response'"
      )
    ]
  }

  private func isList(_ option: LintedItem.Option) -> Bool {
    guard option.words.allSatisfy(Self.mayContain) else { return false }
    let label = #"\(?(?:[A-Fa-f]|[IVX]{1,4}|[ivx]{2,4}|i|v|[1-9])\)?"#
    let joint = #"(?:\s*,\s*|\s*,?\s+(?:and|et|y|e|و)\s+|\s*&\s*)"#
    let pattern =
      "(?:(?i:both|only|options?|answers?|statements?)\\s+)*\(label)"
      + "(?:\(joint)\(label))+(?:\\s+(?i:only|are (?:correct|right|true)))?\\.?"
    guard let expression = try? Regex(pattern) else { return false }
    return option.text.wholeMatch(of: expression) != nil
  }

  /// Whether a list may contain a word in small letters: a label, or one of the words around it.
  ///
  /// Nearly every option has another word, and to look is quicker than to compare with the pattern.
  private static func mayContain(_ word: String) -> Bool {
    others.contains(word)
      || word.utf8.count <= 4 && word.allSatisfy { "abcdefivx123456789و".contains($0) }
  }

  private static let others: Set<String> = [
    "both", "only", "option", "options", "answer", "answers", "statement", "statements", "and",
    "et", "y", "e", "are", "correct", "right", "true",
  ]
}
