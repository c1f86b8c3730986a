internal import Diagnostics

/// Reads one item and collects what is wrong with it.
struct ItemReader {
  /// The kinds as the file names them.
  typealias KindName = Item.Kind.Name

  /// The keys of every item.
  private static let commonKeys = [
    "id", "kind", "stem", "rationale", "source", "fact", "theme", "level", "marks", "review-by",
    "name", "when-right", "when-partly-right", "when-wrong", "hints", "penalty", "module", "tags",
    "category", "section", "keep-place", "allow", "from",
  ]

  /// All keys that some item may have, each once.
  static let allKeys = KindName.allCases.reduce(into: commonKeys) { keys, kind in
    keys += kind.keys.filter { !keys.contains($0) }
  }

  /// What is wrong with the item.
  var findings = Findings()
  /// The identifier, also of an item that has errors.
  private(set) var name: Quiz.Reference?

  /// The item; `nil` when its kind, stem or key cannot be read.
  mutating func read(_ node: Node) -> Item? {
    guard let fields = Fields(node, of: "item", keys: Self.allKeys, &findings) else { return nil }
    name = fields.required("id", &findings)?.reference(&findings)
    let kindName = fields.required("kind", &findings)?.choice(of: KindName.self, &findings)
    let stem = fields.required("stem", &findings)?.text(&findings)
    if let kindName { reportKeysOutOfPlace(node, kindName) }
    let kind = kindName.flatMap { readKind($0, fields) }
    guard let name, let stem, let kind else {
      // For what else is wrong with it.
      var unused = Item(id: "", stem: "", kind: kind ?? .description)
      readRest(fields, into: &unused)
      return nil
    }
    var item = Item(id: name.name, stem: stem, kind: kind, location: fields.location)
    readRest(fields, into: &item)
    if case .cloze(let cloze) = kind, let node = fields["stem"] {
      report(cloze.faults(in: stem), at: KeyPlaces(whole: node.location))
    }
    return item
  }

  /// Reads what every kind has.
  private mutating func readRest(_ fields: Fields, into item: inout Item) {
    item.rationale = fields["rationale"]?.text(&findings)
    item.source = fields["source"]?.line(&findings)
    item.facts = fields["fact"].map { names($0, "fact").map(\.name) } ?? []
    item.themes = fields["theme"].map { names($0, "theme") } ?? []
    item.level = fields["level"]?.choice(of: Item.Level.self, &findings)
    item.maximum = fields["marks"]?.marks(&findings) ?? 1
    item.reviewBy = fields["review-by"]?.reviewDate(&findings)
    item.keepsOrder = fields["keep-order"]?.boolean(&findings) ?? false
    item.keepsPlace = fields["keep-place"]?.boolean(&findings) ?? false
    item.allowances = fields["allow"]?.allowances ?? []
    item.name = fields["name"]?.line(&findings)
    item.feedback = Item.Feedback(
      right: fields["when-right"]?.text(&findings),
      partlyRight: fields["when-partly-right"]?.text(&findings),
      wrong: fields["when-wrong"]?.text(&findings)
    )
    item.hints = fields["hints"]?.texts(&findings, expected: "a list of hints") ?? []
    item.penalty = fields["penalty"]?.fraction(&findings)
    item.module = fields["module"]?.reference(&findings)
    item.tags = fields["tags"]?.lines(&findings, expected: "a list of tags").map(\.text) ?? []
    item.category = fields["category"]?.line(&findings)
    item.section = fields["section"]?.identifier(&findings)
  }

  /// One name or several, at least one.
  private mutating func names(_ node: Node, _ key: String) -> [Quiz.Reference] {
    if case .list(let nodes) = node.content, nodes.isEmpty {
      findings.report(.noNames(key, at: node.location))
    }
    return node.references(&findings)
  }

  /// Reports keys of other kinds.
  mutating func reportKeysOutOfPlace(_ node: Node, _ kind: KindName) {
    guard case .mapping(let entries) = node.content else { return }
    for entry in entries
    where !Self.commonKeys.contains(entry.key) && !kind.keys.contains(entry.key)
      && Self.allKeys.contains(entry.key)
    {
      let owners = KindName.allCases.filter { $0.keys.contains(entry.key) }.map(\.rawValue)
      findings.report(
        .keyOutOfPlace(entry.key, in: kind.rawValue, owners: owners, at: entry.location)
      )
    }
  }

  /// The kind with its key.
  mutating func readKind(_ kind: KindName, _ fields: Fields) -> Item.Kind? {
    switch kind {
    case .singleChoice: singleChoice(fields)
    case .multipleResponse: multipleResponse(fields)
    case .trueFalse: trueFalse(fields)
    case .numerical: numerical(fields)
    case .shortText: shortText(fields)
    case .matching: matching(fields)
    case .ordering: ordering(fields)
    case .cloze: cloze(fields)
    case .essay: essay(fields)
    case .description: .description
    }
  }
}

extension Item.Kind.Name {
  /// The keys that belong to this kind, beside those of every item.
  var keys: [String] {
    switch self {
    case .singleChoice: ["options", "keep-order"]
    case .multipleResponse: ["options", "scoring", "keep-order"]
    case .trueFalse: ["key", "because-true", "because-false"]
    case .numerical: ["key", "tolerance", "unit", "units", "otherwise"]
    case .shortText: ["key", "match-case"]
    case .matching: ["pairs", "extra", "scoring"]
    case .ordering: ["order", "scoring"]
    case .cloze: ["gaps"]
    case .essay: ["guide", "template", "least-words", "most-words"]
    case .description: []
    }
  }
}
