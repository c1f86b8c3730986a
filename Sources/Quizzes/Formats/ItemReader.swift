internal import Diagnostics

/// Reads one item and collects what is wrong with it.
struct ItemReader {
  /// The kinds as the file names them.
  enum KindName: String, CaseIterable {
    case singleChoice = "single-choice"
    case multipleResponse = "multiple-response"
    case trueFalse = "true-false"
    case numerical
    case shortText = "short-text"
    case matching
    case ordering

    /// The keys that belong to this kind, beside those of every item.
    var keys: [String] {
      switch self {
      case .singleChoice: ["options", "keep-order"]
      case .multipleResponse: ["options", "scoring", "keep-order"]
      case .trueFalse: ["key"]
      case .numerical: ["key", "tolerance", "unit"]
      case .shortText: ["key", "match-case"]
      case .matching: ["pairs", "extra"]
      case .ordering: ["order", "scoring"]
      }
    }
  }

  /// The keys of every item.
  private static let commonKeys = [
    "id", "kind", "stem", "rationale", "source", "fact", "theme", "level", "marks", "review-by",
    "allow", "from",
  ]

  /// All keys that some item may have, each once.
  private static let allKeys = KindName.allCases.reduce(into: commonKeys) { keys, kind in
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
    let rationale = fields.required("rationale", &findings)?.text(&findings)
    let source = fields.required("source", &findings)?.line(&findings)
    let facts = names("fact", fields)
    let themes = names("theme", fields)
    let level = fields.required("level", &findings)?.choice(of: Item.Level.self, &findings)
    let maximum = fields["marks"]?.marks(&findings)
    let reviewBy = fields["review-by"]?.reviewDate(&findings)
    let keepsOrder = fields["keep-order"]?.boolean(&findings)
    guard let name, let stem, let kind else { return nil }
    return Item(
      id: name.name,
      stem: stem,
      kind: kind,
      rationale: rationale,
      source: source,
      facts: facts.map(\.name),
      themes: themes,
      level: level,
      maximum: maximum ?? 1,
      reviewBy: reviewBy,
      keepsOrder: keepsOrder ?? false,
      location: fields.location
    )
  }

  /// One name or several, at least one.
  private mutating func names(_ key: String, _ fields: Fields) -> [Quiz.Reference] {
    guard let node = fields.required(key, &findings) else { return [] }
    if case .list(let nodes) = node.content, nodes.isEmpty {
      findings.report(.noNames(key, at: node.location))
    }
    return node.references(&findings)
  }

  private mutating func reportKeysOutOfPlace(_ node: Node, _ kind: KindName) {
    guard case .mapping(let entries) = node.content else { return }
    for entry in entries
    where Self.allKeys.contains(entry.key) && !Self.commonKeys.contains(entry.key)
      && !kind.keys.contains(entry.key)
    {
      let owners = KindName.allCases.filter { $0.keys.contains(entry.key) }.map(\.rawValue)
      findings.report(
        .keyOutOfPlace(entry.key, in: kind.rawValue, owners: owners, at: entry.location)
      )
    }
  }

  private mutating func readKind(_ kind: KindName, _ fields: Fields) -> Item.Kind? {
    switch kind {
    case .singleChoice: singleChoice(fields)
    case .multipleResponse: multipleResponse(fields)
    case .trueFalse: trueFalse(fields)
    case .numerical: numerical(fields)
    case .shortText: shortText(fields)
    case .matching: matching(fields)
    case .ordering: ordering(fields)
    }
  }
}
