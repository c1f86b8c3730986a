public import Curricula

/// What a curriculum teaches and tests: its weeks with their outcomes, sessions and readings, and where each
/// theme is taught and tested.
public struct CurriculumOutline: Sendable {
  /// A module with what its readers need to know.
  public struct Part: Sendable {
    /// The module.
    public let module: Module
    /// The weeks in which its sessions are held, in order; empty where that is not known.
    public let weeks: [Int]
    /// Its sessions, by weeks and then as they stand in the file.
    public let sessions: [Session]
    /// Its sessions that are not held in this edition.
    public let notHeld: [Session]
    /// Its outcomes, and those of its sessions.
    public let outcomes: [OutcomeCoverage]
  }

  /// A week; where no timetable is known, a module.
  public struct Column: Hashable, Sendable {
    /// The short name in a table: a number.
    public let label: String
    /// The name: `Week 3`, or the title of the module.
    public let title: String
  }

  /// A quiz that tests something.
  public struct Test: Hashable, Sendable {
    /// The full name of the quiz.
    public let quiz: String
    /// The name without its folder.
    public let shortName: String
    /// Whether it is graded, and not for practice.
    public let isGraded: Bool
    /// How many of its items test it, those of its banks included.
    public let items: Int
    /// How many of them its banks lend.
    public let lent: Int
  }

  /// Where an outcome is taught and tested.
  public struct OutcomeCoverage: Sendable {
    /// The outcome.
    public let outcome: LearningOutcome
    /// The name by which it is known on the page: the week and a letter, such as `3b`.
    public let mark: String
    /// The sessions of its module that are about one of its themes.
    public let sessions: [String]
    /// The quizzes with items of its module on one of its themes, at its level or above.
    public let tests: [Test]
  }

  /// Where a theme is taught and tested.
  public struct ThemeCoverage: Sendable {
    /// How much of a theme there is in a column.
    public struct Cell: Hashable, Sendable {
      /// The minutes of the sessions about it that a participant attends.
      public var minutes = 0
      /// The items of graded quizzes about it.
      public var graded = 0
      /// The items of practice quizzes about it.
      public var practice = 0
    }

    /// The theme.
    public let theme: Theme
    /// The sessions about it.
    public let sessions: [String]
    /// The minutes of these sessions that a participant attends.
    public let minutes: Int
    /// The quizzes with items about it.
    public let tests: [Test]
    /// What there is of it in each column.
    public let cells: [Cell]
  }

  /// The curriculum.
  public let curriculum: Curriculum
  /// Whether it is known in which week each session is held.
  public let hasWeeks: Bool
  /// The modules, by weeks.
  public let parts: [Part]
  /// The weeks.
  public let columns: [Column]
  /// The themes in the order of the file.
  public let themes: [ThemeCoverage]
  /// What is missing.
  public let gaps: [Gap]
}
