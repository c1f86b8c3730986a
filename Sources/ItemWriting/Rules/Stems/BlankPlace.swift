internal import Diagnostics
internal import Quizzes

/// A stem that is to be completed begins with the blank, or has several.
///
/// Who reads it knows what is asked only at its end. Source: Haladyna and others, guideline 15.
struct BlankPlace: ItemRule {
  let code = "blank-place"

  func findings(on item: LintedItem) -> [Finding] {
    let text = item.stem.text
    guard Self.mayHaveBlank(text) else { return [] }
    let blanks = text.matches(of: /_{2,}|\.{5,}|…{2,}|\[\s*\]/)
    guard let first = blanks.first else { return [] }
    let message: String
    if text[..<first.range.lowerBound].words.isEmpty {
      message = "the stem begins with the blank"
    } else if blanks.count > 1 {
      message = "the stem has \(blanks.count) blanks"
    } else {
      return []
    }
    return [
      Finding(
        .note,
        at: item.stem.location,
        message,
        remedy: "ask a question, or put one blank near the end"
      )
    ]
  }

  /// Whether a text has a sign that blanks are made of; nearly every text has none.
  private static func mayHaveBlank(_ text: String) -> Bool {
    var dots = 0
    for scalar in text.unicodeScalars {
      if scalar == "_" || scalar == "…" || scalar == "[" { return true }
      dots = scalar == "." ? dots + 1 : 0
      if dots == 5 { return true }
    }
    return false
  }
}

extension Substring {
  fileprivate var words: [String] { String(self).words }
}
