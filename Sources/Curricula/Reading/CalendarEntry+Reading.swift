internal import Diagnostics

extension CalendarEntry {
  private static let keys = [
    "closed", "avoid", "prefer", "name", "reason", "weight", "themes", "modules",
  ]

  /// Reads one entry of the calendar: days that are `closed`, to `avoid` or to `prefer`.
  init?(_ node: Node, _ findings: inout Findings) {
    guard let fields = Fields(node, of: "calendar entry", keys: Self.keys, &findings) else {
      return nil
    }
    location = fields.location
    name = fields.required("name", &findings)?.text(&findings) ?? ""
    reason = fields["reason"]?.text(&findings)
    themes = fields["themes"]?.names(&findings).map(\.text) ?? []
    modules = fields["modules"]?.names(&findings).map(\.text) ?? []
    let weight = fields["weight"]?.weight(&findings)
    let named = ["closed", "avoid", "prefer"].compactMap { fields.entry($0) }
    guard let entry = named.first, named.count == 1 else {
      findings.error(
        at: fields.location,
        "the calendar entry has \(named.count) of 'closed', 'avoid', 'prefer', expected one",
        remedy: "write the days after one of them, as 'closed: 2026-04-03'"
      )
      return nil
    }
    switch entry.key {
    case "closed":
      if let place = fields.entry("weight")?.location {
        findings.error(
          at: place,
          "a closed day can never be used, so a weight has no effect",
          remedy: "write 'avoid' for a day that may be used at a cost, or remove the weight"
        )
      }
      effect = .closed
    case "avoid": effect = .avoid(weight: weight ?? 1)
    default: effect = .prefer(weight: weight ?? 1)
    }
    guard let days = entry.value.span(&findings) else { return nil }
    self.days = days
  }
}
