import Curricula
import Diagnostics
import Publishing
import Quizzes
import Records

/// Which quizzes there are, in which week, and how the sitter stands with each.
struct QuizList {
  private let workspace: Workspace
  private let markbook: Markbook?
  private let sitter: Sitter
  /// Whether the sitter came by a forced command, and cannot type others.
  private let isForced: Bool

  init(_ workspace: Workspace, _ markbook: Markbook?, _ sitter: Sitter, isForced: Bool = false) {
    self.isForced = isForced
    self.workspace = workspace
    self.markbook = markbook
    self.sitter = sitter
  }

  /// The list in a form that people or programs read.
  func rendering(as form: SheetForm) -> String {
    let sheet = sheet()
    let list = form.rendering(of: sheet, as: "seminar-quizzes")
    guard form == .text else { return list }
    return sheet.rows.isEmpty
      ? "There is no quiz in '\(workspace.path("quizzes"))'.\n"
      : list + "\n\(advice)\n"
  }

  /// How to sit a quiz of the list.
  private var advice: String {
    isForced
      ? "To sit one, connect with a terminal."
      : "Sit one with:  seminar quiz NAME\nor by week:    seminar quiz week-01"
  }

  /// One quiz of the list.
  struct Row {
    let file: Workspace.QuizFile
    let week: Int?
    /// `nil` when it cannot be read.
    let quiz: Quiz?
    /// How the sitter stands with it.
    let standing: String
    /// Whether the sitter has handed in an attempt.
    let isHandedIn: Bool
  }

  /// The quizzes in the order of the weeks, then of the names.
  func rows() -> [Row] {
    let weeks = weeksByModule()
    let rows = workspace.quizFiles().map { file in
      var findings = Findings()
      let source = try? TextFile.read(file.path)
      let quiz = source.flatMap { Quiz.parse($0, &findings) }
      return Row(
        file: file,
        week: quiz?.module.flatMap { weeks[$0.name] },
        quiz: quiz,
        standing: quiz.map { standing(at: file, $0) } ?? "has problems: see 'seminar check'",
        isHandedIn: attempts(at: file).contains(where: \.isSubmitted)
      )
    }
    return rows.enumerated().sorted {
      ($0.element.week ?? .max, $0.offset) < ($1.element.week ?? .max, $1.offset)
    }.map(\.element)
  }

  private func sheet() -> Sheet {
    var sheet = Sheet(
      "Quizzes for \(sitter.name)",
      columns: [
        .init("week", .number), .init("quiz"), .init("items", .number), .init("standing"),
      ],
      zone: .utc
    )
    for row in rows() {
      sheet.append([
        Sheet.Cell(row.week), .text(row.file.shortName), Sheet.Cell(row.quiz?.askedCount),
        .text(row.standing),
      ])
    }
    return sheet
  }

  /// The week of each module; none when the curriculum cannot be laid out here.
  private func weeksByModule() -> [String: Int] {
    guard let modules = try? workspace.modulesByWeek() else { return [:] }
    return Dictionary(modules.map { ($0.value, $0.key) }) { min($0, $1) }
  }

  private func standing(at file: Workspace.QuizFile, _ quiz: Quiz) -> String {
    let attempts = attempts(at: file)
    let records = attempts.compactMap { recorded in
      markbook.flatMap { try? AttemptRecord(recorded, in: $0) }
    }
    if records.contains(where: { $0.attempt.submittedAt == nil }) { return "open: go on with it" }
    let scores = records.filter { $0.recorded.kind == .graded }.compactMap(\.score)
    if !scores.isEmpty, !showsMarks(of: quiz, file) { return "done" }
    if let percent = quiz.grading.percent(of: scores.map(\.percent)) {
      let others: [Rational] = [0, 100] + (quiz.passPercent.map { [$0] } ?? [])
      let places = Rational.places(telling: [percent] + others, least: 0)
      let words = "done, \(quiz.grading.rawValue) score \(percent.rounded(places: places)) %"
      return scores.allSatisfy(\.isFinal) ? words : words + " so far, waits for marks"
    }
    if !attempts.isEmpty { return "practised" }
    let now = Timestamp.now
    let terms = try? workspace.terms(of: quiz, named: file.name, for: sitter, in: markbook).terms
    switch terms?.admission(at: now, after: []) {
    case .notPublished(let tie): return "opens \(tie)"
    case .notYetOpen(let opens): return "opens on \(workspace.zone.wording(of: opens))"
    case .closed: return "closed"
    case .admitted, .noAttemptLeft, .tooSoon, nil: return "not started"
    }
  }

  /// Whether participants may know their scores now.
  private func showsMarks(of quiz: Quiz, _ file: Workspace.QuizFile) -> Bool {
    guard let showing = try? workspace.showing(quiz, named: file.name, in: markbook) else {
      return false
    }
    return showing[showing.phase(at: .now)].contains(.marks)
  }

  /// The sitter's attempts at a quiz.
  private func attempts(at file: Workspace.QuizFile) -> [RecordedAttempt] {
    let attempts = try? markbook?.attempts(of: file.name, by: sitter)
    return attempts?.filter { $0.kind != .review } ?? []
  }
}
