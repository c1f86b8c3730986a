internal import Diagnostics
internal import Foundation
internal import Quizzes

// Several responses in one item: the pairs of a matching, or the gaps of a text.
extension QTI12ItemReader {
  /// How Canvas writes the place of a gap in the text: the name of the response in brackets.
  private func sign(of response: QTI12Response) -> String {
    let prefix = "response_"
    let name =
      response.identifier.hasPrefix(prefix)
      ? String(response.identifier.dropFirst(prefix.count)) : response.identifier
    return "[\(name)]"
  }

  /// Whether the text names its responses in brackets.
  var asksInText: Bool {
    let text = layout.text.text
    return !responses.isEmpty && responses.allSatisfy { text.holds(sign(of: $0)) }
  }

  mutating func several(_ item: inout Item) throws(Diagnostic) -> Item.Kind {
    let isMatching =
      !asksInText
      && responses.allSatisfy { response in
        if case .choice = response.form { !response.title.isEmpty } else { false }
      }
    return isMatching ? .matching(try matching()) : .cloze(try cloze(&item))
  }

  /// Each response is a left side, and its options are the right sides.
  private mutating func matching() throws(Diagnostic) -> Matching {
    var matching = Matching([])
    var rights: [String] = []
    for response in responses {
      for label in response.labels where !rights.contains(label.text) { rights.append(label.text) }
    }
    if responses.contains(where: \.takesSeveral) { return try categories() }
    var whole: [String: [String]] = [:]
    for response in responses {
      let key = try key(of: response, whole: &whole)
      matching.pairs.append(.init(response.title, key.text))
    }
    matching.extra = rights.filter { right in !matching.pairs.contains { $0.right == right } }
    matching.rule = rule(whole)
    return matching
  }

  /// Categories, each with the texts that belong to it: each text gets its category.
  private mutating func categories() throws(Diagnostic) -> Matching {
    var matching = Matching([])
    var whole: [String: [String]] = [:]
    var known: [String] = []
    for response in responses {
      known += response.labels.map(\.text).filter { !known.contains($0) }
      let named =
        processing.namedSets(for: response.identifier)
        .first { !$0.isEmpty } ?? []
      whole[response.identifier] = named
      matching.pairs += named.compactMap { response.text(of: $0) }
        .map { .init($0, response.title) }
    }
    let free = known.contains { text in !matching.pairs.contains { $0.left == text } }
    lose("the texts that belong to no category", if: free)
    matching.extra = responses.map(\.title).filter { title in
      !matching.pairs.contains { $0.right == title }
    }
    matching.rule = rule(whole)
    return matching
  }

  /// Whether parts of the right response earn parts of the mark.
  private mutating func rule(_ whole: [String: [String]]) -> Matching.Rule {
    probes.append(QTI12Probe(number: nil, outcome: processing.outcome(of: whole)))
    probes.append(QTI12Probe(number: nil, outcome: processing.outcome(of: [:])))
    let parts = whole.map { processing.outcome(of: [$0.key: $0.value]).score }
    let isWhole = QTI12Metadata.field("scoring_algorithm", of: element) == "AllOrNothing"
    return isWhole || !parts.contains { $0 > 0 } ? .allOrNothing : .partial
  }

  /// The option of a response that earns most, alone or together with the right ones of the others.
  private func key(
    of response: QTI12Response,
    whole: inout [String: [String]]
  ) throws(Diagnostic) -> QTI12Response.Label {
    let alone = response.labels.max { first, second in
      outcome(response, [first.identifier]).score < outcome(response, [second.identifier]).score
    }
    if let alone, outcome(response, [alone.identifier]).score > 0 {
      whole[response.identifier] = [alone.identifier]
      return alone
    }
    let named = processing.namedSets(for: response.identifier).joined()
    guard let label = response.labels.first(where: { named.contains($0.identifier) }) else {
      throw problem(
        "no option is right for '\(response.title.shortened)'",
        remedy: "say which one is right"
      )
    }
    whole[response.identifier] = [label.identifier]
    return label
  }

