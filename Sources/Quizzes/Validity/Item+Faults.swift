internal import Diagnostics
internal import Foundation

extension Item {
  /// Why the item cannot be kept; empty for a sound one.
  package var faults: [ItemFault] {
    var faults: [ItemFault] = stem.isEmpty ? [.noStem] : []
    if texts.contains(where: \.text.isTooLong) { faults.append(.tooLong(limit: Node.textLimit)) }
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
  /// What is wrong with the key and the options; with those of the gaps too.
  package var faults: [ItemFault] {
    if case .cloze(let cloze) = self {
      return ownFaults + cloze.gaps.flatMap(\.kind.itemKind.faults)
    }
    return ownFaults
  }

  /// What is wrong with the key and the options, but for what is wrong in single gaps.
  var ownFaults: [ItemFault] {
    switch self {
    case .singleChoice(let choice): choice.faults
    case .multipleResponse(let choice): choice.faults
    case .trueFalse, .description: []
    case .numerical(let numerical): numerical.faults
    case .shortText(let shortText): shortText.faults
    case .matching(let matching): matching.faults
    case .ordering(let ordering):
      ItemFault.count(ordering.texts.count, .orderedText)
        + ItemFault.repetitions(in: ordering.texts, .orderedText)
    case .cloze(let cloze): ItemFault.count(cloze.gaps.count, .gap, least: 1)
    case .essay(let essay): essay.faults
    }
  }
}

// Rules that several kinds share.
extension ItemFault {
  /// Whether there are enough of a part, and not more than there are letters.
  static func count(_ count: Int, _ part: Part, least: Int = 2) -> [ItemFault] {
    (least...Letters.limit).contains(count) ? [] : [.count(count, of: part, least: least)]
  }

  /// Texts that read alike, or are empty.
  static func repetitions(
    in texts: [String],
    _ part: Part,
    matchingCase: Bool = false
  ) -> [ItemFault] {
    if texts.contains(where: \.isEmpty) { return [.empty(part)] }
    var places: [String: Int] = [:]
    var faults: [ItemFault] = []
    for (index, text) in texts.enumerated() {
      let compared = text.compared(matchingCase: matchingCase)
      if let first = places[compared] {
        faults.append(.alike(part, text, index: index, first: first))
      } else {
        places[compared] = index
      }
    }
    return faults
  }

  fileprivate static func fractions(_ fractions: [Rational], _ part: Part) -> [ItemFault] {
    (fractions.contains(1) ? [] : [.noFullMark(part)])
      + (fractions.allSatisfy { (0...1).contains($0) } ? [] : [.fractionOutside(part)])
  }

  /// What both kinds of choice demand of their options.
  fileprivate static func options(
    _ options: [Item.Option],
    _ weights: [Rational],
    isSingle: Bool
  ) -> [ItemFault] {
    count(options.count, .option) + repetitions(in: options.map(\.text), .option)
      + (options.isEmpty || options.contains(where: \.isKey) ? [] : [.noKey(isSingle: isSingle)])
      + options.indices.filter { options[$0].isKey && options[$0].fraction.map { $0 <= 0 } == true }
      .map { .keyWithoutMark(index: $0) }
      + (weights.allSatisfy { (-1...1).contains($0) } ? [] : [.weightOutside])
  }
}

extension SingleChoice {
  fileprivate var faults: [ItemFault] {
    let keys = options.indices.filter { options[$0].isKey }
    // A second key is a slip, unless what it earns is written out.
    let further = keys.dropFirst().filter { options[$0].fraction == nil }
    return ItemFault.options(options, weights, isSingle: true)
      + further.map { .secondKey(options[$0].text, index: $0, first: keys[0]) }
  }
}

extension MultipleResponse {
  fileprivate var faults: [ItemFault] {
    let statesFractions = options.contains { $0.fraction != nil }
    return ItemFault.options(options, weights, isSingle: false)
      + (statesFractions && rule != .weights ? [.unusedFractions(rule: rule.rawValue)] : [])
  }
}

extension Numerical {
  fileprivate var faults: [ItemFault] {
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
    let areUseful = units.allSatisfy { $0.count > 0 && $0.name.contains(where: \.isLetter) }
    return ItemFault.fractions(accepted.map(\.fraction), .acceptedNumber)
      + ((numbers + units.map(\.count)).allSatisfy(\.isWritable)
        ? [] : [.tooManyDigits(limit: TypedNumber.digitLimit)])
      + (isBackward ? [.backwardRange] : []) + (areUseful ? [] : [.uselessUnit])
      + (Set(units.map(\.name)).count == units.count ? [] : [.equalUnits])
  }
}

extension Decimal {
  /// Whether our file can hold the number: at most 38 digits.
  package var isWritable: Bool {
    isFinite && (try? TypedNumber(description, pointBeginsDecimals: true).number()) == self
  }
}

extension ShortText {
  fileprivate var faults: [ItemFault] {
    if accepted.isEmpty { return [.count(0, of: .acceptedText, least: 1)] }
    let patterns = accepted.map(\.pattern)
    return ItemFault.repetitions(in: patterns, .acceptedText, matchingCase: matchesCase)
      + ItemFault.fractions(accepted.map(\.fraction), .acceptedText)
  }
}

extension Matching {
  /// The right sides that must differ: several left sides may share one, and a further one that fits
  /// would be a trap.
  var distinctRights: [String] {
    var seen: Set<String> = []
    return pairs.map(\.right).filter { seen.insert($0).inserted } + extra
  }

  fileprivate var faults: [ItemFault] {
    let counts = ItemFault.count(pairs.count, .pair)
    let all = pairs.count + extra.count
    return (counts.isEmpty && all > Letters.limit ? ItemFault.count(all, .rightSide) : counts)
      + ItemFault.repetitions(in: pairs.map(\.left), .leftSide)
      + ItemFault.repetitions(in: distinctRights, .rightSide)
  }
}

extension Essay {
  fileprivate var faults: [ItemFault] {
    let counts = [leastWords, mostWords].compactMap { $0 }
    let isBackward = counts.count == 2 && counts[0] > counts[1]
    return isBackward || !counts.allSatisfy((1...5000).contains) ? [.wordCounts] : []
  }
}

extension Cloze {
  /// Whether each gap stands once in the text, and no other.
  func faults(in stem: String) -> [ItemFault] {
    let markers = Self.markers(in: stem)
    let shown = (1..<(gaps.count + 1)).compactMap { number -> ItemFault? in
      let count = markers.count { $0 == number }
      return count == 1 ? nil : .gapShown(number, times: count)
    }
    let unknown = markers.filter { !(1...max(1, gaps.count)).contains($0) }
    return shown + unknown.map { .unknownGap($0, count: gaps.count) }
  }

  /// The numbers in `[[1]]`, each of at most four digits, in their order.
  private static func markers(in stem: String) -> [Int] {
    var markers: [Int] = []
    var rest = Array(stem.utf8)[...]
    while let place = rest.firstIndex(of: UInt8(ascii: "[")) {
      rest = rest[place...].dropFirst()
      let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      let isMarker =
        rest.first == UInt8(ascii: "[") && (1...4).contains(digits.count)
        && rest[digits.endIndex...].starts(with: "]]".utf8)
      guard isMarker, let number = Int(String(decoding: digits, as: UTF8.self)) else { continue }
      markers.append(number)
      rest = rest[digits.endIndex...].dropFirst(2)
    }
    return markers
  }
}
