public import Curricula
public import Quizzes

/// How somebody stands with a quiz.
public enum Standing: Hashable, Sendable {
  /// The quiz cannot be read.
  case unreadable
  /// An attempt is open.
  case underWay
  /// It was sat; the score may not be seen yet.
  case done
  /// It was sat for a score, in percent with so many places; it is final once nothing waits for marks.
  case scored(Rational, places: Int, by: Quiz.Grading, isFinal: Bool)
  /// It was sat without a score.
  case practised
  /// It opens by a part of the timetable that was not published.
  case notPublished(Quiz.Tie)
  /// It opens later.
  case notYetOpen(until: Timestamp)
  /// It closed before it was sat.
  case closed
  /// It can be sat.
  case notStarted

  /// The standing for people.
  public func wording(_ zone: Zone) -> String {
    switch self {
    case .unreadable: "has problems: see 'seminar check'"
    case .underWay: "open: continue it"
    case .done: "done"
    case .scored(let percent, let places, let grading, let isFinal):
      "done, \(grading.rawValue) score \(percent.rounded(places: places)) %"
        + (isFinal ? "" : " so far, waits for marks")
    case .practised: "practised"
    case .notPublished(let tie): "opens \(tie)"
    case .notYetOpen(let opens): "opens on \(zone.wording(of: opens))"
    case .closed: "closed"
    case .notStarted: "not started"
    }
  }
}
