internal import Diagnostics

extension Session.Kind {
  /// Reads a kind that a curriculum declares: its identifier, or a mapping with `id` and `name`.
  init?(_ node: Node, _ findings: inout Findings) {
    guard case .mapping = node.content else {
      guard let id = node.identifier(&findings) else { return nil }
      self.init(id)
      return
    }
    guard let fields = Fields(node, of: "kind", keys: ["id", "name"], &findings) else { return nil }
    let id = fields.required("id", &findings)?.identifier(&findings)
    let name = fields["name"].map { $0.text(&findings) }
    guard let id else { return nil }
    self.init(id, name: name ?? nil)
  }

  /// Reads the kinds that a curriculum declares; one that is declared twice is reported.
  static func list(_ node: Node?, _ findings: inout Findings) -> [Session.Kind] {
    var kinds: [Session.Kind] = []
    for node in node?.list(&findings) ?? [] {
      guard let kind = Session.Kind(node, &findings) else { continue }
      if kinds.contains(where: { $0.id.lowercased() == kind.id.lowercased() }) {
        findings.error(
          at: node.location,
          "the kind '\(kind.id)' is declared twice",
          remedy: "remove one of the two, or give it another identifier"
        )
      } else {
        kinds.append(kind)
      }
    }
    return kinds
  }
}

extension Node {
  /// The kind of a session: one that its curriculum declares, or one of the usual ones.
  func kind(among declared: [Session.Kind], _ findings: inout Findings) -> Session.Kind? {
    let usual = Session.Kind.usual.filter { kind in !declared.contains { $0.id == kind.id } }
    let kinds = declared + usual
    let names = kinds.map(\.id)
    let expected = "one of " + names.quoted()
    guard let text = text(&findings, expected: expected) else { return nil }
    let folded = text.lowercased().replacing(" ", with: "-")
    let found = kinds.first { $0.id == text } ?? kinds.first { $0.id.lowercased() == folded }
    guard let found else {
      mismatch(
        expected: expected,
        &findings,
        remedy: didYouMean(
          folded,
          among: names,
          otherwise: "use one of these names, or declare it, as in 'kinds: [\(folded.visible)]'"
        )
      )
      return nil
    }
    return found
  }
}
