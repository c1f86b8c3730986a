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

  init(_ workspace: Workspace, _ markbook: Markbook?, _ sitter: Sitter) {
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
      : list + "\nSit one with:  seminar quiz NAME\nor by week:    seminar quiz week-01\n"
  }

  /// A row for each quiz in the order of the weeks, then of the names.
  private func sheet() -> Sheet {
    let weeks = weeksByModule()
    let rows = workspace.quizFiles().map { file -> (week: Int, row: [Sheet.Cell]) in
      var findings = Findings()
      let source = try? TextFile.read(file.path)
      let quiz = source.flatMap { Quiz.parse($0, &findings) }
      let week = quiz?.module.flatMap { weeks[$0.name] }
      return (
        week ?? .max,
        [
          Sheet.Cell(week), .text(file.shortName), Sheet.Cell(quiz?.items.count),
          .text(quiz == nil ? "has problems: see 'seminar check'" : standing(at: file)),
        ]
      )
    }
    var sheet = Sheet(
      "Quizzes for \(sitter.name)",
      columns: [
        .init("week", .number), .init("quiz"), .init("items", .number), .init("standing"),
      ],
      zone: .utc
    )
    for (_, row) in rows.enumerated().sorted(by: {
      ($0.element.week, $0.offset) < ($1.element.week, $1.offset)
    }).map(\.element) { sheet.append(row) }
    return sheet
  }

  /// The week of each module; none when the curriculum cannot be laid out here.
  private func weeksByModule() -> [String: Int] {
    guard let modules = try? workspace.modulesByWeek() else { return [:] }
    return Dictionary(modules.map { ($0.value, $0.key) }) { min($0, $1) }
  }

  private func standing(at file: Workspace.QuizFile) -> String {
    guard let markbook,
      let attempts = try? markbook.attempts(of: file.name, by: sitter.id)
        .filter({ $0.participant == sitter.id && $0.kind != .review }),
      !attempts.isEmpty
    else { return "not started" }
    if attempts.contains(where: { !$0.isSubmitted }) { return "open: go on with it" }
    let graded = attempts.filter { $0.kind == .graded }
    let best = graded.compactMap { try? AttemptRecord($0, in: markbook).score?.percent }.max()
    return best.map { "done, best score \($0.rounded(places: 0)) %" } ?? "practised"
  }
}
