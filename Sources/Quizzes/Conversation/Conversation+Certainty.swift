// How certain a participant is, where that counts.
extension Conversation {
  /// An item whose response still lacks its certainty.
  var itemWithoutCertainty: ShownItem? {
    guard quiz.asksCertainty, let progress = attempt.progress else { return nil }
    return progress.items.lazy.compactMap { shownItem($0) }.first { shown in
      guard let given = progress.responses[shown.item.id], given.response.isComplete else {
        return false
      }
      return given.certainty == nil && quiz.asksCertainty(about: shown.item)
    }
  }

  func certaintyQuestion(_ shown: ShownItem) -> [Line] {
    let text = given(to: shown).map { shown.text(of: $0.response) } ?? ""
    return [Line(.detail, "Item \(shown.number), your response: \(text)")]
  }

  mutating func answerCertainty(
    _ typed: String,
    of item: Item.ID,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    guard let certainty = Int(typed).flatMap(Certainty.init(rawValue:)) else {
      return refuse("Type 1, 2 or 3.", at: now, &draft)
    }
    try record(.certain(item: item, certainty), at: now, &draft)
    if let shown = shownItem(item), attempt.progress?.start.kind.givesFeedbackAtOnce == true {
      draft.lines += feedback(on: shown)
    } else {
      draft.lines.append(Line(.acknowledgement, "Kept with certainty \(certainty.rawValue)."))
    }
    return try askAfresh(at: now, &draft)
  }
}

extension Certainty {
  /// What a right and a wrong response earn, for people.
  static let explanation =
    "Say after each response how certain you are. Right: 1, 2 or 3 times the mark. "
    + "Wrong: 0, minus 2 or minus 6 times the mark. "
    + "Choose 2 if you are at least 67 percent certain, 3 if at least 80 percent."
}
