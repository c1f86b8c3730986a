internal import Diagnostics
internal import Quizzes

/// The stem does not say what is asked.
///
/// Source: Haladyna and others, guidelines 14 and 15.
struct NoQuestion: ItemRule {
  let code = "no-question"

  func findings(on item: LintedItem) -> [Finding] {
    switch item.item.kind {
    case .trueFalse, .cloze, .description: return []
    case .singleChoice, .multipleResponse, .numerical, .shortText, .matching, .ordering, .essay:
      break
    }
    let text = item.stem.text
    guard item.words.count < 4, !text.unicodeScalars.contains(where: \.isHan) else { return [] }
    let asks = text.contains { "?؟？".contains($0) } || text.contains("__") || text.contains("…")
    if asks { return [] }
    return [
      Finding(
        .note,
        at: item.stem.location,
        "the stem \(text.cited) does not say what is asked",
        remedy: "write a question"
      )
    ]
  }
}

extension Unicode.Scalar {
  /// Whether the character is one of Chinese, which is written without spaces.
  var isHan: Bool { (0x4E00...0x9FFF).contains(value) }
}
