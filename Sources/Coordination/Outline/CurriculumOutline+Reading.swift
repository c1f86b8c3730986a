public import Curricula
internal import Diagnostics
internal import Quizzes

extension CurriculumOutline {
  /// Reads a curriculum with its quizzes.
  ///
  /// The weeks are those of the last published revision; before one is published, those of the timetable
  /// that `seminar timetable` proves optimal.
  ///
  /// - Parameters:
  ///   - curriculum: The curriculum.
  ///   - workspace: Where its quizzes are, and what was published.
  /// - Throws: What the workspace throws.
  public init(of curriculum: Curriculum, in workspace: any WorkspaceContents) throws {
    let tests = TestedItems(of: curriculum.id, in: workspace)
    let weeks = (try? workspace.weeksBySession(of: curriculum)) ?? [:]
    hasWeeks = !weeks.isEmpty
    // Once there is a timetable, it is known which sessions of the choices are held.
    let curriculum =
      curriculum.isUndecided && !weeks.isEmpty
      ? curriculum.holding(Set(weeks.keys)) : curriculum
    self.curriculum = curriculum
    let order = Self.order(of: curriculum, weeks)
    parts = order.enumerated().map { number, module in
      Part(module, number: number + 1, in: curriculum, weeks, tests)
    }
    columns =
      weeks.isEmpty
      ? order.enumerated().map { Column(label: "\($0 + 1)", title: $1.title) }
      : (1...curriculum.weeks).map { Column(label: "\($0)", title: "Week \($0)") }
    let places = Places(order, weeks)
    let count = columns.count
    themes = curriculum.themes.map { theme in
      ThemeCoverage(theme, of: curriculum, tests, places, columns: count)
    }
    gaps = Self.gaps(in: parts, themes, places, tests, hasWeeks: !weeks.isEmpty)
  }

  /// The modules by their first week, then as they stand in the file.
  private static func order(
    of curriculum: Curriculum,
    _ weeks: [String: Int]
  ) -> [Module] {
    let first = curriculum.modules.map { module in
      module.sessions.compactMap { weeks[$0] }.min() ?? .max
    }
    return curriculum.modules.indices.sorted { (first[$0], $0) < (first[$1], $1) }
      .map { curriculum.modules[$0] }
  }

  /// The column in which something is.
  struct Places {
    private let sessions: [String: Int]
    private let modules: [String: Int]
    let areWeeks: Bool

    init(_ modules: [Module], _ weeks: [String: Int]) {
      areWeeks = !weeks.isEmpty
      var (sessions, ends): ([String: Int], [String: Int]) = ([:], [:])
      for (index, module) in modules.enumerated() {
        let columns = module.sessions.map { (weeks.isEmpty ? index : weeks[$0].map { $0 - 1 }) }
        for (session, column) in zip(module.sessions, columns) { sessions[session] = column }
        ends[module.id] = columns.compactMap(\.self).max()
      }
      (self.sessions, self.modules) = (sessions, ends)
    }

    /// The column of a session.
    func column(ofSession id: String) -> Int? { sessions[id] }

    /// The column of a quiz: that in which its module ends, else that to which its window is tied.
    func column(of quiz: TestedItems.Entry) -> Int? {
      if let module = quiz.module { return modules[module] }
      return areWeeks ? quiz.week.map { $0 - 1 } : nil
    }
  }

  private static func gaps(
    in parts: [Part],
    _ themes: [ThemeCoverage],
    _ places: Places,
    _ tests: TestedItems,
    hasWeeks: Bool
  ) -> [Gap] {
    var gaps: [Gap] = hasWeeks ? [] : [.noTimetable]
    gaps += tests.unreadable.map { .unreadable(quiz: $0) }
    if parts.allSatisfy(\.outcomes.isEmpty) {
      gaps.append(.noOutcomes)
    } else {
      gaps += parts.filter(\.outcomes.isEmpty).map { .moduleWithoutOutcomes($0.module) }
    }
    for covered in parts.flatMap(\.outcomes) {
      if covered.outcome.themes.isEmpty {
        gaps.append(.outcomeWithoutTheme(mark: covered.mark))
        continue
      }
      if covered.sessions.isEmpty { gaps.append(.outcomeNotTaught(mark: covered.mark)) }
      if covered.tests.isEmpty, covered.outcome.observed.isEmpty {
        gaps.append(.outcomeNotTested(mark: covered.mark, covered.outcome.level))
      }
    }
    let taught = Dictionary(
      uniqueKeysWithValues: themes.compactMap { covered in
        covered.sessions.compactMap { places.column(ofSession: $0) }.min()
          .map { (covered.theme.id, $0) }
      }
    )
    for covered in themes {
      let theme = covered.theme
      if covered.sessions.isEmpty { gaps.append(.themeNotTaught(theme)) }
      let kinds = Set(covered.tests.map(\.isGraded))
      if kinds.isEmpty {
        gaps.append(.themeNotTested(theme))
      } else if !kinds.contains(true), tests.hasGraded {
        gaps.append(.themeOnlyPractised(theme))
      } else if !kinds.contains(false), tests.hasPractice {
        gaps.append(.themeNotPractised(theme))
      }
      gaps += early(covered, taught, places, tests)
    }
    return gaps
  }

