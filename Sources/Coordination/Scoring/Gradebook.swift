internal import Curricula
internal import Foundation
public import Publishing
public import Quizzes
public import Records

/// The scores as Moodle imports them into its gradebook.
///
/// A row for each participant, with the identifier and the address by which Moodle finds the user, and a
/// column `Quiz: TITLE (Real)` for each quiz with the points that count by the quiz's grading method. An
/// empty cell changes nothing there; attempts that wait for marks have one.
public enum Gradebook {
  /// The table.
  ///
  /// - Parameters:
  ///   - selection: Which attempts; only graded ones that were submitted are used.
  ///   - workspace: Where the quizzes are.
  ///   - markbook: Where attempts are recorded; `nil` where nothing is.
  ///   - now: The present.
  /// - Returns: The table.
  /// - Throws: ``UnknownName``, ``AttemptProblem`` or what the markbook refuses.
  public static func sheet(
    _ selection: AttemptSelection,
    in workspace: any WorkspaceContents,
    _ markbook: Markbook?,
    at now: Moment
  ) throws -> Sheet {
    var book = Book()
    if let markbook {
      let attempts = try SelectedAttempts(selection, in: markbook, at: now)
      for name in attempts.quizzes {
        guard let quiz = try? workspace.writtenQuiz(workspace.quizFile(name)) else { continue }
        book.quizzes[name] = (quiz.title, quiz.grading)
      }
      try attempts.read { reading, participant, _ in
        guard case .graded = reading.recorded.kind, let participant else { return }
        book.add(reading, of: participant)
      }
    }
    return book.sheet
  }
}

/// What is known of the scores of participants.
private struct Book {
  var quizzes: [String: (title: String, grading: Quiz.Grading)] = [:]
  private var scores: [[String]: [Score]] = [:]
  private var people: [Participant.ID: Participant] = [:]

  mutating func add(_ reading: AttemptReading, of participant: Participant) {
    guard let score = reading.score, let quiz = reading.quiz else { return }
    let name = reading.recorded.quiz
    people[participant.id] = participant
    scores[[participant.id, name], default: []].append(score)
    // A quiz whose file is gone counts as it was sat.
    if quizzes[name] == nil { quizzes[name] = (quiz.title, quiz.grading) }
  }

  var sheet: Sheet {
    let names = Set(scores.keys.map { $0[1] }).sorted()
    var sheet = Sheet(
      "Gradebook",
      columns: [.init("ID number"), .init("Email address")]
        + names.map { .init("Quiz: \(quizzes[$0]?.title ?? $0) (Real)", .number) },
      zone: .utc
    )
    for (id, person) in people.sorted(by: { $0.key < $1.key }) {
      sheet.append([.text(id), .text(person.email)] + names.map { points(of: id, at: $0) })
    }
    return sheet
  }

  private func points(of id: Participant.ID, at quiz: String) -> Sheet.Cell {
    let all = scores[[id, quiz]] ?? []
    guard let percent = quizzes[quiz]?.grading.percent(of: all.map(\.percent)),
      let maximum = all.last?.maximum, all.allSatisfy(\.isFinal)
    else { return .empty }
    return Sheet.Cell(percent * maximum / 100, places: 5)
  }
}
