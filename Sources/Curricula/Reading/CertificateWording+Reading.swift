internal import Diagnostics

extension CertificateWording {
  private static let longest = 400

  /// Reads what certificates say.
  init?(_ node: Node, _ findings: inout Findings) {
    let keys = ["title", "text", "issuer", "signatures", "note"]
    guard let fields = Fields(node, of: "certificate", keys: keys, &findings) else { return nil }
    self.init()
    location = fields.location
    title = Self.text(fields["title"], &findings) ?? title
    text = Self.text(fields["text"], &findings) ?? text
    issuer = Self.text(fields["issuer"], &findings)
    note = Self.text(fields["note"], &findings) ?? note
    let lines = fields["signatures"]?.list(&findings, expected: "a list of names") ?? []
    signatures = lines.compactMap { Self.text($0, &findings) }
    if signatures.count > 4 {
      findings.error(
        at: fields.location(of: "signatures"),
        "\(signatures.count) people sign, but a certificate has room for 4",
        remedy: "keep at most 4"
      )
    }
  }

  /// A text that has room on one page.
  private static func text(_ node: Node?, _ findings: inout Findings) -> String? {
    guard let node, let text = node.text(&findings) else { return nil }
    guard text.count <= longest else {
      findings.error(
        at: node.location,
        "the text has \(text.count) characters, but a certificate has room for \(longest)",
        remedy: "shorten it"
      )
      return nil
    }
    return text
  }
}
