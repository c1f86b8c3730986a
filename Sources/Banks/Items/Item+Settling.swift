internal import Diagnostics
internal import Foundation
internal import Quizzes

// Items of other forms are brought to the shape in which our own file keeps them.

/// Cleans the texts of one item and remembers what that took away.
private struct TextSettler {
  var losses: [String]

  /// A text that may have several lines.
  mutating func settle(_ text: inout String) {
    let plain = PlainText(text)
    text = plain.text
    for loss in plain.losses { lose(loss) }
  }

  /// A text on one line.
  mutating func settle(line text: inout String, of role: Item.TextRole) {
    settle(&text)
    if text.holds("\n") { lose("the line breaks of \(role.phrase)") }
    text = text.onOneLine
  }

  mutating func lose(_ loss: String) {
    if !losses.contains(loss) { losses.append(loss) }
  }
}

extension Item.TextRole {
  /// The text, as a phrase in what is lost.
  fileprivate var phrase: String {
    switch self {
    case .stem, .rationale, .feedback, .source, .name, .category: "its \(self)"
    case .hint: "a hint"
    case .tag: "a tag"
    case .option: "an option"
    case .reason: "a feedback"
    case .accepted: "an accepted text"
    case .unit: "its unit"
    case .left: "a left side"
    case .right: "a right side"
    case .ordered: "a text to put in order"
    case .guide, .template: "its \(self)"
    }
  }
}

extension Item {
  /// Cleans all texts, and writes marks, fractions and rules as our own form does.
  mutating func settle(_ losses: inout [String]) {
    var settler = TextSettler(losses: losses)
    settleTexts(&settler)
    Self.settleRules(&kind)
    kind.mergeRepetitions(&settler.losses)
    settleMark(&settler)
    losses = settler.losses
  }

  /// Cleans the texts; what has one line gets one, and what is empty goes.
  private mutating func settleTexts(_ settler: inout TextSettler) {
    changeTexts { role, text in
      if role.isLine { settler.settle(line: &text, of: role) } else { settler.settle(&text) }
    }
    hints.removeAll(where: \.isEmpty)
    tags.removeAll(where: \.isEmpty)
  }

  private mutating func settleMark(_ settler: inout TextSettler) {
    if let penalty, !(0...1).contains(penalty) {
      settler.lose("its penalty of \(penalty.rounded())")
      self.penalty = nil
    }
    guard kind != .description else {
      maximum = 1
      return
    }
    guard maximum > 0, maximum <= 1000 else {
      settler.lose("its mark of \(maximum.rounded())")
      maximum = 1
      return
    }
    // Other forms write a third as 0.3333333.
    if let simple = Rational(weight: maximum.rounded(places: 7)), simple > 0,
      simple.denominator <= 20,
      simple.isNear(maximum)
    {
      maximum = simple
      return
    }
    let rounded = Rational(decimal: maximum.rounded()) ?? 1
    if rounded != maximum {
      settler.lose("the digits of its mark after \(maximum.rounded())")
      maximum = max(rounded, Rational(1, over: 100))
    }
  }

  /// Writes fractions and rules as our own form does.
  private static func settleRules(_ kind: inout Kind) {
    switch kind {
    case .singleChoice(var choice):
      choice.settleFractions()
      kind = .singleChoice(choice)
    case .multipleResponse(var choice):
      choice.settleRule()
      kind = .multipleResponse(choice)
    case .cloze(var cloze):
      for index in cloze.gaps.indices {
        var inner = cloze.gaps[index].kind.itemKind
        settleRules(&inner)
        if let simple = Cloze.Gap.Kind(inner) { cloze.gaps[index].kind = simple }
      }
      kind = .cloze(cloze)
    case .trueFalse, .numerical, .shortText, .matching, .ordering, .essay, .description: break
    }
  }
}
