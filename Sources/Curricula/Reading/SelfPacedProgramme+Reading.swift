public import Diagnostics

/// Whether a programme has dates.
enum Pace: String, CaseIterable {
  /// Each participant goes at their own pace.
  case own = "self"
  /// Sessions are held on days.
  case dated
}

extension SelfPacedProgramme {
  private static let keys = [
    "curriculum", "title", "edition", "pace", "proposal", "zone", "hours", "themes", "modules",
    "paths",
  ]
  /// What only a programme with dates has.
  private static let dated = [
    "starts", "weeks", "grid", "blocks", "groups", "rooms", "trainers", "calendar", "constraints",
    "place", "organizer", "pass",
  ]

  /// Whether the values of a file say that a programme has no dates.
  public static func isMeant(by node: Node) -> Bool {
    place(in: node) != nil
  }

  /// Where the values of a file say that a programme has no dates.
  static func place(in node: Node) -> Diagnostic.Location? {
    guard case .mapping(let entries) = node.content,
      let entry = entries.first(where: { $0.key == "pace" }),
      case .scalar(let text, _) = entry.value.content,
      text.lowercased() == Pace.own.rawValue
    else { return nil }
    return entry.location
  }

  /// Reads a programme, or throws all that is wrong with it.
  ///
  /// - Parameter source: The text of the file.
  /// - Returns: The programme and what is doubtful about it.
  /// - Throws: All that is wrong with the file.
  public static func parse(
    _ source: SourceText
  ) throws(Findings) -> (programme: SelfPacedProgramme, warnings: Findings) {
    var findings = Findings()
    guard let node = Node.read(source, &findings) else { throw findings }
    return try parse(source, as: node, findings)
  }

  /// Reads a programme from the values of its file, or throws all that is wrong with it.
  ///
  /// - Parameters:
  ///   - source: The text of the file.
  ///   - node: Its values.
  ///   - slips: What is wrong with the text.
  /// - Returns: The programme and what is doubtful about it.
  /// - Throws: All that is wrong with the file.
  public static func parse(
    _ source: SourceText,
    as node: Node,
    _ slips: Findings
  ) throws(Findings) -> (programme: SelfPacedProgramme, warnings: Findings) {
    var findings = slips
    let known = keys + dated
    guard let fields = Fields(node, of: "self-paced programme", keys: known, &findings) else {
      throw findings.explained(by: source)
    }
    for key in dated where fields[key] != nil {
      findings.error(
        at: fields.location(of: key),
        "a self-paced programme cannot have '\(key)'",
        remedy: "remove it, or remove 'pace: self' if the programme has dates"
      )
    }
    guard let programme = SelfPacedProgramme(fields, &findings) else {
      throw findings.explained(by: source)
    }
    if !findings.hasErrors { programme.checkReferences(&findings) }
    guard !findings.hasErrors else { throw findings.explained(by: source) }
    return (programme, findings)
  }

  private init?(_ fields: Fields, _ findings: inout Findings) {
    let id = fields.required("curriculum", &findings)?.identifier(&findings)
    let title = fields.required("title", &findings)?.text(&findings)
    let usual = fields["hours"].flatMap { $0.studyTime(&findings) }
    let themes = (fields["themes"]?.list(&findings) ?? []).compactMap { Theme($0, &findings) }
    let courses = (fields.required("modules", &findings)?.list(&findings) ?? []).compactMap {
      Course($0, usual: usual, &findings)
    }
    let paths = (fields["paths"]?.list(&findings) ?? []).compactMap {
      LearningPath($0, &findings)
    }
    let edition = fields["edition"]?.text(&findings) ?? ""
    let proposal = fields["proposal"]?.text(&findings)
    let zone = fields["zone"].flatMap { $0.zone(&findings) }
    if courses.isEmpty, fields["modules"] != nil, !findings.hasErrors {
      findings.error(
        at: fields.location(of: "modules"),
        "the programme has no courses",
        remedy: "list its courses under 'modules'"
      )
    }
    guard let id, let title else { return nil }
    self.init(id: id, title: title, location: fields.location)
    (self.edition, self.proposal, self.themes) = (edition, proposal, themes)
    (self.courses, self.paths) = (courses, paths)
    if let zone { self.zone = zone }
  }
}

