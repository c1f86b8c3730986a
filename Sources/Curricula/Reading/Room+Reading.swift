internal import Diagnostics

extension Room {
  init?(_ node: Node, _ findings: inout Findings) {
    let keys = [
      "id", "name", "email", "seats", "features", "hours", "closed", "only", "link",
      "formerly",
    ]
    guard let fields = Fields(node, of: "room", keys: keys, &findings) else { return nil }
    let id = fields.required("id", &findings)?.identifier(&findings)
    let name = fields.required("name", &findings)?.text(&findings)
    email = fields["email"]?.emailAddress(&findings)
    seats = fields["seats"]?.integer(in: 0...1_000_000, &findings)
    features = Set(fields["features"]?.names(&findings).map(\.text) ?? [])
    hours = fields["hours"].flatMap { Hours($0, &findings) }
    closed = Absence.list(fields["closed"], &findings)
    only = Absence.list(fields["only"], &findings)
    link = fields["link"]?.text(&findings)
    formerly = fields["formerly"]?.names(&findings).map(\.text) ?? []
    location = fields.location(of: "id")
    guard let id, let name else { return nil }
    self.id = id
    self.name = name
  }
}

extension Group {
  init?(_ node: Node, _ findings: inout Findings) {
    let keys = ["id", "name", "email", "size", "formerly"]
    guard let fields = Fields(node, of: "group", keys: keys, &findings) else { return nil }
    let id = fields.required("id", &findings)?.identifier(&findings)
    let name = fields.required("name", &findings)?.text(&findings)
    email = fields["email"]?.emailAddress(&findings)
    size = fields["size"]?.integer(in: 0...1_000_000, &findings) ?? 0
    formerly = fields["formerly"]?.names(&findings).map(\.text) ?? []
    location = fields.location(of: "id")
    guard let id, let name else { return nil }
    self.id = id
    self.name = name
  }
}

extension Theme {
  init?(_ node: Node, _ findings: inout Findings) {
    guard let fields = Fields(node, of: "theme", keys: ["id", "title"], &findings) else {
      return nil
    }
    let id = fields.required("id", &findings)?.identifier(&findings)
    let title = fields.required("title", &findings)?.text(&findings)
    location = fields.location(of: "id")
    guard let id, let title else { return nil }
    self.id = id
    self.title = title
  }
}

extension Organizer {
  init?(_ node: Node, _ findings: inout Findings) {
    let keys = ["name", "email"]
    guard let fields = Fields(node, of: "organizer", keys: keys, &findings) else { return nil }
    let name = fields.required("name", &findings)?.text(&findings)
    let email = fields.required("email", &findings)?.emailAddress(&findings)
    guard let name, let email else { return nil }
    self.init(name: name, email: email, location: fields.location)
  }
}
