internal import Diagnostics
internal import Quizzes

// Interactions that bring texts into an order or into pairs.
extension QTIItemReader {
  mutating func ordering(
    _ interaction: XMLElement,
    _ response: QTIResponse
  ) throws(Diagnostic) -> Ordering {
    let choices = interaction.elements("simplechoice")
    var texts: [String] = []
    for name in response.correct {
      guard let choice = choices.first(where: { $0["identifier"] == name }) else {
        throw problem(
          "the order names '\(name.shortened)', which is not a choice",
          at: interaction,
          remedy: "correct the response declaration"
        )
      }
      texts.append(text(of: choice).onOneLine)
    }
    guard texts.count == choices.count else {
      throw problem(
        "the right order has \(texts.count) of \(choices.count) choices",
        at: interaction,
        remedy: "name all choices in the correct response"
      )
    }
    return Ordering(texts, rule: .allOrNothing)
  }

  mutating func matching(
    _ interaction: XMLElement,
    _ response: QTIResponse
  ) throws(Diagnostic) -> (Matching, Rational) {
    let sets = interaction.elements("simplematchset").map {
      $0.elements("simpleassociablechoice")
    }
    guard sets.count == 2 else {
      throw problem("a match needs two sets", at: interaction, remedy: "write both sets")
    }
    var texts: [String: String] = [:]
    for choice in sets.joined() { texts[choice["identifier"] ?? ""] = text(of: choice).onOneLine }
    let pairs = response.correct.map { $0.split(separator: " ").map(String.init) }
    let firsts = sets[0].map { $0["identifier"] ?? "" }
    let seconds = sets[1].map { $0["identifier"] ?? "" }
    // Each left side needs one right side; the set for which that holds is the left one.
    let isForward = firsts.allSatisfy { name in pairs.count { $0.first == name } == 1 }
    let isBackward = seconds.allSatisfy { name in pairs.count { $0.last == name } == 1 }
    guard isForward || isBackward, pairs.allSatisfy({ $0.count == 2 }) else {
      throw problem(
        "the pairs do not give each side one other",
        at: interaction,
        remedy: "leave the item out with '--keep-going'"
      )
    }
    let (lefts, rights) = isForward ? (firsts, seconds) : (seconds, firsts)
    var matching = Matching([])
    for left in lefts {
      let pair = pairs.first { (isForward ? $0[0] : $0[1]) == left } ?? []
      let right = isForward ? pair.last : pair.first
      matching.pairs.append(.init(texts[left] ?? "", right.flatMap { texts[$0] } ?? ""))
    }
    let used = Set(matching.pairs.map(\.right))
    matching.extra = rights.compactMap { texts[$0] }.filter { !used.contains($0) }
    let usesMapping = scoring.usesMapping(response)
    matching.rule = usesMapping ? .partial : .allOrNothing
    let values = response.correct.map { response.value(of: $0) }
    if usesMapping {
      lose("different marks for its pairs", if: values.contains { !$0.isNear(values[0]) })
    }
    let sum = values.reduce(0, +)
    return (matching, usesMapping && sum > 0 ? sum : 1)
  }

  /// Choices of one set that are put into pairs: the first of each pair becomes its left side.
  mutating func associated(
    _ interaction: XMLElement,
    _ response: QTIResponse
  ) throws(Diagnostic) -> (Matching, Rational) {
    let choices = interaction.elements("simpleassociablechoice")
    var texts: [String: String] = [:]
    for choice in choices { texts[choice["identifier"] ?? ""] = text(of: choice).onOneLine }
    let pairs = response.correct.map { $0.split(separator: " ").map(String.init) }
    let used = pairs.joined()
    guard pairs.allSatisfy({ $0.count == 2 }), Set(used).count == used.count,
      used.allSatisfy({ texts[$0] != nil })
    else {
      throw problem(
        "the pairs do not use each choice once",
        at: interaction,
        remedy: "leave the item out with '--keep-going'"
      )
    }
    var matching = Matching(pairs.map { .init(texts[$0[0]] ?? "", texts[$0[1]] ?? "") })
    matching.extra = choices.compactMap { $0["identifier"] }.filter { !used.contains($0) }
      .compactMap { texts[$0] }
    let usesMapping = scoring.usesMapping(response)
    matching.rule = usesMapping ? .partial : .allOrNothing
    let sum = response.correct.reduce(0) { $0 + response.value(of: $1) }
    return (matching, usesMapping && sum > 0 ? sum : 1)
  }

  /// A text with gaps into which words are put: each gap is a choice among all the words.
  mutating func words(
    _ interaction: XMLElement,
    _ response: QTIResponse,
    of item: inout Item
  ) throws(Diagnostic) -> Cloze {
    let body = QTIBody(element.first("itembody"), showsGaps: true)
    item.stem = body.text.text
    let words = interaction.descendants("gaptext")
    let usesMapping = scoring.usesMapping(response)
    var gaps: [Cloze.Gap] = []
    var maxima: [Rational] = []
    for gap in body.gapNames {
      let values = words.map { word -> Rational in
        let pair = "\(word["identifier"] ?? "") \(gap)"
        return usesMapping ? response.value(of: pair) : response.correct.contains(pair) ? 1 : 0
      }
      guard let best = values.max(), best > 0 else {
        throw problem(
          "no word is right for the gap '\(gap.shortened)'",
          at: interaction,
          remedy: "name one in the correct response"
        )
      }
      let options = words.map { Item.Option(text(of: $0).onOneLine, isKey: false) }
      let weights = values.map { ($0 / best).settled }
      gaps.append(Cloze.Gap(.singleChoice(SingleChoice(weighted: options, weights))))
      maxima.append(best)
    }
    for (index, weight) in Self.wholeWeights(maxima).enumerated() { gaps[index].weight = weight }
    lose("its rule 'all or nothing'", if: !usesMapping && gaps.count > 1)
    lose(
      "its rule that each word fits once",
      if: gaps.count > 1 && words.contains { ($0["matchmax"] ?? "1") == "1" }
    )
    let whole = usesMapping ? maxima.reduce(0, +) : scoring.matchedScore(response.identifier)
    item.maximum = statedMaximum ?? whole
    return Cloze(gaps)
  }
}
