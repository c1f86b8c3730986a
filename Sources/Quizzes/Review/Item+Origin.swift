package import Diagnostics

extension Item {
  /// Where an item is written: the name of its quiz, and its identifier there.
  public struct Origin: Hashable, Comparable, Sendable {
    /// The name of the quiz, as on the command line.
    public var quiz: String
    /// The identifier in that quiz.
    public var item: Item.ID

    /// Creates an origin.
    public init(quiz: String, item: Item.ID) {
      self.quiz = quiz
      self.item = item
    }

    public static func < (left: Self, right: Self) -> Bool {
      (left.quiz, left.item) < (right.quiz, right.item)
    }
  }

  /// Whether the item asks for a response that is judged at once, without anybody who gives a mark.
  public var isJudgedAtOnce: Bool {
    switch kind {
    case .singleChoice, .multipleResponse, .trueFalse, .numerical, .shortText, .matching, .ordering,
      .cloze:
      true
    case .essay, .description: false
    }
  }
}

extension Quiz {
  /// Where the items of a review come from, by their identifiers in it; empty for other quizzes.
  ///
  /// The text of a review says so with `from: [quiz, item]`; it is hashed and kept with the attempt.
  public var origins: [Item.ID: Item.Origin] {
    guard let root = try? Node.parse(SourceText(file: "review", text: text)) else { return [:] }
    var origins: [Item.ID: Item.Origin] = [:]
    for node in root.items {
      guard let id = node["id"]?.written, case .list(let names) = node["from"]?.content,
        names.count == 2, let quiz = names[0].written, let item = names[1].written
      else { continue }
      origins[id] = Item.Origin(quiz: quiz, item: item)
    }
    return origins
  }
}

extension Node {
  /// The value of a key in a mapping.
  package subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// Where a key of a mapping is written.
  package func location(of key: String) -> Diagnostic.Location? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.location
  }

  /// The text of a scalar, on one line with single spaces.
  package var written: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text.onOneLine
  }

  /// The items of a quiz's file.
  package var items: [Node] {
    guard case .list(let nodes) = self["items"]?.content else { return [] }
    return nodes
  }
}
