/// Where the numbers of an item's options, right sides and texts are in another version of it; they
/// are found by their text, never by their place.
indirect enum Renumbering: Hashable, Sendable {
  /// One gap of a cloze.
  struct Gap: Hashable, Sendable {
    var renumbering: Renumbering
    /// How many options the gap has.
    var count: Int
  }

  /// The item has no numbers.
  case same
  /// For each option or text of the one version its number in the other.
  case options([Int])
  /// The same for the left and the right sides of a matching.
  case sides(lefts: [Int], rights: [Int])
  /// The gaps of a cloze.
  case gaps([Gap])

  /// Finds what one version shows in another.
  init(from old: Item.Kind, to new: Item.Kind) throws(Correction.Change) {
    switch (old, new) {
    case (.singleChoice(let old), .singleChoice(let new)):
      self = .options(try Self.numbers(of: old.options.map(\.text), in: new.options.map(\.text)))
    case (.multipleResponse(let old), .multipleResponse(let new)):
      self = .options(try Self.numbers(of: old.options.map(\.text), in: new.options.map(\.text)))
    case (.ordering(let old), .ordering(let new)):
      self = .options(try Self.numbers(of: old.texts, in: new.texts))
    case (.matching(let old), .matching(let new)):
      self = .sides(
        lefts: try Self.numbers(of: old.pairs.map(\.left), in: new.pairs.map(\.left)),
        rights: try Self.numbers(of: old.rights, in: new.rights)
      )
    case (.cloze(let old), .cloze(let new)):
      guard old.gaps.count == new.gaps.count else { throw .kind }
      var gaps: [Gap] = []
      for (old, new) in zip(old.gaps, new.gaps) {
        let renumbering = try Renumbering(from: old.kind.itemKind, to: new.kind.itemKind)
        gaps.append(Gap(renumbering: renumbering, count: old.kind.itemKind.optionCount))
      }
      self = .gaps(gaps)
    case (.numerical(let old), .numerical(let new)):
      let counts = Dictionary(new.units.map { ($0.name, $0.count) }) { first, _ in first }
      guard old.unit == new.unit, old.units.allSatisfy({ counts[$0.name] == $0.count }) else {
        throw .units
      }
      self = .same
    case (.trueFalse, .trueFalse), (.shortText, .shortText), (.essay, .essay),
      (.description, .description):
      self = .same
    case (.singleChoice, _), (.multipleResponse, _), (.ordering, _), (.matching, _), (.cloze, _),
      (.numerical, _), (.trueFalse, _), (.shortText, _), (.essay, _), (.description, _):
      throw .kind
    }
  }

  /// For each old text its number among the new ones, which must be the same texts.
  private static func numbers(
    of old: [String],
    in new: [String]
  ) throws(Correction.Change) -> [Int] {
    let numbers = old.compactMap { new.firstIndex(of: $0) }
    let lost = old.filter { !new.contains($0) }
    let added = new.filter { !old.contains($0) }
    guard lost.isEmpty, added.isEmpty, numbers.sorted() == Array(new.indices) else {
      throw .texts(lost: lost, added: added)
    }
    return numbers
  }

  /// What was shown, in the numbers of the other version.
  func shown(_ numbers: [Int]) -> [Int] {
    switch self {
    case .same: return numbers
    case .options(let places), .sides(_, let places): return numbers.map { Self.number($0, places) }
    case .gaps(let gaps):
      let places = gaps.reduce(into: [Int]()) { all, gap in
        let start = all.count
        all += gap.renumbering.shown(Array(0..<gap.count)).map { $0 + start }
      }
      return numbers.map { Self.number($0, places) }
    }
  }

  /// A response in the numbers of the other version.
  func response(_ response: Response) -> Response {
    switch (self, response) {
    case (.options(let places), .option(let number)): return .option(Self.number(number, places))
    case (.options(let places), .options(let numbers)):
      return .options(numbers.map { Self.number($0, places) }.sorted())
    case (.options(let places), .order(let numbers)):
      return .order(numbers.map { Self.number($0, places) })
    case (.sides(let lefts, let places), .matches(let rights)):
      var matches = Array(repeating: 0, count: rights.count)
      for (left, right) in zip(lefts, rights) where matches.indices.contains(left) {
        matches[left] = Self.number(right, places)
      }
      return .matches(matches)
    case (.gaps(let gaps), .gaps(let responses)):
      return .gaps(
        responses.enumerated().map { index, response in
          guard gaps.indices.contains(index) else { return response }
          return response.map { gaps[index].renumbering.response($0) }
        }
      )
    case (.same, _), (.options, _), (.sides, _), (.gaps, _): return response
    }
  }

  private static func number(_ number: Int, _ places: [Int]) -> Int {
    places.indices.contains(number) ? places[number] : number
  }
}
