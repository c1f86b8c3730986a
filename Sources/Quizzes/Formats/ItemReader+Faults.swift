internal import Diagnostics

/// Where the key of an item is written.
struct KeyPlaces {
  /// The list of the options, pairs or texts, or the stem for the gaps in it.
  var whole: Diagnostic.Location
  /// The rule of scoring, where one is named.
  var scoring: Diagnostic.Location?
  /// The places of the parts, by what they are.
  var parts: [ItemFault.Part: [Diagnostic.Location]] = [:]

  /// The place of one part.
  fileprivate func location(of part: ItemFault.Part, _ index: Int) -> Diagnostic.Location {
    guard let places = parts[part], places.indices.contains(index) else { return whole }
    return places[index]
  }
}

extension ItemReader {
  /// Reports what is wrong with a key that was read.
  ///
  /// - Parameters:
  ///   - kind: The key.
  ///   - places: Where it is written.
  ///   - isComplete: Whether all parts could be read. Where some could not, their number and what the
  ///     others earn would mislead.
  mutating func report(faultsOf kind: Item.Kind, at places: KeyPlaces, isComplete: Bool = true) {
    report(kind.ownFaults.filter { isComplete || $0.isRepetition }, at: places)
  }

  mutating func report(_ faults: [ItemFault], at places: KeyPlaces) {
    for fault in faults { findings.report(Diagnostic(fault, at: places)) }
  }
}

extension ItemFault {
  /// Whether two parts read alike.
  fileprivate var isRepetition: Bool {
    if case .alike = self { true } else { false }
  }
}

extension Diagnostic {
  /// The fault of an item in our own form, at its place.
  fileprivate init(_ fault: ItemFault, at places: KeyPlaces) {
    switch fault {
    case .count(0, .acceptedText, _):
      self = .noFullKey(ItemFault.Part.acceptedText.rawValue, at: places.whole)
    case .count(let count, let part, let least):
      self = .wrongCount(count, of: part.rawValue, least: least, at: places.whole)
    case .alike(let part, let text, let index, let first):
      self = .duplicateText(
        Placed(text: text, location: places.location(of: part, index)),
        of: part.rawValue,
        first: places.location(of: part, first)
      )
    case .noKey: self = .noKey(at: places.whole)
    case .keyWithoutMark(let index):
      self = .keyCosts(at: places.location(of: .option, index))
    case .secondKey(let text, let index, let first):
      self = .secondKey(
        text,
        at: places.location(of: .option, index),
        first: places.location(of: .option, first)
      )
    case .unusedFractions(let rule):
      self = .fractionsUnused(by: rule, at: places.scoring ?? places.whole)
    case .noFullMark(let part): self = .noFullKey(part.rawValue, at: places.whole)
    case .gapShown(let number, let count):
      self = .gapShown(count, times: number, at: places.whole)
    case .unknownGap(let number, let count):
      self = .unknownGap(number, count: count, at: places.whole)
    case .wordCounts: self = .fewerMostThanLeast(at: places.scoring ?? places.whole)
    case .noStem, .tooLong, .empty, .weightOutside, .fractionOutside, .tooManyDigits,
      .backwardRange, .uselessUnit, .equalUnits:
      // The values of a file are refused one by one before they come to this.
      self = Diagnostic(
        .error,
        at: places.whole,
        "the item cannot be kept: \(fault.clause)",
        remedy: "correct it"
      )
    }
  }
}
