/// What participants are shown of submitted attempts: by the rules of the present file, and by when the
/// quiz closes for everybody.
public struct Showing: Hashable, Sendable {
  /// The rules.
  public var feedback: Quiz.Feedback
  /// When nobody can respond any more, exceptions included; `nil` when that never comes, or is not
  /// known yet.
  public var closes: Timestamp?

  /// Puts the rules together with when the quiz closes for everybody.
  public init(_ feedback: Quiz.Feedback, closes: Timestamp? = nil) {
    self.feedback = feedback
    self.closes = closes
  }

  /// The phase in which a submitted attempt is looked at.
  ///
  /// - Parameters:
  ///   - now: The present.
  ///   - inSitting: Whether the attempt was submitted or closed just now, in this sitting.
  /// - Returns: The last one once the quiz has closed for everybody, in a sitting too.
  public func phase(at now: Timestamp, inSitting: Bool = false) -> Quiz.Feedback.Phase {
    if let closes, now >= closes { return .afterClose }
    return inSitting ? .rightAfter : .later
  }

  /// What is shown in a phase.
  public subscript(phase: Quiz.Feedback.Phase) -> Set<Quiz.Feedback.Detail> {
    feedback[phase]
  }

  /// Whether a phase gives right answers away.
  public func tellsAnswers(in phase: Quiz.Feedback.Phase) -> Bool {
    !feedback[phase].isDisjoint(with: Quiz.Feedback.answers)
  }
}
