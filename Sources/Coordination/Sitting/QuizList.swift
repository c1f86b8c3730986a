public import Quizzes
public import Records

/// Which quizzes there are, in which week, and how somebody stands with each.
public struct QuizList {
  private let workspace: any WorkspaceContents
  private let markbook: Markbook?
  private let sitter: Sitter
  private let now: Moment

  /// One quiz of the list.
  public struct Row {
    /// The quiz's file.
    public let file: QuizFile
    /// The week of its module in the timetable.
    public let week: Int?
    /// `nil` when it cannot be read.
    public let quiz: Quiz?
    /// How the sitter stands with it.
    public let standing: Standing
    /// Whether the sitter has handed in an attempt.
    public let isHandedIn: Bool
  }

  /// The quizzes in the order of the weeks, then of the names.
  public private(set) var rows: [Row] = []

  /// Looks at all quizzes.
  ///
  /// - Parameters:
  ///   - workspace: Where the quizzes are.
  ///   - sitter: Whose standing is told.
  ///   - markbook: Where attempts are recorded; `nil` where nothing is.
  ///   - now: The present.
  public init(
    of workspace: any WorkspaceContents,
    for sitter: Sitter,
    in markbook: Markbook?,
    at now: Moment
  ) {
    self.workspace = workspace
    self.markbook = markbook
    self.sitter = sitter
    self.now = now
    let weeks = weeksByModule()
    let rows = workspace.quizFiles().map { file in
      let quiz = try? workspace.writtenQuiz(file)
      let attempts = attempts(at: file, in: quiz.map { workspace.programme(of: $0) } ?? .unknown)
      return Row(
        file: file,
        week: quiz?.module.flatMap { weeks[$0.name] },
        quiz: quiz,
        standing: quiz.map { standing(at: file, $0, after: attempts) } ?? .unreadable,
        isHandedIn: attempts.contains(where: \.isSubmitted)
      )
    }
    self.rows = rows.enumerated().sorted {
      ($0.element.week ?? .max, $0.offset) < ($1.element.week ?? .max, $1.offset)
    }.map(\.element)
  }

  /// The week of each module; none when the curriculum cannot be laid out here.
  private func weeksByModule() -> [String: Int] {
    guard let modules = try? workspace.modulesByWeek() else { return [:] }
    return Dictionary(modules.map { ($0.value, $0.key) }) { min($0, $1) }
  }

  private func standing(
    at file: QuizFile,
    _ quiz: Quiz,
    after attempts: [RecordedAttempt]
  ) -> Standing {
    let readings = attempts.compactMap { recorded in
      markbook.flatMap { try? AttemptReading(recorded, in: $0, at: now) }
    }
    if readings.contains(where: { $0.attempt.submittedAt == nil }) { return .underWay }
    let scores = readings.filter { $0.recorded.kind == .graded }.compactMap(\.score)
    if !scores.isEmpty, !showsMarks(of: quiz, file) { return .done }
    if let percent = quiz.grading.percent(of: scores.map(\.percent)) {
      let others: [Rational] = [0, 100] + (quiz.passPercent.map { [$0] } ?? [])
      let places = Rational.places(telling: [percent] + others, least: 0)
      let isFinal = scores.allSatisfy(\.isFinal)
      return .scored(percent, places: places, by: quiz.grading, isFinal: isFinal)
    }
    if !attempts.isEmpty { return .practised }
    let terms = try? workspace.terms(of: quiz, named: file.name, for: sitter, in: markbook).terms
    switch terms?.admission(at: now.time, after: []) {
    case .notPublished(let tie): return .notPublished(tie)
    case .notYetOpen(let opens): return .notYetOpen(until: opens)
    case .closed: return .closed
    case .admitted, .noAttemptLeft, .tooSoon, nil: return .notStarted
    }
  }

  /// Whether participants may know their scores now.
  private func showsMarks(of quiz: Quiz, _ file: QuizFile) -> Bool {
    guard let showing = try? workspace.showing(quiz, named: file.name, in: markbook) else {
      return false
    }
    return showing[showing.phase(at: now.time)].contains(.marks)
  }

  /// The sitter's attempts at a quiz in a programme.
  private func attempts(at file: QuizFile, in programme: Programme) -> [RecordedAttempt] {
    let attempts = try? markbook?.attempts(of: file.name, by: sitter, in: programme)
    return attempts?.filter { $0.kind != .review } ?? []
  }
}
