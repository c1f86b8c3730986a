extension Conversation {
  /// What is decided elsewhere, by the present file, the coordinator and the other participants.
  public struct Present: Hashable, Sendable {
    /// What may be shown of the attempt once it is submitted.
    public var showing: Showing
    /// The corrected quiz by which the attempt is marked; `nil` for the one that is sat.
    public var corrected: Quiz?

    /// Puts together what is decided elsewhere.
    public init(_ showing: Showing, corrected: Quiz? = nil) {
      self.showing = showing
      self.corrected = corrected
    }
  }

  /// Takes in what others recorded in the attempt while it is being sat, such as another deadline or
  /// a corrected version of the quiz.
  ///
  /// - Parameters:
  ///   - events: The events that the attempt has beyond those of this conversation.
  ///   - now: The present.
  /// - Returns: What the participant is told of them; `nil` when not all are of that sort: then another
  ///   sitting went on with the attempt, and nothing was taken in.
  /// - Throws: A refusal when they do not follow from what came before.
  public mutating func takeIn(
    _ events: [Event],
    at now: Moment
  ) throws(Refusal) -> [Line]? {
    guard !events.contains(where: \.kind.belongsToSitting) else { return nil }
    var conversation = self
    var draft = Draft()
    for event in events {
      try conversation.record(event, &draft)
      switch event.kind {
      case .extended:
        draft.lines.append(
          Line(.notice, "Your time was changed. \(conversation.timeLeft(at: now))")
        )
      case .remarked(let remarked):
        draft.lines.append(
          Line(
            .notice,
            "The quiz was corrected, and your attempt will be marked with the corrected version: "
              + remarked.reason
          )
        )
      case .started, .responded, .tried, .hinted, .certain, .skipped, .flagged, .moved, .left,
        .resumed, .submitted, .expired, .marked, .shown, .identified:
        break
      }
    }
    self = conversation
    return draft.lines
  }

  /// Shows what may be shown of the attempt that has just been submitted or closed, and records it
  /// where that gives right answers away.
  mutating func showResults(at now: Moment, _ draft: inout Draft) throws(Refusal) {
    let phase = present.showing.phase(at: now.time, inSitting: true)
    if attempt.progress?.start.kind == .graded, present.showing.tellsAnswers(in: phase) {
      try record(.shown(phase), at: now, &draft)
    }
    draft.show(results(in: phase))
  }
}
