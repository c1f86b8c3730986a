internal import Curricula
internal import Foundation
public import Publishing
internal import Quizzes
internal import Records

extension ProgrammeProgress {
  /// Why nobody gets a reminder.
  public enum NoReminder: Hashable, Sendable {
    /// The programme has no participants.
    case emptyRoster
    /// No quiz can be sat now.
    case nothingOpen
    /// Everybody has sat the quizzes that can be sat now, or need not.
    case nothingLeft
  }

  /// Why nobody would get a reminder now, where ``reminders()`` has none.
  public var noReminder: NoReminder {
    if rows.isEmpty { return .emptyRoster }
    let isOpen = columns.indices.contains { index in
      rows.contains { row in
        switch row.cells[index].state {
        case .notYetOpen, .missed: false
        case .excused, .open, .notStarted, .inProgress: true
        case .passed, .failed, .done, .waiting: row.cells[index].mayStart
        }
      }
    }
    return isOpen ? .nothingLeft : .nothingOpen
  }

  /// Reminders for the participants who can still sit a quiz and have not, or who left an attempt open:
  /// one for each, with nothing about anybody else.
  public func reminders() -> [Letter] {
    rows.compactMap { row in
      let tasks = zip(columns, row.cells).compactMap(task)
      guard !tasks.isEmpty else { return nil }
      let what = tasks.count == 1 ? "a quiz is" : "\(tasks.count) quizzes are"
      return Letter(
        to: row.participant.id,
        row.participant.name,
        at: row.participant.email,
        subject: "\(curriculum.title): \(what) waiting for you",
        paragraphs: [
          "In the programme “\(curriculum.title)”, you can still sit:",
          tasks.map { "  \($0)" }.joined(separator: "\n"),
          "If you cannot, please write to the coordinator of the programme.",
        ],
        of: curriculum.title,
        by: curriculum.organizer,
        purpose: "reminder"
      )
    }
  }

  private func task(_ column: Column, _ cell: Cell) -> String? {
    let isOpen = cell.state == .inProgress
    guard cell.isDue || isOpen else { return nil }
    let deadline = cell.attempts.last { !$0.isSubmitted }?.deadline
    let end = (isOpen ? deadline : nil) ?? cell.until
    let until = end.map { ", until \(zone.wording(of: $0))" } ?? ""
    return column.quiz.title + (isOpen ? " (you have begun it)" : "") + until
  }
}
