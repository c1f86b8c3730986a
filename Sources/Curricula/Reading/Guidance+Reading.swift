internal import Diagnostics

extension Guidance {
  /// The keys of a module or a session that belong to its guidance.
  static let keys = ["outcomes", "readings", "before", "notes"]

  /// Reads what a module or a session says for its readers.
  init(_ fields: Fields, _ findings: inout Findings) {
    func texts(_ key: String) -> [String] {
      (fields[key]?.list(&findings) ?? []).compactMap { $0.text(&findings) }
    }
    outcomes = (fields["outcomes"]?.list(&findings) ?? []).compactMap {
      LearningOutcome($0, &findings)
    }
    readings = (fields["readings"]?.list(&findings) ?? []).compactMap {
      AssignedReading($0, &findings)
    }
    before = texts("before")
    notes = texts("notes")
  }
}

extension LearningOutcome {
  /// Reads the text of an outcome, or a mapping with `outcome`, `themes`, `level`, `observed`.
  fileprivate init?(_ node: Node, _ findings: inout Findings) {
    guard case .mapping = node.content else {
      guard let text = node.text(&findings, expected: "an outcome") else { return nil }
      self.init(text, location: node.location)
      return
    }
    let keys = ["outcome", "themes", "level", "observed"]
    guard let fields = Fields(node, of: "outcome", keys: keys, &findings) else { return nil }
    let text = fields.required("outcome", &findings)?.text(&findings)
    let themes = fields["themes"]?.names(&findings).map(\.text) ?? []
    let level = fields["level"].flatMap { $0.choice(of: Level.self, &findings) }
    let observed = fields["observed"]?.names(&findings).map(\.text) ?? []
    guard let text else { return nil }
    self.init(
      text,
      themes: themes,
      level: level,
      observed: observed,
      location: fields.location
    )
  }
}

extension AssignedReading {
  /// Reads the title of a text, or a mapping with `title`, `source`, `link`, `minutes` and `optional`.
  fileprivate init?(_ node: Node, _ findings: inout Findings) {
    guard case .mapping = node.content else {
      guard let title = node.text(&findings, expected: "the title of a reading") else {
        return nil
      }
      self.init(title)
      return
    }
    let keys = ["title", "source", "link", "minutes", "optional"]
    guard let fields = Fields(node, of: "reading", keys: keys, &findings) else { return nil }
    let title = fields.required("title", &findings)?.text(&findings)
    let source = fields["source"]?.text(&findings)
    let link = fields["link"]?.webAddress(&findings)
    let minutes = fields["minutes"]?.integer(in: 1...6_000, &findings)
    let isOptional = fields["optional"]?.boolean(&findings) ?? false
    guard let title else { return nil }
    self.init(title, source: source, link: link, minutes: minutes, isOptional: isOptional)
  }
}

extension Node {
  /// An address on the web, with its scheme.
  fileprivate func webAddress(_ findings: inout Findings) -> String? {
    let expected = "a web address such as https://example.org/text"
    guard let text = text(&findings, expected: expected) else { return nil }
    guard text.wholeMatch(of: /https?:\/\/[^\s<>"]+/) != nil else {
      mismatch(expected: expected, &findings)
      return nil
    }
    return text
  }
}
