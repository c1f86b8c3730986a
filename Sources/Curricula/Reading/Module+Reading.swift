internal import Diagnostics

extension Module {
  /// Reads one module and its sessions.
  static func read(
    _ node: Node,
    with reader: inout SessionReader,
    _ findings: inout Findings
  ) -> (module: Module?, sessions: [Session]) {
    let keys = ["id", "title", "sessions"] + Guidance.keys
    guard let fields = Fields(node, of: "module", keys: keys, &findings) else { return (nil, []) }
    let id = fields.required("id", &findings)?.identifier(&findings)
    let title = fields.required("title", &findings)?.text(&findings)
    let nodes = fields.required("sessions", &findings)?.list(&findings) ?? []
    var sessions: [Session] = []
    for node in nodes { sessions += reader.sessions(node, module: id ?? "", &findings) }
    let guidance = Guidance(fields, &findings)
    guard let id, let title else { return (nil, sessions) }
    var module = Module(
      id: id,
      title: title,
      sessions: sessions.map(\.id),
      location: fields.location(of: "id")
    )
    module.guidance = guidance
    return (module, sessions)
  }
}

extension Session {
  /// The keys of a session.
  static let keys =
    [
      "id", "title", "kind", "minutes", "themes", "tags", "needs", "trainers", "one-of",
      "speaking-order", "groups", "features", "rooms", "rooms-at-once", "formerly",
    ] + Guidance.keys

  /// Reads one session, or one member of a series.
  init?(
    _ fields: Fields,
    module: String,
    kinds: [Kind],
    member: Membership? = nil,
    _ findings: inout Findings
  ) {
    func names(_ key: String) -> [String] {
      fields[key]?.names(&findings).map(\.text) ?? []
    }
    let name = fields.required("id", &findings)
    let id = member == nil ? name?.identifier(&findings) : name?.sessionName(&findings)
    let title = fields.required("title", &findings)?.text(&findings)
    let kind = fields["kind"].map { $0.kind(among: kinds, &findings) } ?? .lecture
    let minutes = fields.required("minutes", &findings)?.integer(in: 1...1440, &findings)
    needs = (fields["needs"]?.list(&findings) ?? []).compactMap { Need($0, &findings) }
    themes = names("themes")
    tags = names("tags")
    trainers = names("trainers")
    oneOf = names("one-of")
    speakingOrder = names("speaking-order")
    for name in fields["speaking-order"]?.list(&findings) ?? [] {
      var unread = Findings()
      guard let id = name.identifier(&unread), !(trainers + oneOf).contains(id) else { continue }
      findings.error(
        at: name.location,
        "'\(id)' is in the speaking order, but not among the trainers of the session",
        remedy: didYouMean(
          id,
          among: trainers + oneOf,
          otherwise: "add '\(id)' to 'trainers', or remove it from 'speaking-order'"
        )
      )
    }
    groups = names("groups")
    features = Set(names("features"))
    rooms = names("rooms")
    roomsAtOnce = fields["rooms-at-once"].flatMap { RoomsAtOnce($0, &findings) }
    formerly = fields["formerly"]?.list(&findings).compactMap { $0.sessionName(&findings) } ?? []
    guidance = Guidance(fields, &findings)
    location = fields.location(of: "id")
    self.module = module
    membership = member
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
      guard let name = node.sessionName(&findings) else { return nil }
      session = name
      return
    }
    let keys = ["session", "least", "most", "weight", "reason"]
    guard let fields = Fields(node, of: "need", keys: keys, &findings) else { return nil }
    let name = fields.required("session", &findings)?.sessionName(&findings)
    leastDays = fields["least"].flatMap { $0.quantity(of: ["days"], &findings)?.amount } ?? 0
    mostDays = fields["most"].flatMap { $0.quantity(of: ["days"], &findings)?.amount }
    weight = fields["weight"]?.weight(&findings)
    reason = fields["reason"]?.text(&findings)
    guard let name else { return nil }
    session = name
    fields.checkOrder(least: leastDays, most: mostDays, &findings)
  }
}
