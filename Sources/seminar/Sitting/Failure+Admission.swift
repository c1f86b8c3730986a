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
        "the quiz opens \(tie), and that part of the timetable has not been published yet",
        remedy: "come back after it has been published, or ask the coordinator"
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
        count == 1 ? "you have used the only attempt" : "you have used all \(count) attempts",
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
