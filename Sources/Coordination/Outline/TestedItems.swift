internal import Curricula
internal import Diagnostics
internal import Quizzes

/// The items of a curriculum's quizzes, as far as it matters what they test.
struct TestedItems {
  /// An item.
  struct Tested {
    let themes: Set<String>
    let module: String?
    let level: Item.Level?
  }

  /// A quiz.
  struct Entry {
    let name: String
    let shortName: String
    let isGraded: Bool
    let module: String?
    /// The week to which its window is tied.
    let week: Int?
    /// The items of its own file.
    let own: [Tested]
    /// The items that its banks lend.
    let lent: [Tested]
  }

  /// The quizzes by name: graded ones of modules, practice for modules, then all others.
  private(set) var entries: [Entry] = []
  /// The quizzes that cannot be read.
  private(set) var unreadable: [String] = []

  /// Whether there is a graded quiz.
  var hasGraded: Bool { entries.contains(where: \.isGraded) }
  /// Whether there is a practice quiz.
  var hasPractice: Bool { entries.contains { !$0.isGraded } }

  /// Reads the quizzes that name a curriculum.
  init(of curriculum: String, in workspace: any WorkspaceContents) {
    for file in workspace.quizFiles() {
      guard let quiz = try? workspace.writtenQuiz(file) else {
        if file.name.hasPrefix("\(curriculum)/") { unreadable.append(file.name) }
        continue
      }
      guard quiz.belongs(to: curriculum) else { continue }
      let whole = (try? workspace.quiz(file)) ?? quiz
      let isGraded =
        switch quiz.mode {
        case .graded: true
        case .practice: false
        }
      let own = Set(quiz.items.map(\.id))
      entries.append(
        Entry(
          name: file.name,
          shortName: file.shortName,
          isGraded: isGraded,
          module: quiz.module?.name,
          week: quiz.weekOfWindow,
          own: quiz.items.compactMap { Tested($0, of: quiz) },
          lent: whole.items.filter { !own.contains($0.id) }.compactMap { Tested($0, of: whole) }
        )
      )
    }
    func rank(_ entry: Entry) -> Int {
      entry.module == nil ? 2 : entry.isGraded ? 0 : 1
    }
    entries.sort { (rank($0), $0.name) < (rank($1), $1.name) }
  }

  /// The quizzes with items on a theme.
  func testing(_ theme: Theme) -> [CurriculumOutline.Test] {
    tests { $0.themes.contains(theme.id) }
  }

  /// The quizzes with items of a module.
  func testing(module: String) -> [CurriculumOutline.Test] {
    tests { $0.module == module }
  }

  /// The quizzes with items of a module on a theme of an outcome, at its level or above.
  ///
  /// Items that belong to no module count for all.
  func testing(_ outcome: LearningOutcome, of module: String) -> [CurriculumOutline.Test] {
    let least = outcome.level.map(\.rank) ?? 0
    return tests { item in
      !item.themes.isDisjoint(with: outcome.themes) && (item.module ?? module) == module
        && (least == 0 || item.level.map(\.rank) ?? 0 >= least)
    }
  }

  private func tests(_ isMeant: (Tested) -> Bool) -> [CurriculumOutline.Test] {
    entries.compactMap { entry in
      let (own, lent) = (entry.own.count(where: isMeant), entry.lent.count(where: isMeant))
      guard own + lent > 0 else { return nil }
      return CurriculumOutline.Test(
        quiz: entry.name,
        shortName: entry.shortName,
        isGraded: entry.isGraded,
        items: own + lent,
        lent: lent
      )
    }
  }
}

extension TestedItems.Tested {
  /// `nil` for a text to read.
  fileprivate init?(_ item: Item, of quiz: Quiz) {
    guard item.kind != .description else { return nil }
    themes = Set(item.themes.map(\.name))
    module = (item.module ?? quiz.module)?.name
    level = item.level
  }
}

extension LearningOutcome.Level {
  /// The place among the levels, from 1.
  fileprivate var rank: Int {
    switch self {
    case .recall: 1
    case .apply: 2
    case .analyse: 3
    }
  }
}

extension Item.Level {
  /// The place among the levels, from 1.
  fileprivate var rank: Int {
    switch self {
    case .recall: 1
    case .apply: 2
    case .analyse: 3
    }
  }
}
