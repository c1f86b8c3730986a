import Curricula
import Diagnostics
import Foundation
import Quizzes
import Records

/// What a participant missed or may have forgotten: from all earlier attempts, and the quizzes as
/// they are now.
struct DueItems {
  /// When each item should be asked again.
  let schedule: ReviewSchedule
  /// The present day where the programme takes place, in days since 1970-01-01.
  let today: Int
  private let quizzes: [String: Quiz]
  /// The graded quizzes whose right answers must not be known yet, which a review would show.
  private let hidden: Set<String>

  /// Reads all attempts of one who sits.
  init(
    of sitter: Sitter,
    in workspace: Workspace,
    _ markbook: Markbook,
    at now: Timestamp
  ) throws {
    let zone = workspace.zone
    let day = { (time: Timestamp) in zone.wallClock(at: time.date).date.dayNumber }
    today = day(now)
    quizzes = Self.quizzes(of: workspace)
    hidden = Self.hidden(quizzes, in: workspace, markbook, at: now)
    do {
      var sat: [String: Quiz] = [:]
      var recollections: [Recollection] = []
      for recorded in try markbook.attempts(by: sitter) {
        let attempt = try Attempt(replaying: markbook.events(of: recorded.id))
        if sat[recorded.version] == nil, let text = try markbook.text(ofVersion: recorded.version) {
          sat[recorded.version] = try Quiz.parse(SourceText(file: recorded.quiz, text: text))
        }
        guard let quiz = sat[recorded.version] else { continue }
        recollections += attempt.recollections(id: recorded.id, of: quiz, day: day)
      }
      schedule = ReviewSchedule(of: recollections, using: FSRS6())
    } catch let error as MarkbookError {
      throw Failure(error)
    } catch let refusal as Refusal {
      throw Failure(.badInput, "an earlier attempt cannot be replayed: \(refusal)")
    }
  }

  /// The items to be asked now, each with its quiz.
  func drawn(atMost limit: Int = .max) -> [Quiz.Reviewed] {
    schedule.draw(atMost: limit, on: today, where: isAvailable).compactMap { origin in
      quizzes[origin.quiz].map { Quiz.Reviewed(origin, in: $0) }
    }
  }

  /// When items are due next, in words; `nil` when nothing was asked yet.
  var next: String? {
    guard let (day, count) = schedule.next(after: today, where: isAvailable) else { return nil }
    return "\(count.counted("item")) \(count.agreeing("is", "are")) "
      + "due on \(CivilDate(dayNumber: day).spelled)"
  }

  private func isAvailable(_ origin: Item.Origin) -> Bool {
    !hidden.contains(origin.quiz)
      && quizzes[origin.quiz]?[origin.item]?.isJudgedAtOnce ?? false
  }

  /// The graded quizzes that do not show right answers yet.
  private static func hidden(
    _ quizzes: [String: Quiz],
    in workspace: Workspace,
    _ markbook: Markbook,
    at now: Timestamp
  ) -> Set<String> {
    let graded = quizzes.filter { $0.value.mode == .graded && !$0.value.feedback.tellsAnswersEarly }
    return Set(
      graded.filter { name, quiz in
        let showing = try? workspace.showing(quiz, named: name, in: markbook)
        return showing?.phase(at: now) != .afterClose
      }.keys
    )
  }

  /// The quizzes that can be read, by their names.
  private static func quizzes(of workspace: Workspace) -> [String: Quiz] {
    var quizzes: [String: Quiz] = [:]
    for file in workspace.quizFiles() {
      quizzes[file.name] = try? workspace.quiz(file)
    }
    return quizzes
  }
}
