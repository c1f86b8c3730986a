internal import Diagnostics

extension Trainer {
  /// Reads one trainer; without a zone of its own, it has that of the programme.
  init?(_ node: Node, zone programmeZone: Zone?, _ findings: inout Findings) {
    let keys = [
      "id", "name", "email", "zone", "hours", "away", "tentative", "only", "alternates", "remote",
      "formerly",
    ]
    guard let fields = Fields(node, of: "trainer", keys: keys, &findings) else { return nil }
    let id = fields.required("id", &findings)?.identifier(&findings)
    let name = fields.required("name", &findings)?.text(&findings)
    let zone = fields["zone"].map { $0.zone(&findings) } ?? programmeZone
    email = fields["email"]?.emailAddress(&findings)
    hours = fields["hours"].flatMap { Hours($0, &findings) }
    away = Absence.list(fields["away"], &findings)
    tentative = Absence.list(fields["tentative"], weight: 1, &findings)
    only = Absence.list(fields["only"], &findings)
    alternates = fields["alternates"]?.names(&findings).map(\.text) ?? []
    isRemote = fields["remote"]?.boolean(&findings) ?? false
    formerly = fields["formerly"]?.names(&findings).map(\.text) ?? []
    location = fields.location(of: "id")
    guard let id, let name, let zone else { return nil }
    self.id = id
    self.name = name
    self.zone = zone
  }
}
