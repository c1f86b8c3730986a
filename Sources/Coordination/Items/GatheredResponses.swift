internal import Quizzes
internal import Statistics

/// The responses of attempts to the items of a quiz, gathered for statistics.
struct GatheredResponses {
  /// The items that are marked, in the order of the file.
  let items: [Item]
  /// For each item how long responses took, in milliseconds.
  private(set) var times: [[Int64]]
  /// How many attempts wait for the mark of a person.
  private(set) var waiting = 0
  private let maxima: [Double]
  private let places: [Item.ID: Int]
  private let texts: [[String]]
  private var marks: [Double] = []
  private var chosen: [[UInt64?]]

  /// Begins without an attempt.
  init(_ items: [Item], of quiz: Quiz) {
    self.items = items
    maxima = items.map { item in
      let isSure = quiz.asksCertainty && item.kind.name != .essay
      return (isSure ? 3 : 1) * item.maximum.number
    }
    places = Dictionary(items.enumerated().map { ($1.id, $0) }) { first, _ in first }
    texts = items.map(\.kind.optionTexts)
    times = Array(repeating: [], count: items.count)
    chosen = Array(repeating: [], count: items.count)
  }

  /// What each attempt earned on each item.
  var table: MarkTable { MarkTable(maxima: maxima, marks: marks) }

  /// The choices at an item; `nil` where it has no options.
  func choices(of item: Int) -> ItemChoices? {
    guard !texts[item].isEmpty else { return nil }
    return ItemChoices(keys: items[item].kind.optionKeys, chosen: chosen[item])
  }

  /// Takes in an attempt, in the numbers of the version by which it is marked.
  ///
  /// Marks count as parts of what the item is worth now. An item that waits for a mark counts as not
  /// asked.
  mutating func add(_ marked: MarkedAttempt) {
    guard let progress = marked.attempt.progress, !items.isEmpty else { return }
    var row = [Double](repeating: .nan, count: items.count)
    for index in items.indices { chosen[index].append(nil) }
    var isWaiting = false
    for entry in marked.score.entries {
      guard let index = places[entry.item], entry.maximum > 0 else { continue }
      if entry.isAwaited {
        isWaiting = true
        continue
      }
      row[index] = entry.mark.number / entry.maximum.number * maxima[index]
      let given = progress.responses[entry.item]
      if let given { times[index].append(given.milliseconds) }
      let known = marked.quiz[entry.item]?.kind.optionTexts ?? []
      if !texts[index].isEmpty, Set(known) == Set(texts[index]) {
        let places = given?.response.chosenOptions ?? []
        chosen[index][chosen[index].count - 1] = places.reduce(into: 0 as UInt64) { bits, place in
          guard known.indices.contains(place),
            let now = texts[index].firstIndex(of: known[place]), now < 64
          else { return }
          bits |= 1 << UInt64(now)
        }
      }
    }
    if isWaiting { waiting += 1 }
    marks += row
  }
}

extension Item.Kind {
  /// What can be chosen, in the order of the file; nothing where nothing is chosen.
  var optionTexts: [String] {
    switch self {
    case .singleChoice(let choice): choice.options.map(\.text)
    case .multipleResponse(let choice): choice.options.map(\.text)
    case .trueFalse: ["true", "false"]
    case .numerical, .shortText, .matching, .ordering, .cloze, .essay, .description: []
    }
  }

  /// Which of them is right: of a single choice what earns the whole.
  fileprivate var optionKeys: [Bool] {
    switch self {
    case .singleChoice(let choice): choice.options.map { $0.isKey || $0.fraction == 1 }
    case .multipleResponse(let choice): choice.options.map(\.isKey)
    case .trueFalse(let statement): [statement.key, !statement.key]
    case .numerical, .shortText, .matching, .ordering, .cloze, .essay, .description: []
    }
  }
}

extension Response {
  /// The numbers of what was chosen.
  fileprivate var chosenOptions: [Int] {
    switch self {
    case .option(let place): [place]
    case .options(let places): places
    case .truth(let isTrue): [isTrue ? 0 : 1]
    case .number, .text, .matches, .order, .gaps, .draft, .read: []
    }
  }
}
