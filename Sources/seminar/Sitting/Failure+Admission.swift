import Curricula
import Quizzes

extension Failure {
  /// Why no attempt may begin; `nil` when one may.
  init?(_ admission: Terms.Admission, _ zone: Zone) {
    switch admission {
    case .admitted: return nil
    case .notPublished(let tie):
      self.init(
        .notPermitted,
        "the quiz opens \(tie), and the timetable of that was not published yet",
        remedy: "come back when it was, or ask the coordinator"
      )
    case .notYetOpen(let opens):
      self.init(
        .notPermitted,
        "the quiz opens on \(zone.wording(of: opens))",
        remedy: "come back then"
      )
    case .closed(let closes):
      self.init(
        .notPermitted,
        "the quiz closed on \(zone.wording(of: closes))",
        remedy: "practise it with '--practice', or ask the coordinator"
      )
    case .noAttemptLeft(let count):
      self.init(
        .notPermitted,
        "all \(count.counted("attempt")) were made",
        remedy: "see the last one with '--results', or ask the coordinator"
      )
    case .tooSoon(let free):
      self.init(
        .notPermitted,
        "the next attempt is possible on \(zone.wording(of: free))",
        remedy: "come back then"
      )
    }
  }
}
