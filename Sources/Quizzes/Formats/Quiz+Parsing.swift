public import Diagnostics

extension Quiz {
  /// Reads a quiz in the form that people write, or throws everything that is wrong with it.
  ///
  /// Warnings alone do not refuse the file; ``parse(_:_:)`` tells them too.
  public static func parse(_ source: SourceText) throws(Findings) -> Quiz {
    var findings = Findings()
    guard let quiz = parse(source, &findings) else { throw findings }
    return quiz
  }

  /// Reads a quiz in the form that people write, and adds everything that is wrong to the findings.
  ///
  /// - Parameters:
  ///   - source: The text of one file.
  ///   - findings: Where errors and warnings are added.
  /// - Returns: The quiz, or `nil` when the file has errors.
  public static func parse(_ source: SourceText, _ findings: inout Findings) -> Quiz? {
    var own = Findings()
    guard let node = Node.read(source, &own) else {
      findings.report(contentsOf: own)
      return nil
    }
    findings.report(contentsOf: own)
    return parse(source, as: node, &findings)
  }

  /// Reads a quiz from the values of its file, and adds everything that is wrong to the findings.
  ///
  /// - Parameters:
  ///   - source: The text of the file.
  ///   - node: Its values.
  ///   - findings: Where errors and warnings are added; what is wrong with the text is there already.
  /// - Returns: The quiz, or `nil` when the file has errors.
  public static func parse(
    _ source: SourceText,
    as node: Node,
    _ findings: inout Findings
  ) -> Quiz? {
    var own = Findings()
    let quiz = read(node, text: source.text, &own)
    findings.report(contentsOf: own.explained(by: source))
    let isOfFile = { (diagnostic: Diagnostic) in
      diagnostic.severity == .error && diagnostic.location.file == source.file
    }
    return findings.diagnostics.contains(where: isOfFile) ? nil : quiz
  }

  /// The most items in one file.
  package static let itemLimit = 1000

  static let keys = [
    "quiz", "status", "curriculum", "module", "mode", "pass", "shuffle", "notice", "certainty",
    "penalty", "opens", "closes", "time-limit", "attempts", "wait", "grade", "feedback", "sections",
    "draw", "banks", "apart", "allow", "items",
  ]

  private static func read(_ node: Node, text: String, _ findings: inout Findings) -> Quiz? {
    guard let fields = Fields(node, of: "quiz", keys: keys, &findings) else { return nil }
    let title = fields.required("quiz", &findings)?.line(&findings)
    let status = fields.required("status", &findings)?.text(&findings)
    let mode = fields.required("mode", &findings)?.choice(of: Mode.self, &findings)
    var quiz = Quiz(
      title: title ?? "",
      status: status ?? "",
      mode: mode ?? .graded,
      passPercent: fields["pass"]?.percent(&findings),
      shuffle: fields["shuffle"]?.choice(of: Shuffle.self, &findings) ?? .itemsAndOptions,
      feedback: Feedback(reading: fields, mode ?? .graded, &findings),
      sections: Section.all(reading: fields, &findings),
      draws: Draw.all(reading: fields, &findings),
      banks: fields["banks"]?.bankNames(&findings) ?? [],
      apart: apart(fields, &findings),
      items: items(fields, &findings),
      text: text,
      allowances: fields["allow"]?.allowances ?? []
    )
    quiz.curricula = fields["curriculum"]?.programmes(&findings) ?? []
    quiz.module = fields["module"]?.reference(&findings)
    quiz.notice = fields["notice"]?.text(&findings)
    quiz.asksCertainty = fields["certainty"]?.boolean(&findings) ?? false
    quiz.penalty = fields["penalty"]?.fraction(&findings) ?? usualPenalty
    quiz.conditions = Conditions(reading: fields, quiz.mode, &findings)
    quiz.grading = fields["grade"]?.choice(of: Grading.self, &findings) ?? .best
    quiz.readRemarks()
    quiz.reportReferences(fields, &findings)
    return title == nil || status == nil || mode == nil ? nil : quiz
  }

  private static func items(_ fields: Fields, _ findings: inout Findings) -> [Item] {
    guard fields["items"] != nil || fields["banks"] == nil else { return [] }
    guard let node = fields.required("items", &findings) else { return [] }
    let nodes = node.list(&findings, expected: "a list of items")
    if case .list = node.content, nodes.isEmpty {
      findings.report(.noItems(at: node.location))
    }
    guard nodes.count <= itemLimit else {
      findings.report(.tooManyItems(nodes.count, limit: itemLimit, at: node.location))
      return []
    }
    var items: [Item] = []
    var places: [Item.ID: Diagnostic.Location] = [:]
    for node in nodes {
      var reader = ItemReader()
      let item = reader.read(node)
      findings.report(contentsOf: reader.findings)
      if let name = reader.name {
        if let first = places[name.name] {
          findings.report(.duplicateItem(name.name, at: name.location, first: first))
        } else {
          places[name.name] = name.location
        }
      }
      if let item { items.append(item) }
    }
    return items
  }
}
