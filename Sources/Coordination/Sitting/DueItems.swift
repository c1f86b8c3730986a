public import Curricula
internal import Diagnostics
internal import Publishing
public import Quizzes
public import Records

/// What a participant missed or may have forgotten: from all earlier attempts, and the quizzes as
/// they are now.
public struct DueItems {
  /// When each item should be asked again.
  private let schedule: ReviewSchedule
  /// The present day where the programme takes place, in days since 1970-01-01.
  private let today: Int
  private let quizzes: [String: Quiz]
  /// The graded quizzes whose right answers must not be known yet, which a review would show.
  private let hidden: Set<String>

  /// Reads all attempts of one who sits.
  ///
  /// An attempt counts by the version of its quiz that marks it: the one that was sat, and after
  /// `seminar remark` the corrected one. Practice and reviews, which have no score, are never marked again.
  ///
  /// - Throws: ``AttemptProblem`` or what the markbook refuses.
  public init(
    of sitter: Sitter,
    in workspace: any WorkspaceContents,
    _ markbook: Markbook,
    at now: Timestamp
  ) throws {
    let zone = workspace.zone
    let day = { (time: Timestamp) in zone.wallClock(at: time.date).date.dayNumber }
    today = day(now)
    quizzes = Self.quizzes(of: workspace)
    hidden = Self.hidden(quizzes, in: workspace, markbook, at: now)
    var sat: [String: Quiz] = [:]
    var recollections: [Recollection] = []
    for recorded in try markbook.attempts(by: sitter) {
      let attempt = try markbook.replay(recorded)
      if attempt.progress?.remarks.isEmpty == false,
        let marked = try AttemptReading(recorded, in: markbook, at: Moment(now)).marked
      {
        recollections += marked.attempt.recollections(id: recorded.id, of: marked.quiz, day: day)
        continue
      }
      if sat[recorded.version] == nil {
        sat[recorded.version] = try markbook.quiz(
          ofVersion: recorded.version,
          named: recorded.quiz
        )
      }
      guard let quiz = sat[recorded.version] else { continue }
      recollections += attempt.recollections(id: recorded.id, of: quiz, day: day)
    }
    schedule = ReviewSchedule(of: recollections, using: FSRS6())
  }

  /// The items to be asked now, each with its quiz.
  public func drawn(atMost limit: Int = .max) -> [Quiz.Reviewed] {
    schedule.draw(atMost: limit, on: today, where: isAvailable).compactMap { origin in
      quizzes[origin.quiz].map { Quiz.Reviewed(origin, in: $0) }
    }
  }

  /// The next day on which items are due, and how many; `nil` when nothing was asked yet.
  public var next: (date: CivilDate, count: Int)? {
    schedule.next(after: today, where: isAvailable).map { (CivilDate(dayNumber: $0), $1) }
  }

  private func isAvailable(_ origin: Item.Origin) -> Bool {
    !hidden.contains(origin.quiz)
      && quizzes[origin.quiz]?[origin.item]?.isJudgedAtOnce ?? false
  }

  /// The graded quizzes that do not show right answers yet.
  private static func hidden(
    _ quizzes: [String: Quiz],
    in workspace: any WorkspaceContents,
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
  private static func quizzes(of workspace: any WorkspaceContents) -> [String: Quiz] {
    var quizzes: [String: Quiz] = [:]
    for file in workspace.quizFiles() {
      quizzes[file.name] = try? workspace.quiz(file)
    }
    return quizzes
  }
}
