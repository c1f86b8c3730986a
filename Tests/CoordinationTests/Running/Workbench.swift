import Diagnostics
import Foundation
import Quizzes
import Records
import TestFolders

/// A folder with a markbook for one test; a class, because it is removed at the test's end.
final class Workbench {
  private let folder: String
  let markbook: Markbook

  init() throws {
    folder = TestFolder.path("coordination")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    markbook = try Markbook(creatingIfMissing: folder + "/markbook.sqlite")
    let csv = "id,name\np01,Ana\np02,Noor\n"
    _ = try markbook.importRoster(
      Roster.parse(SourceText(file: "roster.csv", text: csv)),
      at: Timestamp(milliseconds: 0)
    )
  }

  deinit {
    markbook.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  static let noon = Timestamp(milliseconds: 1_774_353_600_000)

  /// A moment so many minutes after noon.
  static func minute(_ minutes: Int64) -> Moment {
    Moment(Timestamp(milliseconds: noon.milliseconds + minutes * 60_000))
  }

  /// A quiz of two items, whose first has its key where it is said.
  static func quiz(key: String = "Saw", extra: String = "", head: String = "") throws -> Quiz {
    let options = ["Saw", "Hammer", "Plane"].map { text in
      text == key ? "      - key: \(text)" : "      - {distractor: \(text), because: No.}"
    }
    let text = """
      quiz: Tools
      status: Written for tests.
      mode: graded
      pass: 60
      \(head)
      items:
        - id: nail
          kind: single-choice
          stem: Which tool drives a nail?
          options:
      \(options.joined(separator: "\n"))
      \(extra)
        - id: plane
          kind: true-false
          stem: A plane makes wood smooth.
          key: true

      """
    return try Quiz.parse(SourceText(file: "quizzes/tools.yaml", text: text))
  }

  /// Sits a quiz, a minute from line to line.
  func sit(
    _ quiz: Quiz,
    _ lines: [String],
    by participant: String? = "p01",
    _ kind: Attempt.Kind = .graded,
    deadline: Deadline? = nil,
    began: Moment = minute(0)
  ) throws -> RecordedAttempt {
    let start = Event.Start(
      quiz: "tools",
      contentHash: Markbook.version(of: quiz.text),
      participant: participant ?? "guest",
      kind: kind,
      number: try markbook.nextNumber(of: "tools", by: participant),
      seed: 1,
      arrangement: Arrangement(
        quiz.items.map { .init(item: $0.id, options: $0.id == "nail" ? [0, 1, 2] : []) }
      ),
      deadline: deadline
    )
    var (conversation, turn) = try Conversation.start(quiz, start, goOnCommand: "", at: began)
    var chance = SystemRandomNumberGenerator()
    let attempt = try markbook.startAttempt(
      with: turn.events,
      text: quiz.text,
      by: participant,
      using: &chance
    )
    var (count, now) = (attempt.eventCount, began.time)
    for line in lines {
      now = Timestamp(milliseconds: now.milliseconds + 60_000)
      turn = conversation.take(.line(line), at: Moment(now))
      count = try markbook.append(turn.events, to: attempt.id, after: count)
    }
    return try markbook.attempt(attempt.id)
  }
}
