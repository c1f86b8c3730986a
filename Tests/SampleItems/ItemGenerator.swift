internal import Banks
internal import Chance
internal import Foundation
package import Quizzes

/// Makes sound items of all kinds by chance, with texts that mean something in some form.
package struct ItemGenerator {
  private var generator: SplitMix64

  package init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  /// Pieces of text that some form could take for its own signs, and those of several scripts.
  private static let pieces = [
    "law", "treaty", "State", "x < y & z", "<b>not</b>", "&eacute;", "{1:SA:=x}", "a{b}c", "= 4",
    "~no", "# 5", "####", "key: value", "\\n", "\\\\", "C:\\temp", "->", "%50%", "[html]",
    "[plain]",
    "[[7]]", "//", "::", "$CATEGORY:", "\"quoted\"", "it's", "é", "漢字", "مرحبا", "😀", "- dash",
    "? why", "* star", "TRUE", "T", "ANSWER: A", "A) first", "<?xml", "]]>", "null", "~", "yes",
    "10:30", "| pipe", "> fold", "'", "@", "`tick`", "a,b", "[x]", "100%", "!", "\u{A0}x",
    "//[id:x]", "<stdio.h>", "&", "0", "_____", "…", "e\u{301}", "\u{301}", "a\u{301}:",
  ]

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &generator)
  }

  private mutating func chance(_ percent: Int) -> Bool {
    number(1...100) <= percent
  }

  /// A text on one line.
  package mutating func line() -> String {
    let words = (0..<number(1...6)).map { _ in Self.pieces.randomElement(using: &generator) ?? "x" }
    let text = PlainText(words.joined(separator: chance(80) ? " " : "")).text.onOneLine
    return text.isEmpty ? "word" : text
  }

  /// A text that may have several lines and paragraphs.
  package mutating func text() -> String {
    var text = line()
    while chance(30) {
      text += [" ", "\n", "\n\n", "  ", "\n  "].randomElement(using: &generator) ?? " "
      text += line()
    }
    return PlainText(text).text
  }

  private mutating func maybeText() -> String? {
    chance(50) ? text() : nil
  }

  private mutating func lines(_ count: Int) -> [String] {
    (0..<count).map { "\(line()) \(count)\($0)" }
  }

  private mutating func fraction() -> Rational {
    let parts: [Rational] = [
      0, Rational(1, over: 2), Rational(1, over: 3), Rational(1, over: 4), Rational(9, over: 10),
    ]
    return parts.randomElement(using: &generator) ?? 0
  }

  private mutating func decimal() -> Decimal {
    Decimal(number(-5000...5000)) / [1, 2, 4, 10, 100][number(0...4)]
  }

  private mutating func options(_ count: Int) -> [Item.Option] {
    lines(count).map { text in
      Item.Option(text, isKey: false, because: maybeText(), keepsPlace: chance(5))
    }
  }

  private mutating func singleChoice() -> SingleChoice {
    let options = options(number(2...6))
    let key = number(0...(options.count - 1))
    let weights = options.indices.map { index -> Rational in
      index == key ? 1 : chance(20) ? fraction() : 0
    }
    return SingleChoice(weighted: options, weights)
  }

  private mutating func multipleResponse() -> MultipleResponse {
    var options = options(number(2...6))
    let keys = number(1...(options.count - 1))
    for index in 0..<keys { options[index].isKey = true }
    options.shuffle(using: &generator)
    let rules: [MultipleResponse.Rule] = [.partial, .keysOnly, .partialUnlessWrong, .allOrNothing]
    if chance(70) {
      var choice = MultipleResponse(
        options,
        rule: rules.randomElement(using: &generator) ?? .partial
      )
      if choice.rule != .allOrNothing {
        choice = MultipleResponse(weighted: choice.options, choice.weights)
      }
      return choice
    }
    let weights = options.map { option -> Rational in
      let fraction = max(fraction(), Rational(1, over: 5))
      return option.isKey ? fraction : -fraction
    }
    return MultipleResponse(weighted: options, weights)
  }

  private mutating func numerical(isGap: Bool = false) -> Numerical {
    let values = (0..<number(1...3)).map { _ -> Numerical.Value in
      let number = decimal()
      switch self.number(0...3) {
      case 0: return .range(from: number, to: number + abs(decimal()))
      case 1: return .number(number, tolerance: .relative(Decimal(self.number(1...50)) / 100))
      case 2: return .number(number, tolerance: .absolute(abs(decimal())))
      default: return .number(number, tolerance: .absolute(0))
      }
    }
    let accepted = values.enumerated().map { index, value in
      Numerical.Accepted(value, fraction: index == 0 ? 1 : fraction(), because: maybeText())
    }
    return Numerical(
      accepted,
      otherwise: maybeText(),
      unit: chance(30) ? "metre" : nil,
      units: chance(20) ? [.init("cm", count: 100), .init("m, s", count: 3)] : []
    )
  }

  private mutating func shortText() -> ShortText {
    let accepted = lines(number(1...3)).enumerated().map { index, text in
      let pattern = chance(80) ? text.replacing("*", with: "\\*") : "\(text)*"
      return ShortText.Accepted(
        pattern.onOneLine,
        fraction: index == 0 ? 1 : fraction(),
        because: maybeText()
      )
    }
    return ShortText(accepted, matchesCase: chance(30))
  }

  private mutating func trueFalse() -> TrueFalse {
    TrueFalse(key: chance(50), becauseTrue: maybeText(), becauseFalse: maybeText())
  }

  private mutating func matching() -> Matching {
    let lefts = lines(number(2...5))
    var rights = lines(lefts.count + 2)
    if chance(20) { rights[1] = rights[0] }
    return Matching(
      zip(lefts, rights).map { .init($0, $1) },
      extra: chance(50) ? [rights[rights.count - 1]] : [],
      rule: chance(30) ? .allOrNothing : .partial
    )
  }

  private mutating func cloze() -> (Cloze, String) {
    let gaps = (0..<number(1...4)).map { _ -> Cloze.Gap in
      let kind: Cloze.Gap.Kind =
        switch number(0...4) {
        case 0: .singleChoice(singleChoice())
        case 1: .multipleResponse(multipleResponse())
        case 2: .trueFalse(trueFalse())
        case 3: .numerical(numerical())
        default: .shortText(shortText())
        }
      return Cloze.Gap(kind, weight: Rational(Int128(number(1...3))))
    }
    let words = gaps.indices.map {
      "\(line().replacing("[[7]]", with: "7")) \(Cloze.marker($0 + 1))"
    }
    return (Cloze(gaps), PlainText(words.joined(separator: chance(50) ? " " : "\n")).text)
  }

  private mutating func kind() -> (Item.Kind, stem: String?) {
    switch number(0...9) {
    case 0: return (.singleChoice(singleChoice()), nil)
    case 1: return (.multipleResponse(multipleResponse()), nil)
    case 2: return (.trueFalse(trueFalse()), nil)
    case 3: return (.numerical(numerical()), nil)
    case 4: return (.shortText(shortText()), nil)
    case 5: return (.matching(matching()), nil)
    case 6:
      let rule = Ordering.Rule.allCases.randomElement(using: &generator) ?? .partial
      return (.ordering(Ordering(lines(number(2...5)), rule: rule)), nil)
    case 7:
      let (cloze, stem) = cloze()
      return (.cloze(cloze), stem)
    case 8:
      let words = chance(30) ? (number(1...50), number(51...500)) : nil
      return (
        .essay(
          Essay(
            guide: maybeText(),
            template: maybeText(),
            leastWords: words?.0,
            mostWords: words?.1
          )
        ), nil
      )
    default: return (.description, nil)
    }
  }

  /// An item of any kind.
  package mutating func item(_ index: Int) -> Item {
    let (kind, stem) = kind()
    var item = Item(id: "item-\(index)", stem: stem ?? text(), kind: kind)
    if chance(30) { item.name = "Name \(line())".onOneLine }
    item.rationale = maybeText()
    if chance(40) { item.source = line() }
    if chance(20) {
      item.feedback = .init(right: maybeText(), partlyRight: nil, wrong: maybeText())
    }
    if chance(20) { item.hints = [text(), text()] }
    if chance(20) { item.penalty = fraction() }
    if chance(30) { item.facts = ["F-TOC-0\(index % 10)", "F-X.1"] }
    if chance(30) { item.themes = [.init("T0\(index % 10)")] }
    if chance(20) { item.module = .init("organized-crime") }
    if chance(30) { item.tags = ["word", "two words", "x: y"] }
    if chance(30) { item.category = "Bank/\(line())".onOneLine }
    if chance(30) { item.level = .apply }
    if chance(30), kind != .description {
      item.maximum = Rational(Int128(number(1...400)), over: 100)
    }
    if chance(20) { item.reviewBy = ReviewDate("2027-03-01") }
    if chance(10) { item.keepsPlace = true }
    if chance(20) { item.allowances = [.init("negative-stem", because: "as in the treaty: so")] }
    if chance(20) { item.remarks = ["see: article \(index)", "ask # \"Ann\" -> soon"] }
    switch kind {
    case .singleChoice, .multipleResponse: item.keepsOrder = chance(20)
    case .trueFalse, .numerical, .shortText, .matching, .ordering, .cloze, .essay, .description:
      break
    }
    return item
  }

  /// A bank with some items.
  package mutating func quiz(items count: Int = 8) -> Quiz {
    Quiz(
      title: line(),
      status: text(),
      items: (0..<count).map { item($0) }
    )
  }
}
