import Coordination
import Curricula
import Publishing
import Quizzes

extension QuizList {
  /// The list in a form that people or programs read.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - sitter: Whose standing it tells.
  ///   - workspace: Where the quizzes are.
  ///   - isForced: Whether the sitter came by a forced command, and cannot type others.
  ///   - notes: What is said of the record to programs that read the list.
  /// - Returns: The list, below it how to sit a quiz where people read it.
  func rendering(
    as form: SheetForm,
    for sitter: Sitter,
    in workspace: Workspace,
    isForced: Bool,
    notes: KeyValuePairs<String, String>
  ) -> String {
    let list = form.rendering(
      of: sheet(for: sitter, in: workspace),
      as: "seminar-quizzes",
      notes: form == .text ? [:] : notes
    )
    guard form == .text else { return list }
    guard !rows.isEmpty else { return "There is no quiz in '\(workspace.path("quizzes"))'.\n" }
    let advice =
      isForced
      ? "To sit one, connect with a terminal."
      : "Sit one with:  seminar quiz NAME"
        + (rows.contains { $0.week != nil } ? "\nor by week:    seminar quiz week-01" : "")
    return list + "\n\(advice)\n"
  }

  private func sheet(for sitter: Sitter, in workspace: Workspace) -> Sheet {
    var sheet = Sheet(
      "Quizzes for \(sitter.name)",
      columns: [
        .init("week", .number), .init("quiz"), .init("items", .number), .init("standing"),
      ],
      zone: .utc
    )
    let zone = workspace.zone
    for row in rows {
      sheet.append([
        Sheet.Cell(row.week), .text(row.file.shortName), Sheet.Cell(row.quiz?.askedCount),
        .text(row.standing.wording(zone)),
      ])
    }
    return sheet
  }
}
