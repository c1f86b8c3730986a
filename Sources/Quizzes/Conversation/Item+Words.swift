// Responses and keys in words that are the same for everybody, in whichever order options were shown.

extension Item {
  /// A response in words: the texts of what was chosen instead of the letters.
  public func words(for response: Response) -> String {
    kind.words(for: response)
  }

  /// The key in words; empty for what a person marks, and for a text to read.
  public var keyWords: String {
    kind.keyWords(of: self)
  }
}

extension Item.Kind {
  fileprivate func words(for response: Response) -> String {
    switch (self, response) {
    case (.singleChoice(let choice), .option(let index)):
      Self.text(of: choice.options, index)
    case (.multipleResponse(let choice), .options(let indices)):
      indices.map { Self.text(of: choice.options, $0) }.joined(separator: "; ")
    case (.numerical(let numerical), .number(let number)):
      numerical.unit.map { "\(number) \($0)" } ?? "\(number)"
    case (.matching(let matching), .matches(let rights)):
      zip(matching.pairs, rights).map { pair, right in
        "\(pair.left) = \(Self.text(matching.rights, right))"
      }.joined(separator: "; ")
    case (.ordering(let ordering), .order(let indices)):
      indices.map { Self.text(ordering.texts, $0) }.joined(separator: "; ")
    case (.cloze(let cloze), .gaps(let responses)):
      zip(cloze.gaps, responses).enumerated().map { index, gap in
        let words = gap.1.map { gap.0.kind.itemKind.words(for: $0) } ?? ""
        return "\(index + 1) \(words)"
      }.joined(separator: "; ")
    case (_, .truth(let isTrue)): isTrue ? "true" : "false"
    case (_, .text(let text)), (_, .draft(let text)): text
    case (_, .number(let number)): "\(number)"
    case (_, .read): ""
    // A response of another kind than the item: it earns nothing, and is shown as it is kept.
    case (_, .option(let index)): "\(index + 1)"
    case (_, .options(let indices)), (_, .matches(let indices)), (_, .order(let indices)):
      indices.map { "\($0 + 1)" }.joined(separator: "; ")
    case (_, .gaps(let responses)): "\(responses.count) gaps"
    }
  }

  fileprivate func keyWords(of item: Item) -> String {
    switch self {
    case .singleChoice(let choice):
      choice.options.first(where: \.isKey)?.text ?? ""
    case .multipleResponse(let choice):
      choice.options.filter(\.isKey).map(\.text).joined(separator: "; ")
    case .trueFalse(let statement): statement.key ? "true" : "false"
    case .matching(let matching):
      matching.pairs.map { "\($0.left) = \($0.right)" }.joined(separator: "; ")
    case .ordering(let ordering): ordering.texts.joined(separator: "; ")
    case .cloze(let cloze):
      cloze.gaps.enumerated().map { index, gap in
        "\(index + 1) \(gap.kind.itemKind.keyWords(of: item))"
      }.joined(separator: "; ")
    case .numerical, .shortText:
      // Neither has an order.
      ShownItem(item: item.with(self), number: 0, count: 0, order: []).keyText
    case .essay, .description: ""
    }
  }

  private static func text(of options: [Item.Option], _ index: Int) -> String {
    options.indices.contains(index) ? options[index].text : "?"
  }

  private static func text(_ texts: [String], _ index: Int) -> String {
    texts.indices.contains(index) ? texts[index] : "?"
  }
}

extension Item {
  /// The same item of another kind.
  fileprivate func with(_ kind: Kind) -> Item {
    var item = self
    item.kind = kind
    return item
  }
}
