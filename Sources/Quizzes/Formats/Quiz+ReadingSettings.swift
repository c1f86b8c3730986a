internal import Diagnostics

// Readings of what a quiz says of itself beside its items.

extension Quiz.Conditions {
  init(reading fields: Fields, _ mode: Quiz.Mode, _ findings: inout Findings) {
    let closesNever = fields["closes"]?.written == "never"
    let opens = fields["opens"]?.windowEnd(&findings)
    let closes = closesNever ? nil : fields["closes"]?.windowEnd(&findings)
    let attempts =
      fields["attempts"].map { $0.attempts(&findings) } ?? Self.usual(in: mode).attempts
    self.init(
      opens: opens?.instant,
      closes: closes?.instant,
      timeLimit: fields["time-limit"]?.span(&findings),
      attempts: attempts,
      wait: fields["wait"]?.span(&findings),
      opensBy: opens?.tie,
      closesBy: closes?.tie,
      closesNever: closesNever
    )
    for (key, tie) in [("opens", opensBy), ("closes", closesBy)] {
      guard let tie, fields["curriculum"] == nil else { continue }
      findings.report(.tieWithoutCurriculum("\(tie)", at: fields.location(of: key)))
    }
    if let opens = self.opens, let closes = self.closes, closes <= opens {
      findings.report(.closesBeforeOpening(at: fields.location(of: "closes")))
    }
  }
}

extension Quiz.Feedback {
  private static let keys = ["during", "right-after", "later", "after-close"]

  init(reading fields: Fields, _ mode: Quiz.Mode, _ findings: inout Findings) {
    self = .usual(in: mode)
    guard let node = fields["feedback"],
      let phases = Fields(node, of: "feedback", keys: Self.keys, &findings)
    else { return }
    if let during = phases["during"] {
      if mode == .graded { findings.report(.feedbackWhileGraded(at: during.location)) }
      self.during = Self.details(during, &findings)
    }
    if let node = phases["right-after"] { rightAfter = Self.details(node, &findings) }
    later = phases["later"].map { Self.details($0, &findings) } ?? rightAfter
    if let node = phases["after-close"] {
      afterClose = Self.details(node, &findings)
    } else if phases["right-after"] != nil || phases["later"] != nil {
      afterClose = later
    }
  }

  private static func details(_ node: Node, _ findings: inout Findings) -> Set<Detail> {
    if case .scalar(let word, _) = node.content {
      if word == "everything" { return everything }
      if word == "nothing" { return [] }
    }
    let nodes = node.list(&findings, expected: "'everything', 'nothing' or a list")
    return Set(nodes.compactMap { $0.choice(of: Detail.self, &findings) })
  }
}

extension Quiz.Section {
  static func all(reading fields: Fields, _ findings: inout Findings) -> [Self] {
    let nodes = fields["sections"]?.list(&findings, expected: "a list of sections") ?? []
    var places: [String: Diagnostic.Location] = [:]
    return nodes.compactMap { node in
      let keys = ["id", "title", "text", "keep-order"]
      guard let fields = Fields(node, of: "section", keys: keys, &findings) else { return nil }
      let name = fields.required("id", &findings)
      let id = name?.identifier(&findings)
      let title = fields.required("title", &findings)?.line(&findings)
      let text = fields["text"]?.text(&findings)
      let keepsOrder = fields["keep-order"]?.boolean(&findings) ?? false
      guard let name, let id, let title else { return nil }
      if let first = places[id] {
        findings.report(.duplicateSection(id, at: name.location, first: first))
      } else {
        places[id] = name.location
      }
      return Quiz.Section(id, title: title, text: text, keepsOrder: keepsOrder)
    }
  }
}

extension Quiz.Draw {
  static func all(reading fields: Fields, _ findings: inout Findings) -> [Self] {
    let nodes = fields["draw"]?.list(&findings, expected: "a list of draws") ?? []
    return nodes.compactMap { node in
      let keys = ["items", "theme", "module", "section", "level", "tag"]
      guard let fields = Fields(node, of: "draw", keys: keys, &findings) else { return nil }
      let count = fields.required("items", &findings)?.integer(in: 1...Quiz.itemLimit, &findings)
      return Quiz.Draw(
        count ?? 1,
        theme: fields["theme"]?.reference(&findings),
        module: fields["module"]?.reference(&findings),
        section: fields["section"]?.identifier(&findings),
        level: fields["level"]?.choice(of: Item.Level.self, &findings),
        tag: fields["tag"]?.line(&findings)
      )
    }
  }
}

extension Quiz {
  /// The lists of items that are kept apart.
  static func apart(_ fields: Fields, _ findings: inout Findings) -> [[Reference]] {
    guard let node = fields["apart"] else { return [] }
    return node.list(&findings, expected: "lists of items such as [a, b]").map { list in
      let names = list.references(&findings)
      if names.count == 1 { findings.report(.apartFromNothing(at: list.location)) }
      return names
    }
  }

  /// Reports names that are not declared, and draws for which there are not enough items.
  func reportReferences(_ fields: Fields, _ findings: inout Findings) {
    let names = sections.map(\.id)
    for item in items {
      if let section = item.section, !names.contains(section) {
        findings.report(.undeclaredSection(section, among: names, at: item.location))
      }
    }
    let nodes = fields["draw"]?.list(&findings) ?? []
    for (draw, node) in zip(draws, nodes) {
      if let section = draw.section, !names.contains(section) {
        findings.report(.undeclaredSection(section, among: names, at: node.location))
      }
    }
    if draws.isEmpty {
      for key in ["banks", "apart"] where fields[key] != nil {
        findings.report(.noDraw(for: key, at: fields.location(of: key)))
      }
    }
    // What is borrowed is known later.
    guard banks.isEmpty else { return }
    for item in apart.joined() where self[item.name] == nil {
      findings.report(.undeclaredItem(item.name, among: items.map(\.id), at: item.location))
    }
    reportDraws(nodes, at: fields.location(of: "draw"), &findings)
  }

  /// Reports draws for which there are not enough items.
  ///
  /// - Parameters:
  ///   - nodes: Where the draws are written, each by itself.
  ///   - location: Where all of them are written.
  ///   - findings: Where the errors are added.
  func reportDraws(
    _ nodes: [Node],
    at location: Diagnostic.Location,
    _ findings: inout Findings
  ) {
    for ((draw, count), node) in zip(zip(draws, available), nodes) {
      if count < draw.count {
        findings.report(.tooFewToDraw(draw.count, of: count, at: node.location))
      }
    }
    if !findings.hasErrors, !draws.isEmpty, !canDrawAll {
      findings.report(.drawsCompete(at: location))
    }
  }
}
