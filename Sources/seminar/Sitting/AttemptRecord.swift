import Coordination
import Quizzes
import Records

/// An attempt read back from the markbook: its events, and what they are worth.
struct AttemptRecord {
  let recorded: RecordedAttempt
  /// The attempt, closed where its deadline has passed, whether or not that was recorded yet.
  let attempt: Attempt
  /// What it earned by every version of the quiz that marked it; `nil` while the attempt is open.
  let marked: MarkedAttempt?
  /// What is not recorded yet: that the attempt closed at its deadline.
  let unrecorded: [Event]

  /// The quiz by which the attempt is marked now; `nil` while it is open.
  var quiz: Quiz? { marked?.quiz }
  /// The score; `nil` while the attempt is open.
  var score: Score? { marked?.score }

  init(_ recorded: RecordedAttempt, in markbook: Markbook, at now: Moment = .now) throws {
    self.recorded = recorded
    do {
      let reading = try AttemptReading(recorded, in: markbook, at: now)
      (attempt, marked, unrecorded) = (reading.attempt, reading.marked, reading.unrecorded)
    } catch let error as MarkbookError {
      throw Failure(error)
    } catch let refusal as Refusal {
      throw Failure(.badInput, "attempt \(recorded.id) cannot be replayed: \(refusal)")
    } catch let problem as MarkedAttempt.Problem {
      throw Failure(.badInput, "attempt \(recorded.id) cannot be marked: \(problem.wording)")
    }
  }
}

extension MarkedAttempt.Problem {
  /// Why, for people.
  fileprivate var wording: String {
    switch self {
    case .lostVersion(let version):
      "the markbook has lost the corrected text of the quiz \(version.prefix(8))"
    case .foreignVersion(let version):
      "the corrected text of the quiz \(version.prefix(8)) does not fit it"
    case .refused(let refusal): "\(refusal)"
    }
  }
}
