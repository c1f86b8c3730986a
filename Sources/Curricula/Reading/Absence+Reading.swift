internal import Diagnostics

extension Absence {
  /// Reads a list of days: single days, or mappings with `on`, or `from` and `to`, and a `reason`.
  static func list(_ node: Node?, _ findings: inout Findings) -> [Absence] {
    guard let node else { return [] }
    return node.list(&findings).compactMap { Absence($0, &findings) }
  }

  private init?(_ node: Node, _ findings: inout Findings) {
    location = node.location
    guard case .mapping = node.content else {
      guard let day = node.date(&findings) else { return nil }
      days = DateSpan(day)
      return
    }
    let keys = ["on", "from", "to", "reason", "weight"]
    guard let fields = Fields(node, of: "days", keys: keys, &findings) else { return nil }
    let span: DateSpan?
    if let on = fields["on"] {
      span = on.span(&findings)
    } else {
      span = Node.span(in: fields, &findings)
    }
    reason = fields["reason"]?.text(&findings)
    weight = fields["weight"]?.weight(&findings)
    guard let span else { return nil }
    days = span
  }
}
