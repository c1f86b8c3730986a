internal import Diagnostics

extension Room {
  init?(_ node: Node, _ findings: inout Findings) {
    let keys = [
      "id", "name", "email", "place", "at-once", "seats", "features", "hours", "closed", "only",
      "link", "formerly", "of",
    ]
    guard let fields = Fields(node, of: "room", keys: keys, &findings) else { return nil }
    let id = fields.required("id", &findings)?.identifier(&findings)
    let parts = fields["of"]?.names(&findings).map(\.text)
    let name =
      fields["of"] == nil
      ? fields.required("name", &findings)?.text(&findings) : fields["name"]?.text(&findings) ?? ""
    email = fields["email"]?.emailAddress(&findings)
    place = fields["place"]?.identifier(&findings)
    isShared = fields["at-once"].map { Self.isShared($0, &findings) } ?? false
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
    guard let parts else { return }
    self.parts = parts
    for key in ["place", "at-once", "email"] where fields[key] != nil {
      findings.error(
        at: fields.location(of: key),
        "a room that is made of other rooms cannot have '\(key)'",
        remedy: "write '\(key)' at the rooms that it is made of"
      )
    }
    guard Set(parts).count == parts.count, parts.count > 1 else {
      findings.error(
        at: fields.location(of: "of"),
        "the room '\(id)' must be made of two or more different rooms",
        remedy: "name each room that is used at the same time once, as in 'of: [hall, annex]'"
      )
      return nil
    }
  }
}

extension Session.RoomsAtOnce {
  /// Reads `rooms-at-once: 2`, or `all`.
  init?(_ node: Node, _ findings: inout Findings) {
    location = node.location
    if case .scalar("all", _) = node.content { return }
    guard case .scalar(let text, _) = node.content, let number = Int(text), number > 0 else {
      node.mismatch(
        expected: "a number of rooms, or 'all'",
        &findings,
        remedy: "write how many rooms are used at once, as in 'rooms-at-once: 2'"
      )
      return nil
    }
    self.number = number
  }
}

extension Room {
  /// Whether `at-once` says that any number of sessions can be held at once.
  private static func isShared(_ node: Node, _ findings: inout Findings) -> Bool {
    guard let text = node.text(&findings, expected: "'any' or 1") else { return false }
    if text == "any" { return true }
    if text != "1" {
      node.mismatch(
        expected: "'any' or 1",
        &findings,
        remedy: "write 'at-once: any' for a room that holds any number of sessions at once"
      )
    }
    return false
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
