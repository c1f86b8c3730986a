internal import Diagnostics
internal import Foundation

// What our own file would refuse, asked of items that come from other forms.

extension Item {
  /// Why the item cannot be kept, as phrases; empty for a sound one.
  package var faults: [String] {
    var faults: [String] = []
    if stem.isEmpty { faults.append("it has no text") }
    let texts = [
      stem, rationale, feedback.right, feedback.partlyRight, feedback.wrong, name, source,
    ]
    if (texts.compactMap { $0 } + hints + tags + kind.texts).contains(where: { $0.isTooLong }) {
      faults.append("one of its texts has more than \(Node.textLimit) characters")
    }
    faults += kind.faults
    if case .cloze(let cloze) = kind { faults += cloze.faults(in: stem) }
    return faults
  }
}

extension String {
  /// Whether the text is longer than our file allows; counts characters only where it may be.
  fileprivate var isTooLong: Bool {
    utf8.count > Node.textLimit && count > Node.textLimit
  }
}

extension Item.Kind {
  /// All texts of the key and the options.
  package var texts: [String] {
    switch self {
    case .singleChoice(let choice): choice.options.flatMap { [$0.text, $0.because ?? ""] }
    case .multipleResponse(let choice): choice.options.flatMap { [$0.text, $0.because ?? ""] }
    case .trueFalse(let statement): [statement.becauseTrue ?? "", statement.becauseFalse ?? ""]
    case .numerical(let numerical):
      [numerical.otherwise ?? "", numerical.unit ?? ""]
        + numerical.accepted.map { $0.because ?? "" }
    case .shortText(let shortText):
      shortText.accepted.flatMap { [$0.pattern, $0.because ?? ""] }
    case .matching(let matching): matching.pairs.flatMap { [$0.left, $0.right] } + matching.extra
    case .ordering(let ordering): ordering.texts
    case .cloze(let cloze): cloze.gaps.flatMap(\.kind.itemKind.texts)
    case .essay(let essay): [essay.guide ?? "", essay.template ?? ""]
    case .description: []
    }
  }

  fileprivate var faults: [String] {
    switch self {
    case .singleChoice(let choice): return choice.faults
    case .multipleResponse(let choice): return choice.faults
    case .trueFalse, .description: return []
    case .numerical(let numerical): return numerical.faults
    case .shortText(let shortText): return shortText.faults
    case .matching(let matching): return matching.faults
    case .ordering(let ordering):
      return countFault(ordering.texts.count, of: "texts to put in order")
        + repetition(in: ordering.texts, of: "texts")
    case .cloze(let cloze):
      return countFault(cloze.gaps.count, of: "gaps", least: 1)
        + cloze.gaps.flatMap(\.kind.itemKind.faults)
    case .essay(let essay):
      let counts = [essay.leastWords, essay.mostWords].compactMap { $0 }
      let isBackward = counts.count == 2 && counts[0] > counts[1]
      return isBackward || !counts.allSatisfy((1...5000).contains)
        ? ["its numbers of words are not from 1 to 5000, the least first"] : []
    }
  }
}

private func countFault(_ count: Int, of what: String, least: Int = 2) -> [String] {
  (least...Letters.limit).contains(count)
    ? [] : ["it has \(count) \(what), expected \(least) to \(Letters.limit)"]
}

/// Reports empty texts and those that read alike.
private func repetition(
  in texts: [String],
  of what: String,
  matchingCase: Bool = false
) -> [String] {
  if texts.contains(where: \.isEmpty) { return ["one of its \(what) is empty"] }
  var seen: Set<String> = []
  for text in texts {
    if !seen.insert(text.compared(matchingCase: matchingCase)).inserted {
      return ["two of its \(what) are '\(text.shortened)'"]
    }
  }
  return []
}

private func fractionFault(_ fractions: [Rational], of what: String) -> [String] {
  var faults: [String] = []
  if !fractions.contains(1) { faults.append("none of its \(what) earns the whole mark") }
  if fractions.contains(where: { $0 < 0 || $0 > 1 }) {
    faults.append("a fraction of its \(what) is not from 0 to 1")
  }
  return faults
}

extension SingleChoice {
  fileprivate var faults: [String] {
    countFault(options.count, of: "options") + repetition(in: options.map(\.text), of: "options")
      + (options.contains(where: \.isKey) ? [] : ["none of its options earns the whole mark"])
      + (weights.allSatisfy { (-1...1).contains($0) }
        ? [] : ["an option earns or costs more than the mark"])
  }
}

extension MultipleResponse {
  fileprivate var faults: [String] {
    countFault(options.count, of: "options") + repetition(in: options.map(\.text), of: "options")
      + (options.contains(where: \.isKey) ? [] : ["none of its options earns anything"])
      + (weights.allSatisfy { (-1...1).contains($0) }
        ? [] : ["an option earns or costs more than the mark"])
  }
}

extension Numerical {
  fileprivate var faults: [String] {
    let numbers = accepted.flatMap { accepted in
      switch accepted.value {
      case .number(let number, .absolute(let reach)): [number, reach]
      case .number(let number, .relative(let part)): [number, part * 100]
      case .range(let first, let last): [first, last]
      }
    }
    let isBackward = accepted.contains { accepted in
      switch accepted.value {
      case .range(let first, let last): first > last
      case .number(_, .absolute(let reach)), .number(_, .relative(let reach)): reach < 0
      }
    }
    return fractionFault(accepted.map(\.fraction), of: "accepted numbers")
      + ((numbers + units.map(\.count)).allSatisfy(\.isWritable)
        ? [] : ["a number has more than \(TypedNumber.digitLimit) digits"])
      + (isBackward ? ["a range of numbers goes backward"] : [])
      + (units.allSatisfy { $0.count > 0 && $0.name.contains(where: \.isLetter) }
        ? [] : ["one of its units has no name or counts 0"])
      + (Set(units.map(\.name)).count == units.count ? [] : ["two of its units have the same name"])
  }
}

extension Decimal {
  /// Whether our file can hold the number: at most 38 digits.
  package var isWritable: Bool {
    isFinite && (try? TypedNumber(description, pointBeginsDecimals: true).number()) == self
  }
}

extension ShortText {
  fileprivate var faults: [String] {
    accepted.isEmpty
      ? ["it has no accepted text"]
      : repetition(
        in: accepted.map(\.pattern),
        of: "accepted texts",
        matchingCase: matchesCase
      )
        + fractionFault(accepted.map(\.fraction), of: "accepted texts")
  }
}

extension Matching {
  fileprivate var faults: [String] {
    var seen: Set<String> = []
    let distinct = pairs.map(\.right).filter { seen.insert($0).inserted }
    return countFault(pairs.count, of: "pairs")
      + (pairs.count + extra.count > Letters.limit
        ? countFault(pairs.count + extra.count, of: "right sides") : [])
      + repetition(in: pairs.map(\.left), of: "left sides")
      + repetition(in: distinct + extra, of: "right sides")
  }
}

extension Cloze {
  /// Whether each gap stands once in the text, and no other.
  fileprivate func faults(in stem: String) -> [String] {
    let markers = stem.matches(of: /\[\[([0-9]{1,4})\]\]/).compactMap { Int($0.1) }
    return markers.sorted() == Array(1..<(gaps.count + 1))
      ? [] : ["its text does not show each gap once"]
  }
}
