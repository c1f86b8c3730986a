/// Something for which an item cannot be sat or marked, as a fact.
///
/// What makes an item valid is said once, in `Item.faults` and `Item.Kind.faults`. Our own form reports
/// each fault at its place in the file, and a bank in another form reports it with the item.
package enum ItemFault: Hashable, Sendable {
  /// What an item has several of.
  package enum Part: String, Hashable, Sendable {
    case option
    case acceptedText = "accepted text"
    case acceptedNumber = "accepted number"
    case pair
    case leftSide = "left side"
    case rightSide = "right side"
    case orderedText = "text"
    case gap
  }

  case noStem
  /// A text is longer than our form holds.
  case tooLong(limit: Int)
  /// There are too few or too many of a part.
  case count(Int, of: Part, least: Int)
  case empty(Part)
  /// A part, by its number from 0, reads like an earlier one.
  case alike(Part, String, index: Int, first: Int)
  /// No option is right; where only one is chosen, none earns the whole mark.
  case noKey(isSingle: Bool)
  /// A right option earns nothing.
  case keyWithoutMark(index: Int)
  /// A further option is right, and what it earns is not written out.
  case secondKey(String, index: Int, first: Int)
  /// Options state fractions that their rule does not use.
  case unusedFractions(rule: String)
  /// An option earns or costs more than the mark.
  case weightOutside
  /// No accepted text or number earns the whole mark.
  case noFullMark(Part)
  /// A fraction of an accepted text or number is not from 0 to 1.
  case fractionOutside(Part)
  case tooManyDigits(limit: Int)
  case backwardRange
  /// A unit has no name, or counts 0.
  case uselessUnit
  case equalUnits
  /// The numbers of words of an essay are out of range, or the least is more than the most.
  case wordCounts
  /// A gap, by its number from 1, does not stand once in the text.
  case gapShown(Int, times: Int)
  /// The text has a marker for a gap that there is not.
  case unknownGap(Int, count: Int)
}

extension ItemFault {
  /// The fault as a clause on "the item".
  package var clause: String {
    switch self {
    case .noStem: "it has no text"
    case .tooLong(let limit): "one of its texts has more than \(limit) characters"
    case .count(0, .acceptedText, _): "it has no accepted text"
    case .count(let count, let part, let least):
      "it has \(count) \(part.plural), expected \(least) to \(Letters.limit)"
    case .empty(let part): "one of its \(part.plural) is empty"
    case .alike(let part, let text, _, _): "two of its \(part.plural) are '\(text.shortened)'"
    case .noKey(isSingle: true): "none of its options earns the whole mark"
    case .noKey(isSingle: false): "none of its options earns anything"
    case .keyWithoutMark: "a right option earns nothing"
    case .secondKey(let text, _, _): "'\(text.shortened)' is a second right option"
    case .unusedFractions(let rule): "its options state fractions, which '\(rule)' does not use"
    case .weightOutside: "an option earns or costs more than the mark"
    case .noFullMark(let part): "none of its \(part.plural) earns the whole mark"
    case .fractionOutside(let part): "a fraction of its \(part.plural) is not from 0 to 1"
    case .tooManyDigits(let limit): "a number has more than \(limit) digits"
    case .backwardRange: "a range of numbers goes backward"
    case .uselessUnit: "one of its units has no name or counts 0"
    case .equalUnits: "two of its units have the same name"
    case .wordCounts: "its numbers of words are not from 1 to 5000, the least first"
    case .gapShown, .unknownGap: "its text does not show each gap once"
    }
  }
}

extension ItemFault.Part {
  /// Several of the part.
  fileprivate var plural: String {
    self == .orderedText ? "texts to put in order" : "\(rawValue)s"
  }
}
