public import Curricula
internal import Diagnostics

extension CurriculumOutline {
  /// Something that is missing, or out of order.
  public enum Gap: Hashable, Sendable {
    /// No session is about the theme.
    case themeNotTaught(Theme)
    /// No quiz has an item on the theme.
    case themeNotTested(Theme)
    /// Only practice quizzes have items on the theme.
    case themeOnlyPractised(Theme)
    /// Only graded quizzes have items on the theme.
    case themeNotPractised(Theme)
    /// A graded quiz of an earlier week has items on the theme.
    case themeTestedEarly(Theme, quiz: String, week: Int, taught: Int)
    /// No module has outcomes.
    case noOutcomes
    /// The module has no outcomes.
    case moduleWithoutOutcomes(Module)
    /// The outcome names no theme, so that nobody can tell where it is taught and tested.
    case outcomeWithoutTheme(mark: String)
    /// No session of its module is about a theme of the outcome.
    case outcomeNotTaught(mark: String)
    /// No quiz has an item of its module on a theme of the outcome, at its level or above.
    case outcomeNotTested(mark: String, LearningOutcome.Level?)
    /// It is not known in which week each session is held.
    case noTimetable
    /// A quiz cannot be read.
    case unreadable(quiz: String)

    /// The gap in a sentence.
    public var words: String {
      switch self {
      case .themeNotTaught(let theme): "No session is about \(theme.named)."
      case .themeNotTested(let theme): "No quiz has an item on \(theme.named)."
      case .themeOnlyPractised(let theme):
        "\(theme.named) is practised, but no graded quiz has an item on it."
      case .themeNotPractised(let theme):
        "\(theme.named) is tested, but no practice quiz has an item on it."
      case .themeTestedEarly(let theme, let quiz, let week, let taught):
        "The quiz \(quiz) of week \(week) has items on \(theme.named), which is first taught in week "
          + "\(taught)."
      case .noOutcomes:
        "The curriculum names no outcomes; write them under 'outcomes' of each module."
      case .moduleWithoutOutcomes(let module):
        "The module \(module.id) (\(module.title)) names no outcomes."
      case .outcomeWithoutTheme(let mark):
        "Outcome \(mark) names no theme, so it cannot be matched with sessions and items."
      case .outcomeNotTaught(let mark):
        "No session of the module is about a theme of outcome \(mark)."
      case .outcomeNotTested(let mark, let level):
        "No quiz has an item of the module on a theme of outcome \(mark)"
          + (level.map { " at the level '\($0.rawValue)' or above." } ?? ".")
      case .noTimetable:
        "The weeks are not known, because no timetable is published or proved optimal; the columns are "
          + "modules."
      case .unreadable(let quiz):
        "The quiz \(quiz) has problems and is left out; see 'seminar check'."
      }
    }
  }
}

extension Theme {
  /// The identifier with the title.
  var named: String { "\(id) (\(title))" }
}
