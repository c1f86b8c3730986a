internal import Diagnostics

extension Module {
  /// Reads one module and its sessions.
  static func read(
    _ node: Node,
    _ findings: inout Findings
  ) -> (module: Module?, sessions: [Session]) {
    let keys = ["id", "title", "sessions"]
    guard let fields = Fields(node, of: "module", keys: keys, &findings) else { return (nil, []) }
    let id = fields.required("id", &findings)?.identifier(&findings)
    let title = fields.required("title", &findings)?.text(&findings)
    let nodes = fields.required("sessions", &findings)?.list(&findings) ?? []
    let sessions = nodes.compactMap { Session($0, module: id ?? "", &findings) }
    guard let id, let title else { return (nil, sessions) }
    let module = Module(
      id: id,
      title: title,
      sessions: sessions.map(\.id),
      location: fields.location(of: "id")
    )
    return (module, sessions)
  }
}

extension Session {
  private static let keys = [
    "id", "title", "kind", "minutes", "themes", "tags", "needs", "trainers", "one-of", "groups",
    "features", "rooms", "formerly",
  ]

  fileprivate init?(_ node: Node, module: String, _ findings: inout Findings) {
    guard let fields = Fields(node, of: "session", keys: Self.keys, &findings) else { return nil }
    func names(_ key: String) -> [String] {
      fields[key]?.names(&findings).map(\.text) ?? []
    }
    let id = fields.required("id", &findings)?.identifier(&findings)
    let title = fields.required("title", &findings)?.text(&findings)
    let kind = fields["kind"].map { $0.choice(of: Kind.self, &findings) } ?? .lecture
    let minutes = fields.required("minutes", &findings)?.integer(in: 1...1440, &findings)
    needs = (fields["needs"]?.list(&findings) ?? []).compactMap { Need($0, &findings) }
    themes = names("themes")
    tags = names("tags")
    trainers = names("trainers")
    oneOf = names("one-of")
    groups = names("groups")
    features = Set(names("features"))
    rooms = names("rooms")
    formerly = names("formerly")
    location = fields.location(of: "id")
    self.module = module
    guard let id, let title, let kind, let minutes else { return nil }
    self.id = id
    self.title = title
    self.kind = kind
    self.minutes = minutes
  }
}

extension Session.Need {
  /// Reads the name of a session, or a mapping with `session`, `least`, `most`, `weight`, `reason`.
  fileprivate init?(_ node: Node, _ findings: inout Findings) {
    location = node.location
    guard case .mapping = node.content else {
      guard let name = node.identifier(&findings) else { return nil }
      session = name
      return
    }
    let keys = ["session", "least", "most", "weight", "reason"]
    guard let fields = Fields(node, of: "need", keys: keys, &findings) else { return nil }
    let name = fields.required("session", &findings)?.identifier(&findings)
    leastDays = fields["least"].flatMap { $0.quantity(of: ["days"], &findings)?.amount } ?? 0
    mostDays = fields["most"].flatMap { $0.quantity(of: ["days"], &findings)?.amount }
    weight = fields["weight"]?.weight(&findings)
    reason = fields["reason"]?.text(&findings)
    guard let name else { return nil }
    session = name
    fields.checkOrder(least: leastDays, most: mostDays, &findings)
  }
}
