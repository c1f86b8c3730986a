internal import Diagnostics
internal import Quizzes

// Options of which one or several are chosen.
extension QTI12ItemReader {
  /// What a response leads to, with what the other responses are taken to be.
  func outcome(_ response: QTI12Response, _ values: [String]) -> QTI12Processing.Outcome {
    var all = others
    all[response.identifier] = values
    var outcome = processing.outcome(of: all)
    outcome.score = outcome.score - baseline
    return outcome
  }

  func nothingEarned() -> Diagnostic {
    problem("no response earns anything", remedy: "say which response is right")
  }

  /// A choice; what is chosen in the other responses is nothing.
  mutating func choice(_ response: QTI12Response) throws(Diagnostic) -> Item.Kind {
    response.takesSeveral ? .multipleResponse(try multiple(response)) : try single(response)
  }

  private mutating func single(_ response: QTI12Response) throws(Diagnostic) -> Item.Kind {
    let outcomes = response.labels.map { outcome(response, [$0.identifier]) }
    for (index, outcome) in outcomes.enumerated() {
      probes.append(QTI12Probe(number: index, outcome: outcome))
    }
    let best = outcomes.map(\.score).max() ?? 0
    guard best > 0 else { throw nothingEarned() }
    let least = processing.lowerBound ?? -best
    let weights = outcomes.map { (max($0.score, least) / best).settled }
    return .singleChoice(SingleChoice(weighted: options(of: response), weights))
  }

  private func options(of response: QTI12Response) -> [Item.Option] {
    response.labels.map { Item.Option($0.text, isKey: false, keepsPlace: $0.keepsPlace) }
  }

  private mutating func multiple(_ response: QTI12Response) throws(Diagnostic) -> MultipleResponse {
    let names = response.labels.map(\.identifier)
    let nothing = outcome(response, []).score
    let gains = names.map { outcome(response, [$0]).score - nothing }
    let gaining = names.indices.filter { gains[$0] > 0 }
    let sum = gaining.reduce(0) { $0 + gains[$1] }
    // The right response is what gains together, or what some rule names.
    let candidates =
      [gaining.map { names[$0] }]
      + processing.namedSets(for: response.identifier).map { named in
        names.filter(named.contains)
      }
    let whole = candidates.filter { !$0.isEmpty }
      .map { ($0, outcome(response, $0).score) }
      .reduce(into: (names: [String](), score: Rational(0))) { best, next in
        if next.1 > best.score { best = next }
      }
    guard whole.score > 0 else { throw nothingEarned() }
    for (index, name) in names.enumerated() {
      probes.append(QTI12Probe(number: index, outcome: outcome(response, [name])))
    }
    probes.append(QTI12Probe(number: nil, outcome: outcome(response, whole.names)))
    probes.append(QTI12Probe(number: nil, outcome: outcome(response, [])))
    let isSum =
      !gaining.isEmpty && nothing <= 0 && outcome(response, gaining.map { names[$0] }).score == sum
      && outcome(response, names).score == gains.reduce(0, +)
    if isSum {
      let weights = gains.map { max(-1, ($0 / sum).settled) }
      return MultipleResponse(weighted: options(of: response), weights)
    }
    lose("what a part of the right options earns", if: gains.contains { $0 > 0 })
    let options = zip(options(of: response), names).map { option, name in
      var option = option
      option.isKey = whole.names.contains(name)
      return option
    }
    return MultipleResponse(options, rule: .allOrNothing)
  }

  /// Options to put in order: the rules name them in the right one.
  mutating func ordering(_ response: QTI12Response) throws(Diagnostic) -> Ordering {
    let names = response.labels.map(\.identifier)
    let orders = processing.namedSets(for: response.identifier)
    guard let order = orders.first(where: { $0.count == names.count && Set($0) == Set(names) })
    else {
      throw problem(
        "its rules do not name all its options in their right order",
        remedy: "name them all, or leave it out with '--keep-going'"
      )
    }
    probes.append(QTI12Probe(number: nil, outcome: outcome(response, order)))
    probes.append(QTI12Probe(number: nil, outcome: outcome(response, [])))
    return Ordering(order.compactMap { response.text(of: $0) }, rule: .allOrNothing)
  }
}

extension TrueFalse {
  /// A choice between true and false, where only one of them earns something.
  init?(_ choice: SingleChoice) {
    let texts = choice.options.map { $0.text.lowercased() }
    guard texts.count == 2, let isTrue = texts.firstIndex(of: "true"),
      let isFalse = texts.firstIndex(of: "false"), choice.weights.sorted() == [0, 1]
    else { return nil }
    self.init(
      key: choice.options[isTrue].isKey,
      becauseTrue: choice.options[isTrue].because,
      becauseFalse: choice.options[isFalse].because
    )
  }
}
