public import Diagnostics

extension Curriculum {
  private static let keys = [
    "curriculum", "title", "edition", "pace", "proposal", "place", "organizer", "zone", "starts",
    "weeks",
    "grid",
    "blocks", "groups", "rooms", "trainers", "themes", "kinds", "calendar", "modules",
    "choices", "constraints", "pass", "certificate",
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
    var findings = Findings()
    guard let node = Node.read(source, &findings) else { throw findings }
    return try parse(source, as: node, starts: starts, findings)
  }

  /// Reads a curriculum from the values of its file, or throws all that is wrong with it.
  ///
  /// - Parameters:
  ///   - source: The text of the file.
  ///   - node: Its values.
  ///   - starts: A first day that replaces the one in the file.
  ///   - slips: What is wrong with the text.
  /// - Returns: The curriculum and what is doubtful about it.
  /// - Throws: All that is wrong with the file.
  public static func parse(
    _ source: SourceText,
    as node: Node,
    starts: CivilDate? = nil,
    _ slips: Findings
  ) throws(Findings) -> (curriculum: Curriculum, warnings: Findings) {
    var findings = slips
    var node = node
    if let place = SelfPacedProgramme.place(in: node) { throw Findings(.selfPaced(at: place)) }
    var imports: [CalendarImport] = []
    if var calendars = CalendarImports(source, node, starts: starts) {
      node = calendars.expand(node)
      imports = calendars.imports
      findings.report(contentsOf: calendars.findings)
    }
    guard let fields = Fields(node, of: "curriculum", keys: keys, &findings),
      var curriculum = Curriculum(fields, starts: starts, &findings)
    else { throw findings.explained(by: source) }
    curriculum.imports = imports
    curriculum.checkReferences(in: fields, &findings)
    curriculum.readChoices(in: fields, &findings)
    curriculum.joinRooms(&findings)
    guard !findings.hasErrors else { throw findings.explained(by: source) }
    return (curriculum, findings)
  }

  private init?(_ fields: Fields, starts chosen: CivilDate?, _ findings: inout Findings) {
    startsLocation = fields.location(of: "starts")
    let id = fields.required("curriculum", &findings)?.identifier(&findings)
    let title = fields.required("title", &findings)?.text(&findings)
    let zone = fields.required("zone", &findings)?.zone(&findings)
    let declared = fields.required("starts", &findings)?.date(&findings)
    let weeks = fields.required("weeks", &findings)?.integer(in: 1...1000, &findings)
    let rules = (fields.required("blocks", &findings)?.list(&findings) ?? []).map {
      BlockRule($0, &findings)
    }
    _ = fields["pace"]?.choice(of: Pace.self, &findings)
    edition = fields["edition"]?.text(&findings) ?? ""
    proposal = fields["proposal"]?.text(&findings)
    place = fields["place"]?.text(&findings)
    organizer = fields["organizer"].flatMap { Organizer($0, &findings) }
    grid = fields["grid"]?.integer(in: 1...1440, &findings) ?? 5
    let groupNames = GroupNames(
      (fields["groups"]?.list(&findings) ?? []).map { WrittenGroup($0, &findings) },
      &findings
    )
    groups = groupNames.groups
    combinedGroups = groupNames.combined
    let first = chosen ?? declared
    if let starts = first, let weeks, let zone {
      blocks = rules.compactMap(\.self)
        .flatMap { rule in
          rule.blocks(from: starts, weeks: weeks, zone: zone, groups: groupNames, &findings)
        }
        .sorted { ($0.date, $0.start, $0.end, $0.id) < ($1.date, $1.start, $1.end, $1.id) }
    }
    rooms = fields.each("rooms", &findings) { Room($0, &$1) }
    trainers = fields.each("trainers", &findings) { Trainer($0, zone: zone, &$1) }
    themes = fields.each("themes", &findings) { Theme($0, &$1) }
    calendar = fields.each("calendar", &findings) { CalendarEntry($0, &$1) }
    kinds = Session.Kind.list(fields["kinds"], &findings)
    let open = blocks
    let days = first.flatMap { starts in
      weeks.map { ProgrammeDays(starts: starts, weeks: $0, blocks: open) }
    }
    var reader = SessionReader(kinds: kinds, groups: groupNames, days: days)
    let parts = fields.each("modules", &findings) { Module.read($0, with: &reader, &$1) }
    modules = parts.compactMap { $0.module }
    series = reader.series
    let unlinked = parts.flatMap { $0.sessions }
    let links = SeriesLinks(series, unlinked, groupNames)
    sessions = unlinked.map { session in
      var session = session
      session.needs = links.needs(of: session)
      return session
    }
    declarations =
      reader.windows
      + fields.each("constraints", &findings) { Declaration($0, &$1) }.flatMap(links.constraints)
    passRule = fields["pass"].flatMap { PassRule($0, &findings) }
    certificate =
      fields["certificate"].flatMap { CertificateWording($0, &findings) } ?? CertificateWording()
    if fields["modules"] == nil {
      _ = fields.required("modules", &findings)
    } else if sessions.isEmpty, !findings.hasErrors {
      findings.error(
        at: fields.location(of: "modules"),
        "the curriculum has no sessions",
        remedy: "add a module with 'sessions'"
      )
    }
    guard let id, let title, let zone, let starts = first, let weeks else {
      return nil
    }
    self.id = id
    self.title = title
    self.zone = zone
    self.starts = starts
    self.weeks = weeks
    location = fields.location
  }
}

extension Diagnostic {
  /// A programme without dates is asked for what only dates can answer.
  fileprivate static func selfPaced(at location: Location) -> Diagnostic {
    Diagnostic(
      .error,
      at: location,
      "the programme is self-paced, so it has no weeks and no days",
      remedy: "see its paths and courses with 'seminar timetable'"
    )
  }
}

extension Fields {
  /// Reads each thing of a list; what cannot be read is reported and left out.
  fileprivate func each<Thing>(
    _ key: String,
    _ findings: inout Findings,
    _ read: (Node, inout Findings) -> Thing?
  ) -> [Thing] {
    (self[key]?.list(&findings) ?? []).compactMap { read($0, &findings) }
  }
}
