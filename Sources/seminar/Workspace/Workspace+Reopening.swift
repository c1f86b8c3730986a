import Coordination
import Curricula
internal import Diagnostics
import Quizzes
import Records

extension Workspace {
  /// The quizzes that an exception opens again for its participant although right answers were shown.
  func reopenings(
    by given: RecordedOverride,
    in markbook: Markbook,
    at now: Moment
  ) throws -> [Reopening] {
    do {
      return try opened(by: given, in: markbook, at: now)
    } catch let refusal as Refusal {
      throw Failure(.badInput, "an attempt cannot be replayed: \(refusal)")
    }
  }

  private func opened(
    by given: RecordedOverride,
    in markbook: Markbook,
    at now: Moment
  ) throws -> [Reopening] {
    let roster = try markbook.roster()
    guard let participant = roster.first(where: { $0.id == given.participant }) else { return [] }
    let sitter = Sitter.participant(participant, .claimed)
    var reopenings: [Reopening] = []
    for file in quizFiles() where given.quiz.map({ $0 == file.name }) ?? true {
      guard let quiz = try? quiz(file), case .graded = quiz.mode else { continue }
      let former = try terms(of: quiz, named: file.name, for: sitter, in: markbook).terms
      let latter =
        try terms(of: quiz, named: file.name, for: sitter, in: markbook, and: given).terms
      let attempts = try markbook.attempts(of: file.name, by: participant.id)
        .filter { $0.kind == .graded }
        .map { try Attempt(replaying: markbook.events(of: $0.id)) }
      let reopening = Reopening(
        of: file.name,
        from: former,
        to: latter,
        attempts: attempts,
        shown: try markbook.answersShown(of: file.name),
        at: now
      )
      if let reopening { reopenings.append(reopening) }
    }
    return reopenings
  }
}

extension Failure {
  /// An exception would open a quiz again after right answers were shown.
  init(_ reopening: Reopening, for participant: String, in zone: Zone) {
    let attempts = reopening.count.counted("attempt")
    self.init(
      .usage,
      "this opens '\(reopening.quiz)' again for \(participant), although its right answers have been "
        + "shown in \(attempts), first on \(zone.wording(of: reopening.shownAt))",
      remedy: "give it all the same with '--despite \"…\"', a reason that is kept and that "
        + "'seminar scores' shows"
    )
  }
}