extension Course {
  /// Reads one course; without a length of its own it has the usual one.
  fileprivate init?(_ node: Node, usual: StudyTime?, _ findings: inout Findings) {
    let keys =
      ["id", "number", "title", "hours", "announced", "audience", "entry", "themes", "needs"]
      + Guidance.keys
    guard let fields = Fields(node, of: "course", keys: keys, &findings) else { return nil }
    let id = fields.required("id", &findings)?.identifier(&findings)
    number = fields["number"]?.integer(in: 0...1_000_000, &findings)
    let isOnlyAnnounced = fields["announced"]?.boolean(&findings) ?? false
    let written =
      isOnlyAnnounced
      ? fields["title"]?.text(&findings) : fields.required("title", &findings)?.text(&findings)
    let own = fields["hours"].flatMap { $0.studyTime(&findings) }
    length = own ?? (isOnlyAnnounced ? nil : usual)
    (title, isAnnounced) = (written, isOnlyAnnounced)
    audience = fields["audience"]?.text(&findings)
    entry = fields["entry"]?.text(&findings)
    themes = fields["themes"]?.names(&findings).map(\.text) ?? []
    needs = (fields["needs"]?.list(&findings) ?? []).compactMap { Need($0, &findings) }
    guidance = Guidance(fields, &findings)
    location = fields.location(of: "id")
    guard let id, isOnlyAnnounced || written != nil else { return nil }
    self.id = id
  }
}

extension Course.Need {
  /// Reads the name of a course, or a mapping with `any-of` and `reason`.
  fileprivate init?(_ node: Node, _ findings: inout Findings) {
    guard case .mapping = node.content else {
      guard let name = node.identifier(&findings) else { return nil }
      self.init(anyOf: [name], location: node.location)
      return
    }
    let keys = ["any-of", "reason"]
    guard let fields = Fields(node, of: "need", keys: keys, &findings) else { return nil }
    guard let anyOf = fields.required("any-of", &findings) else { return nil }
    let names = anyOf.names(&findings).map(\.text)
    let reason = fields["reason"]?.text(&findings)
    guard !names.isEmpty else {
      if !findings.hasErrors {
        findings.error(
          at: fields.location(of: "any-of"),
          "the list 'any-of' names no course",
          remedy: "name the courses of which one is enough, or leave the need out"
        )
      }
      return nil
    }
    self.init(anyOf: names, reason: reason, location: fields.location(of: "any-of"))
  }
}

extension LearningPath {
  /// Reads one path.
  fileprivate init?(_ node: Node, _ findings: inout Findings) {
    let keys = ["id", "title", "audience", "courses"]
    guard let fields = Fields(node, of: "path", keys: keys, &findings) else { return nil }
    let id = fields.required("id", &findings)?.identifier(&findings)
    let title = fields.required("title", &findings)?.text(&findings)
    audience = fields["audience"]?.text(&findings)
    steps = (fields.required("courses", &findings)?.list(&findings) ?? []).compactMap {
      Step($0, &findings)
    }
    location = fields.location(of: "id")
    guard let id, let title else { return nil }
    (self.id, self.title) = (id, title)
  }
}

extension LearningPath.Step {
  /// Reads the name of a course, or a mapping with `course` and `optional`.
  fileprivate init?(_ node: Node, _ findings: inout Findings) {
    guard case .mapping = node.content else {
      guard let name = node.identifier(&findings) else { return nil }
      (course, isOptional, location) = (name, false, node.location)
      return
    }
    let keys = ["course", "optional"]
    guard let fields = Fields(node, of: "step", keys: keys, &findings) else { return nil }
    let name = fields.required("course", &findings)?.identifier(&findings)
    isOptional = fields["optional"]?.boolean(&findings) ?? false
    location = fields.location(of: "course")
    guard let name else { return nil }
    course = name
  }
}

extension Node {
  /// A time to study, in hours: `2`, `1.5` or `1.5 to 12`.
  fileprivate func studyTime(_ findings: inout Findings) -> StudyTime? {
    let expected = "hours such as 2 or '1.5 to 12'"
    guard let text = text(&findings, expected: expected) else { return nil }
    let ends = text.replacing(/(?: hours?)$/, with: "").split(separator: " to ").map(Self.minutes)
    guard (1...2).contains(ends.count), let least = ends.first ?? nil,
      let most = ends.last ?? nil, most > 0
    else {
      mismatch(expected: expected, &findings)
      return nil
    }
    guard least <= most else {
      findings.error(
        at: location,
        "the least of '\(text.visible)' is more than the most",
        remedy: "write the smaller number first"
      )
      return nil
    }
    return StudyTime(least: least, most: most)
  }

  /// Hours, with at most two digits after the point, in whole minutes.
  private static func minutes(_ hours: Substring) -> Int? {
    guard let match = hours.wholeMatch(of: /([0-9]{1,4})(?:\.([0-9]{1,2}))?/) else { return nil }
    let digits = ((match.2.map(String.init) ?? "") + "00").prefix(2)
    guard let whole = Int(match.1), let hundredths = Int(digits) else { return nil }
    return whole * 60 + (hundredths * 60 + 50) / 100
  }
}
