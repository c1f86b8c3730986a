internal import Chance

/// The items of an attempt and their options, in the order in which they are shown.
public struct Arrangement: Hashable, Sendable {
  /// One item with the order of its options.
  public struct Entry: Hashable, Codable, Sendable {
    /// The item.
    public var item: Item.ID
    /// What is shown first, second and so on, by number in the file from 0: options of a choice,
    /// right sides of a matching, texts of an ordering, options of all gaps of a cloze, those of the
    /// first gap first; empty for other kinds.
    public var options: [Int]

    /// Creates an entry.
    public init(item: Item.ID, options: [Int]) {
      self.item = item
      self.options = options
    }
  }

  /// The items in the order in which they are shown.
  public var entries: [Entry]

  /// Takes an order as it is.
  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// Draws and arranges the items of a quiz; equal seeds give equal arrangements in every release.
  ///
  /// Items change places within their section; what keeps its place is passed by. The right sides of
  /// a matching and the texts of an ordering always change places, because their order in the file
  /// is the key.
  ///
  /// - Parameters:
  ///   - quiz: What is sat.
  ///   - seed: The source of chance.
  ///   - seen: When the participant last got an item, so that a blueprint draws others first.
  public init(of quiz: Quiz, seed: UInt64, seen: [Item.ID: Timestamp] = [:]) {
    var generator = SplitMix64(seed: seed)
    let drawn = quiz.drawn(seen: seen, using: &generator)
    let names = [nil] + quiz.sections.map { Optional($0.id) }
    let keptOrders = quiz.sections.filter(\.keepsOrder).map(\.id)
    let items = names.flatMap { name in
      var items = drawn.filter { item in
        names.contains(item.section) ? item.section == name : name == nil
      }
      let keepsOrder = name.map(keptOrders.contains) ?? false
      if quiz.shuffle.includesItems, !keepsOrder {
        generator.shuffle(&items) { !$0.keepsPlace && $0.kind != .description }
      }
      return items
    }
    entries = items.map { item in
      let isShuffled =
        item.kind.orderIsKey || (quiz.shuffle.includesOptions && !item.keepsOrder)
      let options = isShuffled ? item.kind.shuffledOptions(using: &generator) : nil
      return Entry(item: item.id, options: options ?? Array(0..<item.kind.optionCount))
    }
  }
}

extension Item.Kind {
  /// The number of things that are shown with a letter.
  var optionCount: Int {
    switch self {
    case .singleChoice(let choice): choice.options.count
    case .multipleResponse(let choice): choice.options.count
    case .matching(let matching): matching.rights.count
    case .ordering(let ordering): ordering.texts.count
    case .cloze(let cloze): cloze.gaps.reduce(0) { $0 + $1.kind.itemKind.optionCount }
    case .trueFalse, .numerical, .shortText, .essay, .description: 0
    }
  }

  /// Whether the order in the file gives the key away.
  var orderIsKey: Bool {
    switch self {
    case .matching, .ordering: true
    case .singleChoice, .multipleResponse, .trueFalse, .numerical, .shortText, .cloze, .essay,
      .description:
      false
    }
  }

  /// The numbers of the options in an order of chance, without those that keep their place.
  fileprivate func shuffledOptions(using generator: inout SplitMix64) -> [Int] {
    switch self {
    case .singleChoice(let choice): choice.options.shuffledPlaces(using: &generator)
    case .multipleResponse(let choice): choice.options.shuffledPlaces(using: &generator)
    case .cloze(let cloze):
      cloze.gaps.reduce(into: []) { row, gap in
        let start = row.count
        row += gap.kind.itemKind.shuffledOptions(using: &generator).map { $0 + start }
      }
    case .matching, .ordering, .trueFalse, .numerical, .shortText, .essay, .description:
      generator.shuffled(optionCount)
    }
  }
}

extension [Item.Option] {
  fileprivate func shuffledPlaces(using generator: inout SplitMix64) -> [Int] {
    var places = [Int](indices)
    generator.shuffle(&places) { !self[$0].keepsPlace }
    return places
  }
}

extension SplitMix64 {
  /// The numbers from 0 to below a count, in an order of chance.
  fileprivate mutating func shuffled(_ count: Int) -> [Int] {
    var numbers = Array(0..<count)
    shuffle(&numbers)
    return numbers
  }

  /// Puts those elements that move into an order of chance; the others stay where they are.
  fileprivate mutating func shuffle<Element>(
    _ elements: inout [Element],
    where moves: (Element) -> Bool
  ) {
    let places = elements.indices.filter { moves(elements[$0]) }
    var moving = places.map { elements[$0] }
    shuffle(&moving)
    for (place, element) in zip(places, moving) { elements[place] = element }
  }
}