  private mutating func cloze(_ item: inout Item) throws(Diagnostic) -> Cloze {
    let text = layout.text
    var gaps: [Cloze.Gap] = []
    if asksInText {
      // A sign may stand twice; the first one is the gap.
      var stem = Cloze.replacingMarkers(in: text.text) { "[\($0)]" }
      for (index, response) in responses.enumerated() {
        if let place = stem.firstRange(of: sign(of: response)) {
          stem.replaceSubrange(place, with: Cloze.marker(index + 1))
        }
      }
      item.stem = stem
    } else {
      item.stem = layout.text { Cloze.marker($0 + 1) }.text
    }
    let whole = wholeResponse
    let isJoint = responses.allSatisfy { response in
      score(of: whole, without: response) <= max(0, processing.outcome(of: [:]).score)
    }
    lose("its rule 'all or nothing'", if: isJoint && responses.count > 1)
    var scores: [Rational] = []
    for response in responses {
      let before = probes.count
      // By itself it may earn nothing, where wrong or missing ones cost something.
      let alone = processing.outcome(of: [response.identifier: whole[response.identifier] ?? []])
      others = alone.score > 0 ? [:] : whole
      baseline = alone.score > 0 ? 0 : score(of: whole, without: response)
      let kind = try gap(response)
      scores.append(probes[before...].map(\.outcome.score).max() ?? 0)
      guard let simple = Cloze.Gap.Kind(kind) else {
        throw problem(
          "a longer text or an order is in a gap",
          remedy: "leave it out with '--keep-going'"
        )
      }
      gaps.append(Cloze.Gap(simple))
    }
    (others, baseline) = ([:], 0)
    lose("different marks for its gaps", if: scores.contains { !$0.isNear(scores[0]) })
    probes = [
      QTI12Probe(number: nil, outcome: processing.outcome(of: whole)),
      QTI12Probe(number: nil, outcome: processing.outcome(of: [:])),
    ]
    return Cloze(gaps)
  }

  private func score(
    of whole: [String: [String]],
    without response: QTI12Response
  ) -> Rational {
    var rest = whole
    rest[response.identifier] = []
    return processing.outcome(of: rest).score
  }

  /// For each response what a rule that gives something names first.
  private var wholeResponse: [String: [String]] {
    var whole: [String: [String]] = [:]
    for response in responses {
      if let text = processing.namedSets(for: response.identifier).first(where: { !$0.isEmpty }) {
        whole[response.identifier] = response.takesSeveral ? text : [text[0]]
      } else if let number = processing.numbers(for: response.identifier).first {
        whole[response.identifier] = ["\(number.interval.middle)"]
      }
    }
    return whole
  }

  /// One gap, by itself.
  private mutating func gap(_ response: QTI12Response) throws(Diagnostic) -> Item.Kind {
    guard case .choice = response.form else { return try typed(response) }
    let isTyped =
      (type == "fill_in_multiple_blanks_question" || hasVariants(response))
      && response.labels.allSatisfy { !["dropdown", "wordbank"].contains($0.entry ?? "") }
    guard isTyped else { return try choice(response) }
    // Canvas lists the accepted texts as options, and names only the first in its rules.
    let best = response.labels.map { outcome(response, [$0.identifier]).score }.max() ?? 0
    probes.append(QTI12Probe(number: nil, outcome: .init(score: best > 0 ? best : 1)))
    return .shortText(
      ShortText(response.labels.map { .init($0.text.replacing { $0 == "*" ? "\\*" : nil }) })
    )
  }

  /// Whether options differ only in capital letters, so that they are accepted texts.
  private func hasVariants(_ response: QTI12Response) -> Bool {
    Set(response.labels.map { $0.text.compared() }).count < response.labels.count
  }
}
