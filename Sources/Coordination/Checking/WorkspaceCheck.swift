internal import Curricula
public import Diagnostics
internal import ItemWriting
internal import Quizzes
public import Records
internal import Timetabling

/// Reads texts of both kinds and collects what is wrong in each and between them.
public struct WorkspaceCheck {
  let workspace: any WorkspaceContents
  private var found = Findings()
  private var curricula: [Curriculum] = []
  private var selfPaced: [SelfPacedProgramme] = []
  /// The values of each quiz, by its text.
  private(set) var nodes: [String: Node] = [:]
  private var quizzes: [Quiz] = []
  /// The path of each quiz.
  private var paths: [String] = []
  /// The paths of all texts that were read, also of those with problems.
  private var known: Set<String> = []

  /// Creates a check of nothing yet.
  ///
  /// - Parameter workspace: Where curricula are that quizzes name.
  public init(in workspace: any WorkspaceContents) {
    self.workspace = workspace
  }

  /// Reads one text as a curriculum or a quiz, whichever its first level of keys shows.
  ///
  /// - Throws: Why the workspace cannot read it; what is wrong in it is found.
  public mutating func read(_ path: String) throws {
    try read([path])
  }

  /// Reads several texts, each as a curriculum or a quiz, on all processors.
  ///
  /// - Throws: Why the workspace cannot read one of them; what is wrong in them is found.
  public mutating func read(_ paths: [String]) throws {
    var sources: [(path: String, source: SourceText)] = []
    for path in paths {
      do {
        sources.append((path, try workspace.text(of: path)))
      } catch let findings as Findings {
        found.report(contentsOf: findings)
      }
    }
    known.formUnion(sources.map(\.path))
    let readings = SideBySide.parts(of: sources, lanes: sources.count) { part in
      part.map { CheckedText($0.source, at: $0.path) }
    }
    for reading in readings.joined() { take(reading) }
  }

  private mutating func take(_ text: CheckedText) {
    found.report(contentsOf: text.findings)
    switch text.content {
    case .quiz(let quiz, let node):
      quizzes.append(quiz)
      paths.append(text.path)
      nodes[quiz.text] = node
    case .selfPaced(let programme): selfPaced.append(programme)
    case .curriculum(let curriculum): curricula.append(curriculum)
    case nil: break
    }
  }

  /// What was read of other files, a line each.
  public func readings(showingAll: Bool) -> [String] {
    curricula.flatMap(\.imports).map { taken in
      let limit = showingAll ? Int.max : 8
      let days = taken.entries.prefix(limit).joined(separator: "; ")
      let more = taken.entries.count > limit ? "; and \(taken.entries.count - limit) more" : ""
      let subject = taken.subject.map { " for '\($0)'" } ?? ""
      let leftOut =
        taken.leftOut > 0 ? "; \(taken.leftOut.counted("event")) for a part of a day left out" : ""
      return "\(taken.location.file):\(taken.location.line): read from '\(taken.name)'\(subject): "
        + (taken.entries.isEmpty ? "nothing within the programme" : days + more) + leftOut
    }
  }

  /// Finds programmes that the roster names and that no curriculum has.
  public mutating func read(_ roster: [Participant]) {
    for warning in workspace.unknownProgrammes(of: roster) { found.report(warning) }
  }

  /// All problems, also those between quizzes and the curricula that they name.
  public func findings() -> Findings {
    var findings = found
    let read = Dictionary(zip(paths, quizzes)) { first, _ in first }
    for (quiz, path) in zip(quizzes, paths) {
      var missing = Findings()
      let lenders = workspace.lenders(of: quiz, readFrom: path, knowing: read, &missing)
      if !missing.hasErrors {
        quiz.reportBorrowing(from: lenders, in: nodes[quiz.text], &missing)
      }
      findings.report(contentsOf: missing)
      check(quiz, &findings)
    }
    for curriculum in curricula {
      check(curriculum.passRule, of: curriculum, knowing: read, &findings)
    }
    checkEditions(&findings)
    let expectations = Dictionary(
      quizzes.compactMap { quiz in expectation(of: quiz).map { (quiz.text, $0) } }
    ) { first, _ in first }
    let nodes = nodes
    let lint = Lint(reading: { nodes[$0.text] }, expecting: { expectations[$0.text] })
    findings.report(contentsOf: self.findings(of: lint))
    return findings
  }

  /// What the lint finds, which looks at the quizzes on all processors.
  private func findings(of lint: Lint) -> Findings {
    let bank = Array(quizzes.enumerated())
    let parts = SideBySide.parts(of: bank.map { ($0.offset, $0.element) }, lanes: bank.count) {
      quizzes in
      quizzes.map { lint.part($0.1, number: $0.0) }
    }
    return lint.findings(in: Array(parts.joined()))
  }

