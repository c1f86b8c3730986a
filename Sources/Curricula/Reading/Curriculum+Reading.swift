public import Diagnostics

extension Curriculum {
  private static let keys = [
    "curriculum", "title", "edition", "proposal", "place", "organizer", "zone", "starts", "weeks",
    "grid",
    "blocks", "groups", "rooms", "trainers", "themes", "calendar", "modules", "constraints",
  ]

  /// Reads a curriculum, or throws all that is wrong with it.
  ///
  /// - Parameters:
  ///   - source: The text of the file.
  ///   - starts: A first day that replaces the one in the file.
  /// - Returns: The curriculum and what is doubtful about it.
  /// - Throws: All that is wrong with the file.
  public static func parse(
    _ source: SourceText,
    starts: CivilDate? = nil
  ) throws(Findings) -> (curriculum: Curriculum, warnings: Findings) {
    let node = try Node.parse(source)
    var findings = Findings()
    guard let fields = Fields(node, of: "curriculum", keys: keys, &findings),
      let curriculum = Curriculum(fields, starts: starts, &findings)
    else { throw findings }
    curriculum.checkReferences(in: fields, &findings)
    guard !findings.hasErrors else { throw findings }
    return (curriculum, findings)
  }

  private init?(_ fields: Fields, starts chosen: CivilDate?, _ findings: inout Findings) {
    func each(_ key: String, _ read: (Node, inout Findings) -> Void) {
      for node in fields[key]?.list(&findings) ?? [] { read(node, &findings) }
    }
    location = fields.location
    let id = fields.required("curriculum", &findings)?.identifier(&findings)
    let title = fields.required("title", &findings)?.text(&findings)
    let zone = fields.required("zone", &findings)?.zone(&findings)
    let written = fields.required("starts", &findings)?.date(&findings)
    let weeks = fields.required("weeks", &findings)?.integer(in: 1...1000, &findings)
    let rules = (fields.required("blocks", &findings)?.list(&findings) ?? []).map {
      BlockRule($0, &findings)
    }
    edition = fields["edition"]?.text(&findings) ?? ""
    proposal = fields["proposal"]?.text(&findings)
    place = fields["place"]?.text(&findings)
    organizer = fields["organizer"].flatMap { Organizer($0, &findings) }
    grid = fields["grid"]?.integer(in: 1...1440, &findings) ?? 5
    groups = []
    rooms = []
    trainers = []
    themes = []
    calendar = []
    modules = []
    sessions = []
    declarations = []
    blocks = []
    var read = (
      groups: [Group](), rooms: [Room](), trainers: [Trainer](), themes: [Theme](),
      calendar: [CalendarEntry](), modules: [Module](), sessions: [Session](),
      declarations: [Declaration]()
    )
    each("groups") { node, findings in Group(node, &findings).map { read.groups.append($0) } }
    each("rooms") { node, findings in Room(node, &findings).map { read.rooms.append($0) } }
    each("trainers") { node, findings in
      Trainer(node, zone: zone, &findings).map { read.trainers.append($0) }
    }
    each("themes") { node, findings in Theme(node, &findings).map { read.themes.append($0) } }
    each("calendar") { node, findings in
      CalendarEntry(node, &findings).map { read.calendar.append($0) }
    }
    each("modules") { node, findings in
      let (module, sessions) = Module.read(node, &findings)
      module.map { read.modules.append($0) }
      read.sessions += sessions
    }
    each("constraints") { node, findings in
      Declaration(node, &findings).map { read.declarations.append($0) }
    }
    if fields["modules"] == nil {
      _ = fields.required("modules", &findings)
    } else if read.sessions.isEmpty, !findings.hasErrors {
      findings.error(
        at: fields.location(of: "modules"),
        "the curriculum has no sessions",
        remedy: "add a module with 'sessions'"
      )
    }
    guard let id, let title, let zone, let starts = chosen ?? written, let weeks else {
      return nil
    }
    let blocks = rules.compactMap { $0 }.flatMap {
      $0.blocks(from: starts, weeks: weeks, zone: zone, &findings)
    }
    self.id = id
    self.title = title
    self.zone = zone
    self.starts = starts
    self.weeks = weeks
    self.blocks = blocks.sorted { ($0.date, $0.start, $0.end) < ($1.date, $1.start, $1.end) }
    groups = read.groups
    rooms = read.rooms
    trainers = read.trainers
    themes = read.themes
    calendar = read.calendar
    modules = read.modules
    sessions = read.sessions
    declarations = read.declarations
  }
}
