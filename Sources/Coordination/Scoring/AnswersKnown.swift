import Quizzes
import Records

/// When right answers of each quiz were first shown, and who was let in all the same.
struct AnswersKnown: Sendable {
  private let firstShown: [String: Timestamp]
  private let overrides: [RecordedOverride]

  init(in markbook: Markbook) throws {
    firstShown = try markbook.answersFirstShown()
    // Without answers that were shown, nobody had to be let in.
    overrides =
      firstShown.isEmpty ? [] : try markbook.overrides().filter { $0.despite != nil }
  }

  /// Whether a graded attempt has responses from after right answers were shown to anybody; `nil` for
  /// practice.
  func wereShown(before reading: AttemptReading) -> Bool? {
    guard case .graded = reading.recorded.kind else { return nil }
    guard let shown = firstShown[reading.recorded.quiz], let last = reading.attempt.lastResponseAt
    else { return false }
    return shown < last
  }

  /// Why somebody was let in although right answers had been shown; `nil` where nobody had to.
  func despite(_ reading: AttemptReading) -> String? {
    guard wereShown(before: reading) == true else { return nil }
    let end = reading.attempt.submittedAt
    return overrides.last { given in
      given.participant == reading.recorded.participant
        && (given.quiz ?? reading.recorded.quiz) == reading.recorded.quiz
        && end.map { given.time <= $0 } ?? true
    }?.despite
  }
}
