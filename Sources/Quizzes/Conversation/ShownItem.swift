internal import Diagnostics
internal import Foundation

/// An item as it is shown in one attempt: with its number, and its options in their order.
struct ShownItem {
  let item: Item
  /// The number among the items shown, from 1.
  let number: Int
  /// The number of items shown.
  let count: Int
  /// The options in the order shown, by number in the file.
  let order: [Int]

  /// The item with its heading, as it is asked.
  func question(isFlagged: Bool) -> [Line] {
    let flag = isFlagged ? ", flagged" : ""
    let heading =
      number == 0
      ? Line(.heading, "To read")
      : Line(.heading, "Item \(number) of \(count), \(marks(item.maximum))\(flag)")
    return [heading] + Line.lines(.stem, stem) + options
  }

  /// The stem, with gaps to be filled.
  private var stem: String {
    guard case .cloze(let cloze) = item.kind else { return item.stem }
    return cloze.gaps.indices.reduce(item.stem) { stem, gap in
      stem.replacing(Cloze.marker(gap + 1), with: "(\(gap + 1))____")
    }
  }

  /// What can be chosen, with letters.
  private var options: [Line] {
    switch item.kind {
    case .singleChoice(let choice): lettered(choice.options.map(\.text))
    case .multipleResponse(let choice): lettered(choice.options.map(\.text))
    case .matching(let matching):
      matching.pairs.enumerated().map { Line(.option, $1.left, label: "\($0 + 1)") }
        + [Line(.detail, "Match each number with one of these letters:")]
        + lettered(matching.rights)
    case .ordering(let ordering): lettered(ordering.texts)
    case .cloze(let cloze):
      cloze.gaps.indices.flatMap { gap -> [Line] in
        let options = shownGap(gap, of: cloze).options
        return options.isEmpty ? [] : [Line(.detail, "For gap \(gap + 1):")] + options
      }
    case .essay(let essay): essay.wanted.map { [Line(.detail, $0)] } ?? []
    case .trueFalse, .numerical, .shortText, .description: []
    }
  }

  private func lettered(_ texts: [String]) -> [Line] {
    order.enumerated().map { place, index in
      Line(.option, texts[index], label: "\(Letters.letter(at: place)))")
    }
  }

  /// What the prompt says about the form of a response.
  var expectation: String {
    let last = Letters.last(of: order.count)
    return switch item.kind {
    case .singleChoice: "one letter, a to \(last)"
    case .multipleResponse: "all letters that apply, a to \(last)"
    case .trueFalse: "true or false"
    case .numerical(let numerical): "a number" + numerical.wantedUnits
    case .shortText: "a word or a few words"
    case .matching(let matching): "a letter for each number, 1 to \(matching.pairs.count)"
    case .ordering: "all letters in order, first to last"
    case .cloze(let cloze): "what fills the \(cloze.gaps.count) gaps, with semicolons between"
    case .essay: "your text"
    case .description: "press Enter to continue"
    }
  }

  /// What may be completed, without a word about the key.
  var completions: [String] {
    switch item.kind {
    case .singleChoice, .multipleResponse, .ordering:
      Letters.first(order.count).map { "\($0)" }
    case .trueFalse: ["true", "false"]
    case .matching(let matching):
      matching.pairs.indices.flatMap { pair in
        Letters.first(order.count).map { "\(pair + 1)\($0)" }
      }
    case .numerical, .shortText, .cloze, .essay, .description: []
    }
  }

  /// Whether the attempt's order fits the item.
  var isWhole: Bool {
    order.sorted() == Array(0..<item.kind.optionCount)
  }

  /// A response in the letters shown, with the option's text where it is only one.
  func text(of response: Response) -> String {
    switch (item.kind, response) {
    case (.singleChoice(let choice), .option(let index)):
      "\(letter(of: index))) \(text(choice.options.map(\.text), index))"
    case (_, .option(let index)): letter(of: index)
    case (_, .options(let indices)): letters(of: indices).sorted().joined(separator: ", ")
    case (_, .truth(let isTrue)): isTrue ? "true" : "false"
    case (.numerical(let numerical), .number(let number)):
      numerical.unit.map { "\(number) \($0)" } ?? "\(number)"
    case (_, .number(let number)): "\(number)"
    case (_, .text(let text)): text
    case (_, .matches(let rights)):
      letters(of: rights).enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
    case (_, .order(let order)): letters(of: order).joined(separator: ", ")
    case (.cloze(let cloze), .gaps(let responses)):
      zip(cloze.gaps.indices, responses).map { gap, response in
        "\(gap + 1) \(response.map { shownGap(gap, of: cloze).text(of: $0) } ?? "empty")"
      }.joined(separator: "; ")
    case (_, .gaps(let responses)): "\(responses.count) gaps"
    case (_, .draft(let text)): text
    case (_, .read): "read"
    }
  }

  /// A gap of a cloze as an item of its own.
  func shownGap(_ gap: Int, of cloze: Cloze) -> ShownItem {
    var item = item
    item.kind = cloze.gaps[gap].kind.itemKind
    return ShownItem(
      item: item,
      number: number,
      count: count,
      order: cloze.order(of: gap, in: order)
    )
  }

  /// A response as a participant would type it, for revising.
  func typedForm(of response: Response) -> String {
    switch response {
    case .option(let index): letter(of: index)
    case .options(let indices): letters(of: indices).sorted().joined(separator: " ")
    case .truth(let isTrue): isTrue ? "true" : "false"
    case .number(let number): "\(number)"
    case .text(let text), .draft(let text): text
    case .matches(let rights): letters(of: rights).joined(separator: " ")
    case .order(let order): letters(of: order).joined(separator: " ")
    case .gaps, .read: ""
    }
  }

  private func letter(of index: Int) -> String {
    order.firstIndex(of: index).map { "\(Letters.letter(at: $0))" } ?? "?"
  }

  private func letters(of indices: [Int]) -> [String] {
    indices.map { letter(of: $0) }
  }

  private func text(_ texts: [String], _ index: Int) -> String {
    texts.indices.contains(index) ? texts[index] : ""
  }
}

/// A mark with its unit: `1 mark`, `0.5 marks`.
func marks(_ mark: Rational) -> String {
  "\(mark.rounded()) \(mark == 1 ? "mark" : "marks")"
}

extension Numerical {
  /// The units in which the number may be typed, for a prompt.
  fileprivate var wantedUnits: String {
    let names = ([unit] + units.map(\.name)).compactMap { $0 }
    return names.isEmpty ? "" : ", in \(names.joined(separator: " or "))"
  }
}

extension Essay {
  /// How long the text should be, for people; `nil` for any length.
  fileprivate var wanted: String? {
    switch (leastWords, mostWords) {
    case (nil, nil): nil
    case (let least?, nil): "At least \(least.counted("word"))."
    case (nil, let most?): "At most \(most.counted("word"))."
    case (let least?, let most?): "\(least) to \(most.counted("word"))."
    }
  }
}
