import Coordination
import Quizzes

extension Failure {
  /// Why no attempt may begin.
  init(_ refused: NotAdmitted) {
    let zone = refused.zone
    let (message, remedy): (String, String)
    switch refused.reason {
    case .notPublished(let tie):
      message = "the quiz opens \(tie), and that part of the timetable has not been published yet"
      remedy = "come back after it has been published, or ask the coordinator"
    case .notYetOpen(let opens):
      message = "the quiz opens on \(zone.wording(of: opens))"
      remedy = "come back then"
    case .closed(let closes):
      message = "the quiz closed on \(zone.wording(of: closes))"
      remedy = "practise it with '--practice', or ask the coordinator"
    case .noAttemptLeft(let count):
      message =
        count == 1 ? "you have used the only attempt" : "you have used all \(count) attempts"
      remedy = "see the last one with '--results', or ask the coordinator"
    case .tooSoon(let free):
      message = "the next attempt is possible on \(zone.wording(of: free))"
      remedy = "come back then"
    case .practiceAfterClose(let closes, let isGuest):
      message = "the quiz can be practised once it has closed, on \(zone.wording(of: closes))"
      remedy = Self.sittingAsMeant(isGuest: isGuest)
    case .practiceAfterTie(let tie, let isGuest):
      message =
        "the quiz can be practised once it has closed, \(tie); that timetable is not published yet"
      remedy = Self.sittingAsMeant(isGuest: isGuest)
    case .practiceNever(let isGuest):
      message = "the quiz cannot be practised: it never closes, so its right answers stay hidden"
      remedy = Self.sittingAsMeant(isGuest: isGuest)
    case .practiceAfterAttempts(let allowed):
      message =
        allowed == 1
        ? "the quiz can be practised after you have used the only graded attempt"
        : "the quiz can be practised after you have used all \(allowed) graded attempts"
      remedy = Self.sittingAsMeant(isGuest: false)
    }
    self.init(.notPermitted, message, remedy: remedy)
  }

  private static func sittingAsMeant(isGuest: Bool) -> String {
    isGuest
      ? "add '--as ID' to sit it as a participant"
      : "sit it without '--practice'"
  }
}
