internal import Curricula
internal import Diagnostics
internal import Publishing

// The sentences that text and page share.
extension CurriculumOutline {
  /// The title, with the edition where there is one.
  var heading: String {
    curriculum.edition.isEmpty
      ? curriculum.title : "\(curriculum.title), \(curriculum.edition)"
  }

  /// What it comes to, in a sentence.
  var summary: String {
    let outcomes = parts.reduce(0) { $0 + $1.outcomes.count }
    let all = curriculum.sessions.reduce(0) { $0 + $1.minutes }
    let minutes = curriculum.minutes(attendedOf: curriculum.sessions)
    let length =
      minutes == all
      ? ", \(minutes) minutes in all" : ", up to \(minutes) minutes for a participant"
    return "\(curriculum.weeks.counted("week")) from \(curriculum.starts.spelled), "
      + "\(curriculum.sessions.counted("session"))\(length), "
      + "\(outcomes.counted("outcome")), \(themes.counted("theme"))."
  }

  /// The name of the table of themes.
  var tableTitle: String { hasWeeks ? "Themes by weeks" : "Themes by modules" }

  /// Where a theme is taught and tested, in a sentence or two.
  func sentence(on covered: ThemeCoverage) -> String {
    let taught =
      covered.sessions.isEmpty
      ? "not taught"
      : "\(covered.minutes.counted("minute")) in \(covered.sessions.joined(separator: ", "))"
    return "\(taught). \(Test.sentence(covered.tests))"
  }

  /// Where an outcome is taught and tested, in a sentence or two.
  func sentence(on covered: OutcomeCoverage) -> String {
    let taught =
      covered.sessions.isEmpty
      ? "Not taught in its module." : "Taught in \(covered.sessions.joined(separator: ", "))."
    let observed = covered.outcome.observed
    guard !observed.isEmpty else { return "\(taught) \(Test.sentence(covered.tests))" }
    let tested = covered.tests.isEmpty ? "" : " \(Test.sentence(covered.tests))"
    return "\(taught)\(tested) Observed in \(observed.listed())."
  }
}

extension CurriculumOutline.Test {
  /// The quizzes in a sentence.
  static func sentence(_ tests: [Self]) -> String {
    let own = tests.filter { $0.items > $0.lent }.map(\.words)
    let borrowing = tests.filter { $0.items == $0.lent }.map(\.shortName)
    if own.isEmpty {
      return borrowing.isEmpty
        ? "Not tested."
        : "Tested only by \(borrowing.listed()), with items drawn from other quizzes."
    }
    let rest =
      borrowing.isEmpty
      ? "" : "; \(borrowing.listed()) \(borrowing.count.agreeing("draws", "draw")) from these"
    return "Tested by \(own.listed())\(rest)."
  }

  /// The quiz with the number of its own items: `tools (3 graded items)`.
  var words: String {
    "\(shortName) (\((items - lent).counted(isGraded ? "graded item" : "practice item")))"
  }
}

extension CurriculumOutline.Part {
  /// The weeks and the title: `Week 3: Trafficking`.
  var heading: String {
    switch weeks.count {
    case 0: module.title
    case 1: "Week \(weeks[0]): \(module.title)"
    default: "Weeks \(weeks.map(String.init).listed()): \(module.title)"
    }
  }

  /// What participants read, for the module and then for its sessions.
  var readings: [String] {
    module.guidance.readings.map(\.words)
      + sessions.flatMap { session in
        session.guidance.readings.map { "\(session.id): \($0.words)" }
      }
  }

  /// What participants do before.
  var before: [String] { texts(\.before) }

  /// What people who lead it should know.
  var notes: [String] { texts(\.notes) }

  private func texts(_ part: KeyPath<Guidance, [String]>) -> [String] {
    module.guidance[keyPath: part]
      + sessions.flatMap { session in
        session.guidance[keyPath: part].map { "\(session.id): \($0)" }
      }
  }
}

extension Session {
  /// The identifier and the title.
  var titled: String { "\(id) \(title)" }

  /// How it is held, how long it takes and what it is about: `panel, 45 minutes; T05, T20`.
  var outline: String {
    let about = themes.isEmpty ? "" : "; \(themes.joined(separator: ", "))"
    return "\(kind.name), \(minutes.counted("minute"))\(about)"
  }
}
