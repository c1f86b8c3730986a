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

  /// Arranges a quiz; equal seeds give equal arrangements in every release.
  ///
  /// The right sides of a matching and the texts of an ordering always change places, because
  /// their order in the file is the key.
  public init(of quiz: Quiz, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var items = quiz.items
    if quiz.shuffle.includesItems { generator.shuffle(&items) }
    entries = items.map { item in
      var options = Array(0..<item.kind.optionCount)
      if item.kind.orderIsKey || (quiz.shuffle.includesOptions && !item.keepsOrder) {
        generator.shuffle(&options)
      }
      return Entry(item: item.id, options: options)
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
}
