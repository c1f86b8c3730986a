internal import Diagnostics

extension ItemReader {
  mutating func essay(_ fields: Fields) -> Item.Kind? {
    let least = fields["least-words"]?.integer(in: 1...5000, &findings)
    let most = fields["most-words"]?.integer(in: 1...5000, &findings)
    let kind = Item.Kind.essay(
      Essay(
        guide: fields["guide"]?.text(&findings),
        template: fields["template"]?.text(&findings),
        leastWords: least,
        mostWords: most
      )
    )
    report(faultsOf: kind, at: KeyPlaces(whole: fields.location(of: "most-words")))
    return kind
  }

  mutating func cloze(_ fields: Fields) -> Item.Kind? {
    guard let node = fields.required("gaps", &findings) else { return nil }
    let nodes = node.list(&findings, expected: "a list of gaps")
    let gaps = nodes.compactMap { gap($0) }
    guard gaps.count == nodes.count else { return nil }
    let kind = Item.Kind.cloze(Cloze(gaps))
    report(faultsOf: kind, at: KeyPlaces(whole: fields.location(of: "gaps")))
    return kind
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
    guard let kind = readKind(name, fields).flatMap(Cloze.Gap.Kind.init) else { return nil }
    return Cloze.Gap(kind, weight: Rational(Int128(weight)))
  }
}