  /// Each edition of a curriculum has one file.
  private func checkEditions(_ findings: inout Findings) {
    let files = workspace.curriculumFiles()
    for curriculum in curricula {
      let path = curriculum.location.file
      let programme = Programme(curriculum)
      guard let first = files.first(where: { $0.programme == programme }), first.path != path,
        files.contains(where: { $0.path == path })
      else { continue }
      findings.error(
        at: Diagnostic.Location(file: path),
        "this file and '\(first.path.visible)' are both '\(programme.label)'",
        remedy: "give one of them another 'edition', or take it out of the folder 'curricula'"
      )
    }
  }

  /// What the sessions of a quiz's module are about.
  private func expectation(of quiz: Quiz) -> ExpectedCoverage? {
    guard quiz.curricula.count == 1, let name = quiz.curriculum, let module = quiz.module,
      let curriculum = curriculum(named: name.name),
      curriculum.modules.contains(where: { $0.id == module.name })
    else { return nil }
    let named = Set(curriculum.sessions.filter { $0.module == module.name }.flatMap(\.themes))
    let themes = curriculum.themes.filter { named.contains($0.id) }.map {
      ExpectedCoverage.Theme($0.id, title: $0.title)
    }
    return ExpectedCoverage(reason: "the sessions of the module '\(module.name)'", themes: themes)
  }

  /// The quizzes that count for passing exist, and are graded.
  private func check(
    _ rule: PassRule?,
    of curriculum: Curriculum,
    knowing read: [String: Quiz],
    _ findings: inout Findings
  ) {
    guard let rule else { return }
    let files = workspace.quizFiles()
    let names = files.map(\.name)
    for part in rule.naming(files, of: curriculum.id).parts {
      guard let file = files.first(where: { $0.name == part.quiz }) else {
        findings.report(
          .undeclared("quiz", part.quiz, among: names + files.map(\.shortName), at: part.location)
        )
        continue
      }
      let quiz = try? known.contains(file.path) ? read[file.path] : workspace.writtenQuiz(file)
      guard case .practice = quiz?.mode else { continue }
      findings.error(
        at: part.location,
        "the quiz '\(part.quiz)' counts for passing, but it is for practice",
        remedy: "write 'mode: graded' in its file, or name another quiz"
      )
    }
  }

  /// A quiz's curriculum, module and themes exist.
  private func check(_ quiz: Quiz, _ findings: inout Findings) {
    for name in quiz.curricula { check(quiz, in: name, &findings) }
  }

  private func check(_ quiz: Quiz, in name: Quiz.Reference, _ findings: inout Findings) {
    if let programme = programme(named: name.name) {
      check(quiz, of: programme, &findings)
      return
    }
    guard let curriculum = curriculum(named: name.name) else {
      let known = workspace.curriculumFiles().map(\.programme)
      if !known.contains(where: { Programme(label: name.name).admits($0) }) {
        findings.report(
          .undeclared(
            "curriculum",
            name.name,
            among: workspace.curriculumNames,
            at: name.location
          )
        )
      }
      return
    }
    if let module = quiz.module, !curriculum.modules.contains(where: { $0.id == module.name }) {
      let names = curriculum.modules.map(\.id)
      findings.report(.undeclared("module", module.name, among: names, at: module.location))
    }
    for (tie, location) in quiz.ties(in: nodes[quiz.text]) {
      check(tie, at: location, curriculum, &findings)
    }
    let themes = curriculum.themes.map(\.id)
    let named = quiz.items.flatMap { $0.themes }
    for theme in named where !themes.contains(theme.name) {
      findings.report(.undeclared("theme", theme.name, among: themes, at: theme.location))
    }
  }

  /// A self-paced programme among those checked, else one of the workspace.
  private func programme(named name: String) -> SelfPacedProgramme? {
    if let known = selfPaced.first(where: { $0.id == name }) { return known }
    guard !curricula.contains(where: { $0.id == name }),
      workspace.curriculumNames.contains(name)
    else { return nil }
    return workspace.selfPaced(named: name)
  }

  /// A curriculum among those checked, else one of the workspace.
  private func curriculum(named name: String) -> Curriculum? {
    let wanted = Programme(label: name)
    if let known = curricula.first(where: { wanted.admits(Programme($0)) }) { return known }
    guard workspace.curriculumFiles().contains(where: { wanted.admits($0.programme) }) else {
      return nil
    }
    return try? workspace.curriculum(name).curriculum
  }
}
