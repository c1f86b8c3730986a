import Coordination
import Quizzes
import Records

/// When right answers of each quiz were first shown, and who was let in all the same.
struct AnswersKnown {
  private let firstShown: [String: Timestamp]
  private let overrides: [RecordedOverride]

  init(in markbook: Markbook, _ quizzes: Set<String>) throws {
    var firstShown: [String: Timestamp] = [:]
    for quiz in quizzes { firstShown[quiz] = try markbook.answersShown(of: quiz).min() }
    self.firstShown = firstShown
    overrides = try markbook.overrides().filter { $0.despite != nil }
  }

  /// Whether a graded attempt has responses from after right answers were shown to anybody; `nil` for
  /// practice.
  func wereShown(before record: AttemptRecord) -> Bool? {
    guard case .graded = record.recorded.kind else { return nil }
    guard let shown = firstShown[record.recorded.quiz], let last = record.attempt.lastResponseAt
    else { return false }
    return shown < last
  }

  /// Why somebody was let in although right answers had been shown; `nil` where nobody had to.
  func despite(_ record: AttemptRecord) -> String? {
    guard wereShown(before: record) == true else { return nil }
    let end = record.attempt.submittedAt
    return overrides.last { given in
      given.participant == record.recorded.participant
        && (given.quiz ?? record.recorded.quiz) == record.recorded.quiz
        && end.map { given.time <= $0 } ?? true
    }?.despite
  }
}
