internal import Diagnostics
internal import Quizzes

/// An item with the places of its texts, and its words taken apart.
struct LintedItem {
  /// An option with its place.
  struct Option {
    let text: String
    let isKey: Bool
    let location: Diagnostic.Location
    /// The words in small letters.
    let words: [String]
    /// How many characters the text has.
    let length: Int
    /// The number or the range of numbers that the text is; `nil` where it is none.
    let quantity: Quantity?

    fileprivate init(_ option: Item.Option, at location: Diagnostic.Location) {
      text = option.text
      isKey = option.isKey
      self.location = location
      words = text.words
      length = text.count
      quantity = Quantity(text)
    }
  }

  /// A text that a participant reads, with its place.
  struct Text {
    let text: String
    let location: Diagnostic.Location
  }

  let item: Item
  /// The options of a choice in the order of the file; empty for other kinds.
  let options: [Option]
  /// Whether the options change places when the quiz is sat.
  let isShuffled: Bool
  /// The stem with its place.
  let stem: Text
  /// The words of the stem in small letters.
  let words: [String]
  /// The sentences of the stem.
  let sentences: [String]
  /// The words of the language in which the item is written.
  let lexicon: Lexicon
  /// All texts that the participant reads before responding, each with its place.
  let shown: [Text]
  /// The item as it is written.
  let node: Node?

  init(_ item: Item, in quiz: Quiz, _ node: Node?) {
    self.item = item
    self.node = node
    isShuffled = quiz.shuffle.includesOptions && !item.keepsOrder
    let texts = PlacedTexts(item, node)
    let stem = Text(text: item.stem, location: node?["stem"]?.location ?? item.location)
    self.stem = stem
    var shown: [String] = []
    for (role, text) in item.kind.texts where role.isShownWithStem && !shown.contains(text) {
      shown.append(text)
    }
    self.shown = [stem] + shown.map { Text(text: $0, location: texts.location(of: $0)) }
    let options = item.kind.choiceOptions.map { Option($0, at: texts.location(of: $0.text)) }
    self.options = options
    words = item.stem.words
    sentences = item.stem.sentences
    lexicon = Lexicon.of(
      [item.stem] + options.map(\.text),
      words: words + options.flatMap(\.words)
    )
  }

  /// The options that are keys.
  var keys: [Option] { options.filter(\.isKey) }

  /// The options that are not.
  var distractors: [Option] { options.filter { !$0.isKey } }

  /// The key of an item of which exactly one option is right and several are wrong.
  var singleKey: Option? {
    guard case .singleChoice = item.kind, keys.count == 1, distractors.count >= 2 else {
      return nil
    }
    return keys[0]
  }

  /// Where a key of the item is written, else where the item begins.
  func location(of key: String) -> Diagnostic.Location {
    node?.location(of: key) ?? item.location
  }
}

/// Finds the place of a text in an item by what is written.
private struct PlacedTexts {
  private let item: Item
  private var places: [String: Diagnostic.Location] = [:]

  init(_ item: Item, _ node: Node?) {
    self.item = item
    for key in ["options", "pairs", "extra", "order", "key", "gaps", "template"] {
      if let node = node?[key] { add(node) }
    }
  }

  private mutating func add(_ node: Node) {
    switch node.content {
    case .scalar:
      if let text = node.written, places[text] == nil { places[text] = node.location }
    case .list(let nodes): for node in nodes { add(node) }
    case .mapping(let entries):
      for entry in entries where entry.key != "because" { add(entry.value) }
    }
  }

  func location(of text: String) -> Diagnostic.Location {
    places[text] ?? item.location
  }
}

extension Item.Kind {
  /// The options of a choice; empty for other kinds.
  var choiceOptions: [Item.Option] {
    switch self {
    case .singleChoice(let choice): choice.options
    case .multipleResponse(let choice): choice.options
    case .trueFalse, .numerical, .shortText, .matching, .ordering, .cloze, .essay, .description: []
    }
  }
}
