public import Quizzes
public import Records

/// An attempt that is being sat: what the participant does goes to the conversation, and what comes of
/// it is recorded before anybody sees it.
///
/// ```swift
/// let turn = try sitting.take(.line("b"), at: now)
/// // Everything in the turn is on the disk; now it may be shown.
/// ```
public struct Sitting {
  /// Where the attempt is recorded.
  public let markbook: Markbook
  /// The attempt.
  public let attempt: RecordedAttempt.ID
  private var eventCount: Int
  private var conversation: Conversation
  private let surroundings: Surroundings

  /// Goes on with an attempt that is recorded already.
  init(
    of attempt: RecordedAttempt,
    _ conversation: Conversation,
    in markbook: Markbook,
    surroundings: Surroundings
  ) {
    self.markbook = markbook
    self.attempt = attempt.id
    eventCount = attempt.eventCount
    self.conversation = conversation
    self.surroundings = surroundings
  }

  /// The attempt with all that is recorded of it.
  public var progress: Attempt.Progress? {
    conversation.attempt.progress
  }

  /// Takes what the participant did, and records what follows.
  ///
  /// - Parameters:
  ///   - input: What the participant did.
  ///   - now: When.
  /// - Returns: What to show and to ask next; it is recorded durably.
  /// - Throws: ``MarkbookError``; then the sitting is as it was, and the same input can be taken again.
  ///   The fault is `continuedElsewhere` when another sitting has gone on with the attempt.
  public mutating func take(_ input: Input, at now: Moment) throws -> Turn {
    let renewed = try renewed(at: now)
    var candidate = renewed.conversation
    var turn = candidate.take(input, at: now)
    if candidate.attempt.submittedAt != nil, let present = present(for: candidate.attempt) {
      candidate = renewed.conversation
      candidate.present = present
      turn = candidate.take(input, at: now)
    }
    let events = renewed.events + turn.events
    if !events.isEmpty {
      eventCount = try markbook.append(events, to: attempt, after: renewed.count)
    }
    conversation = candidate
    turn.lines = renewed.lines + turn.lines
    return turn
  }

  /// Notes, where that is still possible, that nobody could see the last turn any more.
  public mutating func lose(at now: Moment) {
    let left = conversation.take(.hangUp, at: now)
    _ = try? markbook.append(left.events, to: attempt, after: eventCount)
  }

  /// The conversation with what others decided since the last turn.
  private struct Renewed {
    var conversation: Conversation
    /// How many events are recorded.
    var count: Int
    /// What is still to be recorded of it.
    var events: [Event] = []
    /// What the participant sees of it.
    var lines: [Line] = []
  }

  /// Takes in what others recorded in the attempt, and another deadline.
  private func renewed(at now: Moment) throws -> Renewed {
    var renewed = Renewed(
      conversation: conversation,
      count: try markbook.attempt(attempt).eventCount
    )
    if renewed.count > eventCount {
      let others = try markbook.events(of: attempt).dropFirst(eventCount)
      guard let lines = try renewed.conversation.takeIn(Array(others), at: now) else {
        let fault = MarkbookError.Fault.continuedElsewhere(
          attempt: attempt,
          recorded: renewed.count,
          expected: eventCount
        )
        throw MarkbookError(fault, file: markbook.file)
      }
      renewed.lines = lines
    }
    // A file that cannot be read now leaves the deadline as it is.
    if let deadline = try? surroundings.newDeadline(renewed.conversation.attempt) {
      renewed.events = [Event(.extended(deadline), at: now)]
      renewed.lines += try renewed.conversation.takeIn(renewed.events, at: now) ?? []
    }
    return renewed
  }

  /// What may be shown now; nothing where that cannot be found out.
  private func present(for attempt: Attempt) -> Conversation.Present? {
    do {
      return try surroundings.present(attempt)
    } catch {
      return Conversation.Present(Showing(.init(rightAfter: [], later: [], afterClose: [])))
    }
  }
}
