internal import Diagnostics
internal import Foundation

/// An item as it was shown, with the response and what it earned.
struct JudgedItem {
  let shown: ShownItem
  let entry: Score.Entry
  let response: Response?
  /// How many hints and wrong tries cost a part of the mark.
  let costs: Int
  /// The mark that a person gave.
  let marked: Event.Marked?

  private var item: Item { shown.item }

  /// The fraction without what hints and tries cost.
  private var plain: Rational? {
    marked == nil ? response.flatMap { item.kind.fraction(of: $0) } : entry.fraction
  }

  /// Whether the participant may know that the whole mark was earned, and nobody wrote a comment.
  func needsNoSecondLook(showing details: Set<Quiz.Feedback.Detail>) -> Bool {
    guard details.contains(.verdicts) || details.contains(.marks) else { return false }
    return entry.fraction == 1 && (marked?.comment.isEmpty ?? true)
  }

  /// The verdict on the response, the key where it was missed, and why.
  func feedback(showing details: Set<Quiz.Feedback.Detail>) -> [Line] {
    var lines = verdict(details)
    if let response, details.contains(.responses) {
      let text = "Your response: \(shown.text(of: response))"
      lines += Line.lines(.feedback, text)
    }
    if let marked, !marked.comment.isEmpty, details.contains(.reasons) {
      lines += Line.lines(.feedback, "\(marked.by): \(marked.comment)")
    }
    if let response, details.contains(.reasons) {
      lines += shown.reasons(for: response, tellingKeys: details.contains(.key)) + combined
    }
    if plain != 1, details.contains(.key), !shown.keyText.isEmpty {
      lines.append(Line(.feedback, "Key: \(shown.keyText)"))
    }
    if details.contains(.rationale) {
      if let rationale = item.rationale { lines += Line.lines(.feedback, "Why: \(rationale)") }
      if let source = item.source { lines.append(Line(.feedback, "Source: \(source)")) }
    }
    return lines
  }

  /// What the item says to whoever was right, partly right or wrong.
  private var combined: [Line] {
    guard let plain else { return [] }
    let text =
      plain >= 1
      ? item.feedback.right : plain > 0 ? item.feedback.partlyRight : item.feedback.wrong
    return text.map { Line.lines(.feedback, $0) } ?? []
  }

  private func verdict(_ details: Set<Quiz.Feedback.Detail>) -> [Line] {
    var words: [String] = []
    let role: Line.Role
    switch plain {
    case _ where entry.isAwaited:
      return [Line(.detail, "A person has yet to mark it.")]
    case nil: (role, words) = (.wrong, ["No response."])
    case let plain? where plain >= 1: (role, words) = (.right, ["Right."])
    case let plain? where plain > 0: (role, words) = (.partlyRight, ["Partly right."])
    case _?: (role, words) = (.wrong, ["Wrong."])
    }
    if marked != nil { words = ["Marked by a person."] }
    if !details.contains(.verdicts), plain != nil { words = [] }
    if details.contains(.marks) {
      let places = Rational.places(telling: [entry.mark, entry.maximum, 0])
      words.append(
        "\(entry.mark.rounded(places: places)) of \(marks(entry.maximum))\(explanation)."
      )
    }
    guard !words.isEmpty else { return [] }
    let shownRole = details.contains(.verdicts) || plain == nil ? role : .detail
    return [Line(shownRole, words.joined(separator: " "))]
  }

  /// Why the mark is not the fraction of the maximum.
  private var explanation: String {
    guard plain != nil, marked == nil else { return "" }
    if let certainty = entry.certainty { return ", at certainty \(certainty.rawValue)" }
    return costs > 0 ? ", after \(costs.counted("hint or wrong try", "hints or wrong tries"))" : ""
  }
}
