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

  /// A text that may have several lines, or none.
  mutating func settle(_ text: inout String?) {
    guard var inner = text else { return }
    settle(&inner)
    text = inner.isEmpty ? nil : inner
  }

  /// A text on one line.
  mutating func settle(line text: inout String, of what: String) {
    settle(&text)
    if text.holds("\n") { lose("the line breaks of \(what)") }
    text = text.onOneLine
  }

  mutating func lose(_ loss: String) {
    if !losses.contains(loss) { losses.append(loss) }
  }
}

extension Item {
  /// Cleans all texts, and writes marks, fractions and rules as our own form does.
  mutating func settle(_ losses: inout [String]) {
    var settler = TextSettler(losses: losses)
    settleTexts(&settler)
    settle(&kind, &settler)
    kind.mergeRepetitions(&settler.losses)
    settleMark(&settler)
    losses = settler.losses
  }

  private mutating func settleTexts(_ settler: inout TextSettler) {
    settler.settle(&stem)
    settler.settle(&rationale)
    settler.settle(&feedback.right)
    settler.settle(&feedback.partlyRight)
    settler.settle(&feedback.wrong)
    settler.settle(&source)
    source = source?.onOneLine
    settler.settle(&name)
    name = name?.onOneLine
    settler.settle(&category)
    category = category?.onOneLine
    for index in hints.indices { settler.settle(&hints[index]) }
    hints.removeAll(where: \.isEmpty)
    for index in tags.indices { settler.settle(line: &tags[index], of: "a tag") }
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
    let rounded = Rational(decimal: maximum.rounded()) ?? 1
    if rounded != maximum {
      settler.lose("the digits of its mark behind \(maximum.rounded())")
      maximum = max(rounded, Rational(1, over: 100))
    }
  }

  private func settle(_ kind: inout Kind, _ settler: inout TextSettler) {
    switch kind {
    case .singleChoice(var choice):
      settle(&choice.options, &settler)
      choice.settleFractions()
      kind = .singleChoice(choice)
    case .multipleResponse(var choice):
      settle(&choice.options, &settler)
      choice.settleRule()
      kind = .multipleResponse(choice)
    case .trueFalse(var statement):
      settler.settle(&statement.becauseTrue)
      settler.settle(&statement.becauseFalse)
      kind = .trueFalse(statement)
    case .numerical(var numerical):
      settler.settle(&numerical.otherwise)
      settler.settle(&numerical.unit)
      numerical.unit = numerical.unit?.onOneLine
      for index in numerical.accepted.indices {
        settler.settle(&numerical.accepted[index].because)
      }
      kind = .numerical(numerical)
    case .shortText(var shortText):
      for index in shortText.accepted.indices {
        settler.settle(line: &shortText.accepted[index].pattern, of: "an accepted text")
        settler.settle(&shortText.accepted[index].because)
      }
      kind = .shortText(shortText)
    case .matching(var matching):
      for index in matching.pairs.indices {
        settler.settle(line: &matching.pairs[index].left, of: "a left side")
        settler.settle(line: &matching.pairs[index].right, of: "a right side")
      }
      for index in matching.extra.indices {
        settler.settle(line: &matching.extra[index], of: "a right side")
      }
      kind = .matching(matching)
    case .ordering(var ordering):
      for index in ordering.texts.indices {
        settler.settle(line: &ordering.texts[index], of: "a text to put in order")
      }
      kind = .ordering(ordering)
    case .cloze(var cloze):
      for index in cloze.gaps.indices {
        var inner = cloze.gaps[index].kind.itemKind
        settle(&inner, &settler)
        if let simple = Cloze.Gap.Kind(inner) { cloze.gaps[index].kind = simple }
      }
      kind = .cloze(cloze)
    case .essay(var essay):
      settler.settle(&essay.guide)
      settler.settle(&essay.template)
      kind = .essay(essay)
    case .description: break
    }
  }

  private func settle(_ options: inout [Option], _ settler: inout TextSettler) {
    for index in options.indices {
      settler.settle(line: &options[index].text, of: "an option")
      settler.settle(&options[index].because)
    }
  }
}

extension Cloze.Gap.Kind {
  /// The kind as that of a gap; `nil` where it does not fit into one.
  init?(_ kind: Item.Kind) {
    switch kind {
    case .singleChoice(let choice): self = .singleChoice(choice)
    case .multipleResponse(let choice): self = .multipleResponse(choice)
    case .trueFalse(let statement): self = .trueFalse(statement)
    case .numerical(let numerical): self = .numerical(numerical)
    case .shortText(let shortText): self = .shortText(shortText)
    case .matching, .ordering, .cloze, .essay, .description: return nil
    }
  }
}