  /// The graded quizzes with items on a theme alone, or on it and others, before any of these is taught.
  private static func early(
    _ covered: ThemeCoverage,
    _ taught: [String: Int],
    _ places: Places,
    _ tests: TestedItems
  ) -> [Gap] {
    guard places.areWeeks, let first = taught[covered.theme.id] else { return [] }
    return tests.entries.compactMap { entry in
      guard entry.isGraded, entry.module != nil, let column = places.column(of: entry),
        column < first,
        entry.own.contains(where: { item in
          item.themes.contains(covered.theme.id)
            && item.themes.allSatisfy { column < taught[$0] ?? .max }
        })
      else { return nil }
      return .themeTestedEarly(
        covered.theme,
        quiz: entry.shortName,
        week: column + 1,
        taught: first + 1
      )
    }
  }
}

extension CurriculumOutline.Part {
  fileprivate init(
    _ module: Module,
    number: Int,
    in curriculum: Curriculum,
    _ weeks: [String: Int],
    _ tests: TestedItems
  ) {
    let own = curriculum.sessions.filter { $0.module == module.id }
    let held = own.map { weeks[$0.id] ?? .max }
    sessions = own.indices.sorted { (held[$0], $0) < (held[$1], $1) }.map { own[$0] }
    notHeld = curriculum.notHeld.filter { $0.module == module.id }
    self.weeks = Set(held.filter { $0 < .max }).sorted()
    self.module = module
    let name = "\(self.weeks.first ?? number)"
    // The members of a series have the outcomes of the series.
    var known: Set<LearningOutcome> = []
    let written = (module.guidance.outcomes + own.flatMap(\.guidance.outcomes))
      .filter { known.insert($0).inserted }
    outcomes = written.enumerated().map { index, outcome in
      CurriculumOutline.OutcomeCoverage(
        outcome: outcome,
        mark: name + Self.letters(index),
        sessions: own.filter { !Set($0.themes).isDisjoint(with: outcome.themes) }.map(\.id),
        tests: tests.testing(outcome, of: module.id)
      )
    }
  }

  /// `a` to `z`, then `aa` and so on.
  private static func letters(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
    return index < 26 ? letter : letters(index / 26 - 1) + letter
  }
}

extension CurriculumOutline.ThemeCoverage {
  fileprivate init(
    _ theme: Theme,
    of curriculum: Curriculum,
    _ tests: TestedItems,
    _ places: CurriculumOutline.Places,
    columns: Int
  ) {
    let taught = curriculum.sessions.filter { $0.themes.contains(theme.id) }
    var cells = Array(repeating: Cell(), count: columns)
    let columnsOfSessions = Dictionary(grouping: taught) { places.column(ofSession: $0.id) }
    for (column, sessions) in columnsOfSessions {
      if let column { cells[column].minutes = curriculum.minutes(attendedOf: sessions) }
    }
    for entry in tests.entries {
      guard let column = places.column(of: entry), cells.indices.contains(column) else { continue }
      let count = entry.own.count { $0.themes.contains(theme.id) }
      if entry.isGraded {
        cells[column].graded += count
      } else {
        cells[column].practice += count
      }
    }
    self.theme = theme
    sessions = taught.map(\.id)
    minutes = curriculum.minutes(attendedOf: taught)
    self.tests = tests.testing(theme)
    self.cells = cells
  }
}
