internal import Diagnostics

extension ItemReader {
  /// An option with its place.
  private struct PlacedOption {
    var option: Item.Option
    var location: Diagnostic.Location
  }

  mutating func singleChoice(_ fields: Fields) -> Item.Kind? {
    guard let options = options(fields) else { return nil }
    let keys = options.filter(\.option.isKey)
    // A second key is a slip, unless what it earns is written out.
    for key in keys.dropFirst() where key.option.fraction == nil {
      findings.report(.secondKey(key.option.text, at: key.location, first: keys[0].location))
    }
    for option in options where option.option.fraction.map({ $0 < 0 }) == true {
      findings.report(.costsNothing(at: option.location))
    }
    return .singleChoice(SingleChoice(options.map(\.option)))
  }

  mutating func multipleResponse(_ fields: Fields) -> Item.Kind? {
    let rule = fields["scoring"]?.choice(of: MultipleResponse.Rule.self, &findings)
    guard let options = options(fields) else { return nil }
    let isWeighted = options.contains { $0.option.fraction != nil }
    if isWeighted, let rule, rule != .weights {
      findings.report(.fractionsUnused(by: rule.rawValue, at: fields.location(of: "scoring")))
    }
    return .multipleResponse(
      MultipleResponse(options.map(\.option), rule: rule ?? (isWeighted ? .weights : .partial))
    )
  }

  /// The options, with what both kinds of choice demand of them.
  private mutating func options(_ fields: Fields) -> [PlacedOption]? {
    guard let node = fields.required("options", &findings) else { return nil }
    let nodes = node.list(&findings, expected: "a list of options")
    let options = nodes.compactMap { option($0) }
    let place = fields.location(of: "options")
    Placed.reportDuplicates(
      in: options.map { Placed(text: $0.option.text, location: $0.location) },
      of: "option",
      &findings
    )
    // With unreadable options, the number of the others and their keys would mislead.
    guard options.count == nodes.count, !nodes.isEmpty || node.isList else { return nil }
    if !(2...Letters.limit).contains(options.count) {
      findings.report(.wrongCount(options.count, of: "option", least: 2, at: place))
    }
    if !options.isEmpty, !options.contains(where: \.option.isKey) {
      findings.report(.noKey(at: place))
    }
    return options
  }

  private mutating func option(_ node: Node) -> PlacedOption? {
    let keys = ["key", "distractor", "because", "fraction", "keep-place"]
    guard let fields = Fields(node, of: "option", keys: keys, &findings) else { return nil }
    let because = fields["because"]?.text(&findings)
    let fraction = fields["fraction"]?.weight(&findings)
    let keepsPlace = fields["keep-place"]?.boolean(&findings) ?? false
    func placed(_ text: String, isKey: Bool, at node: Node) -> PlacedOption {
      let option = Item.Option(
        text,
        isKey: isKey,
        because: because,
        fraction: fraction,
        keepsPlace: keepsPlace
      )
      return PlacedOption(option: option, location: node.location)
    }
    switch (fields["key"], fields["distractor"]) {
    case (let key?, nil):
      if let fraction, fraction <= 0 { findings.report(.keyCosts(at: key.location)) }
      return key.line(&findings).map { placed($0, isKey: true, at: key) }
    case (nil, let distractor?):
      guard let text = distractor.line(&findings) else { return nil }
      if fields["because"] == nil {
        findings.report(.distractorWithoutReason(text, at: distractor.location))
      }
      return placed(text, isKey: false, at: distractor)
    case (.some, let distractor?):
      findings.report(.keyAndDistractor(at: distractor.location))
      return nil
    case (nil, nil):
      findings.report(.neitherKeyNorDistractor(at: node.location))
      return nil
    }
  }
}

extension Node {
  /// Whether the value is a list.
  fileprivate var isList: Bool {
    if case .list = content { true } else { false }
  }
}
