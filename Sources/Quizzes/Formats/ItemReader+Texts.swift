internal import Diagnostics

extension ItemReader {
  mutating func essay(_ fields: Fields) -> Item.Kind? {
    let least = fields["least-words"]?.integer(in: 1...5000, &findings)
    let most = fields["most-words"]?.integer(in: 1...5000, &findings)
    if let least, let most, least > most {
      findings.report(.fewerMostThanLeast(at: fields.location(of: "most-words")))
    }
    return .essay(
      Essay(
        guide: fields["guide"]?.text(&findings),
        template: fields["template"]?.text(&findings),
        leastWords: least,
        mostWords: most
      )
    )
  }

  mutating func cloze(_ fields: Fields) -> Item.Kind? {
    guard let node = fields.required("gaps", &findings) else { return nil }
    let nodes = node.list(&findings, expected: "a list of gaps")
    let gaps = nodes.compactMap { gap($0) }
    guard gaps.count == nodes.count else { return nil }
    if !(1...Letters.limit).contains(gaps.count) {
      let place = fields.location(of: "gaps")
      findings.report(.wrongCount(gaps.count, of: "gap", least: 1, at: place))
    }
    return .cloze(Cloze(gaps))
  }

  private static let gapKeys = KindName.simple.reduce(into: ["kind", "weight"]) { keys, kind in
    keys += kind.keys.filter { !keys.contains($0) && $0 != "keep-order" }
  }

  private mutating func gap(_ node: Node) -> Cloze.Gap? {
    guard let fields = Fields(node, of: "gap", keys: Self.gapKeys, &findings) else { return nil }
    let weight = fields["weight"]?.integer(in: 1...100, &findings) ?? 1
    guard let kindNode = fields.required("kind", &findings),
      let name = kindNode.choice(of: KindName.self, &findings)
    else { return nil }
    guard KindName.simple.contains(name) else {
      findings.report(
        .notInGap(name.rawValue, simple: KindName.simple.map(\.rawValue), at: kindNode.location)
      )
      return nil
    }
    reportKeysOutOfPlace(node, name)
    let kind: Cloze.Gap.Kind
    switch readKind(name, fields) {
    case .singleChoice(let choice): kind = .singleChoice(choice)
    case .multipleResponse(let choice): kind = .multipleResponse(choice)
    case .trueFalse(let statement): kind = .trueFalse(statement)
    case .numerical(let numerical): kind = .numerical(numerical)
    case .shortText(let shortText): kind = .shortText(shortText)
    case .matching, .ordering, .cloze, .essay, .description, nil: return nil
    }
    return Cloze.Gap(kind, weight: Rational(Int128(weight)))
  }

  /// Every gap must stand in the stem once, and nothing else that looks like one.
  mutating func reportMarkers(in stem: String, of cloze: Cloze, at place: Diagnostic.Location) {
    let markers = stem.matches(of: /\[\[([0-9]{1,4})\]\]/).compactMap { Int($0.1) }
    for number in cloze.gaps.indices.map({ $0 + 1 }) {
      let count = markers.count { $0 == number }
      if count != 1 { findings.report(.gapShown(count, times: number, at: place)) }
    }
    for number in markers where !(1...max(1, cloze.gaps.count)).contains(number) {
      findings.report(.unknownGap(number, count: cloze.gaps.count, at: place))
    }
  }
}
