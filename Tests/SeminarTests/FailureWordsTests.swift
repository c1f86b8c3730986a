import Curricula
import Quizzes
import Testing

@testable import Coordination
@testable import seminar

/// What use cases refuse, in the words and with the status of the command.
@Suite struct FailureWordsTests {
  private static let closes = Timestamp("2020-03-01T10:00-05:00") ?? Timestamp(milliseconds: 0)
  private static let tie = Quiz.Tie(.after, .week(1))

  static let admissions: [(NotAdmitted.Reason, words: String, remedy: String)] = [
    (
      .notPublished(tie), "the quiz opens after week 1, and that part of the timetable",
      "come back after it has been published"
    ),
    (
      .notYetOpen(until: closes), "the quiz opens on Sunday 1 March 2020, 10:00, New York time",
      "come back then"
    ),
    (
      .closed(since: closes), "the quiz closed on Sunday 1 March 2020, 10:00, New York time",
      "practise it with '--practice'"
    ),
    (.noAttemptLeft(of: 1), "you have used the only attempt", "--results"),
    (.noAttemptLeft(of: 2), "you have used all 2 attempts", "--results"),
    (.tooSoon(until: closes), "the next attempt is possible on Sunday 1 March", "come back then"),
    (
      .practiceAfterClose(closes, isGuest: false),
      "the quiz can be practised once it has closed, on Sunday 1 March 2020",
      "without '--practice'"
    ),
    (
      .practiceAfterTie(tie, isGuest: true),
      "the quiz can be practised once it has closed, after week 1; that timetable", "'--as ID'"
    ),
    (
      .practiceNever(isGuest: true),
      "the quiz cannot be practised: it never closes, so its right answers stay", "'--as ID'"
    ),
    (
      .practiceAfterAttempts(1), "practised after you have used the only graded attempt",
      "without '--practice'"
    ),
    (
      .practiceAfterAttempts(2), "practised after you have used all 2 graded attempts",
      "without '--practice'"
    ),
  ]

  @Test(arguments: admissions)
  func `who may not begin learns why and what to do`(
    reason: NotAdmitted.Reason,
    words: String,
    remedy: String
  ) throws {
    let zone = try #require(Zone("America/New_York"))
    let refused = NotAdmitted(reason: reason, zone: zone)
    let failure = try #require(Failure(wording: refused))
    #expect(failure.status == .notPermitted)
    #expect(failure.problems.count == 1)
    #expect(failure.problems.first?.message.contains(words) == true)
    #expect(failure.problems.first?.remedy?.contains(remedy) == true)
  }

  @Test(arguments: [
    (AttemptProblem.Fault.replaying(.tooLate), "attempt 3f9a cannot be replayed: the time of the"),
    (
      .marking(.lostVersion("0123456789")),
      "attempt 3f9a cannot be marked: the markbook has lost the corrected text of the quiz 01234567"
    ),
    (.lostText, "the markbook has lost the text of the attempt's quiz"),
    (.goingOn(.alreadySubmitted), "the attempt cannot go on: the attempt was already submitted"),
  ])
  func `a damaged attempt is told as bad input`(
    fault: AttemptProblem.Fault,
    words: String
  ) throws {
    let problem = AttemptProblem(attempt: "3f9a", fault: fault)
    let failure = try #require(Failure(wording: problem))
    #expect(failure.status == .badInput)
    #expect(failure.problems.first?.message.hasPrefix(words) == true)
  }
}
