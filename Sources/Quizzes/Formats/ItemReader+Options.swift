internal import Diagnostics

extension ItemReader {
  /// An option with its place.
  private struct PlacedOption {
    var option: Item.Option
    var location: Diagnostic.Location
  }

  mutating func singleChoice(_ fields: Fields) -> Item.Kind? {
    guard let (options, isComplete) = options(fields) else { return nil }
    for option in options where option.option.fraction.map({ $0 < 0 }) == true {
      findings.report(.costsNothing(at: option.location))
    }
    let kind = Item.Kind.singleChoice(SingleChoice(options.map(\.option)))
    report(faultsOf: kind, at: places(of: options, fields), isComplete: isComplete)
    return isComplete ? kind : nil
  }

  mutating func multipleResponse(_ fields: Fields) -> Item.Kind? {
    let rule = fields["scoring"]?.choice(of: MultipleResponse.Rule.self, &findings)
    guard let (options, isComplete) = options(fields) else { return nil }
    let isWeighted = options.contains { $0.option.fraction != nil }
    let kind = Item.Kind.multipleResponse(
      MultipleResponse(options.map(\.option), rule: rule ?? (isWeighted ? .weights : .partial))
    )
    report(faultsOf: kind, at: places(of: options, fields), isComplete: isComplete)
    return isComplete ? kind : nil
  }

  private func places(of options: [PlacedOption], _ fields: Fields) -> KeyPlaces {
    KeyPlaces(
      whole: fields.location(of: "options"),
      scoring: fields.location(of: "scoring"),
      parts: [.option: options.map(\.location)]
    )
  }

  /// The options that can be read, and whether these are all.
  private mutating func options(_ fields: Fields) -> (options: [PlacedOption], isComplete: Bool)? {
    guard let node = fields.required("options", &findings) else { return nil }
    let nodes = node.list(&findings, expected: "a list of options")
    let options = nodes.compactMap { option($0) }
    return (options, options.count == nodes.count && (!nodes.isEmpty || node.isList))
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
