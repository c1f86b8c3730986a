/// One sitting of one quiz: a value that is nothing but its events, replayed.
public struct Attempt: Hashable, Sendable {
  /// What an attempt is for.
  public enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
    /// Feedback waits for the submission; the score counts.
    case graded
    /// Feedback follows each response, and a response stays; the score does not count.
    case practice
    /// Items of several quizzes that the participant missed, or that are due; as in practice, feedback
    /// follows each response, and nothing counts.
    case review

    /// The kind in which a quiz is sat.
    public init(_ mode: Quiz.Mode) {
      switch mode {
      case .graded: self = .graded
      case .practice: self = .practice
      }
    }

    /// Whether feedback follows each response, which then stays.
    public var givesFeedbackAtOnce: Bool {
      switch self {
      case .graded: false
      case .practice, .review: true
      }
    }
  }

  /// How far an attempt has come.
  public enum State: Hashable, Sendable {
    /// Nothing has happened.
    case unstarted
    /// Responses are taken.
    case open(Progress)
    /// It was handed in, or closed at its deadline; only what is made of it is added: marks,
    /// corrected versions, and that right answers were shown.
    case submitted(Progress, at: Timestamp)
  }

  /// What happened, in order.
  public private(set) var events: [Event] = []
  /// How far the attempt has come.
  public private(set) var state = State.unstarted

  /// An attempt in which nothing has happened.
  public init() {}

  /// Replays events, or says which rule the first wrong one breaks.
  public init(replaying events: some Sequence<Event>) throws(Refusal) {
    self.events.reserveCapacity(events.underestimatedCount)
    for event in events {
      // Nobody sees the attempt when an event is refused, so that its state is handed on, not copied.
      var present = State.unstarted
      swap(&present, &state)
      state = try present.after(event)
      self.events.append(event)
    }
  }

  /// Appends an event, or refuses it and leaves the attempt as it was.
  public mutating func apply(_ event: Event) throws(Refusal) {
    state = try state.after(event)
    events.append(event)
  }
}

extension Attempt {
  /// What has been done in the attempt; `nil` before its start.
  public var progress: Progress? {
    switch state {
    case .unstarted: nil
    case .open(let progress), .submitted(let progress, _): progress
    }
  }

  /// When the attempt was handed in, or when its deadline passed.
  public var submittedAt: Timestamp? {
    switch state {
    case .unstarted, .open: nil
    case .submitted(_, let time): time
    }
  }

  /// The time during which the participant was there, in milliseconds.
  ///
  /// The time before each return does not count, whether the participant left or the connection
  /// broke; nor does the time between the last response and the deadline, or what marking takes.
  public var millisecondsPresent: Int64 {
    var sum: Int64 = 0
    var last: Moment?
    for index in events.indices {
      let moment = events[index].moment
      switch events[index].kind {
      case .extended, .marked, .remarked: continue
      case .resumed, .identified, .expired, .shown: break
      case .started, .responded, .tried, .hinted, .certain, .skipped, .flagged, .moved, .left,
        .submitted:
        if let last { sum += moment.milliseconds(since: last) }
      }
      last = moment
    }
    return sum
  }

  /// What closes the attempt now that its deadline has passed; `nil` while it has not, when there is
  /// none, and when it is closed already.
  public func closing(at now: Moment) -> Event? {
    guard case .open(let progress) = state, progress.isOverdue(at: now) else { return nil }
    return Event(.expired, at: now)
  }
}

extension Attempt.State {
  /// The state that follows, or the rule that an event breaks.
  consuming func after(_ event: Event) throws(Refusal) -> Self {
    switch consume self {
    case .unstarted:
      guard case .started(let start) = event.kind else { throw .notStarted }
      return .open(try Attempt.Progress(start, at: event.moment))
    case .open(var progress):
      progress.advance(to: event.moment)
      switch event.kind {
      case .started: throw .alreadyStarted
      case .tried(let responded): try progress.attempt(responded)
      case .hinted(let item): try progress.hint(item)
      case .certain(let item, let certainty): try progress.certify(item, certainty)
      case .extended(let new): progress.deadline = new.deadline
      case .marked, .shown: throw .notSubmitted
      case .remarked(let remarked): progress.remark(by: remarked, at: event.time)
      case .expired:
        guard let deadline = progress.deadline, progress.isOverdue else { throw .notExpired }
        return .submitted(progress, at: min(event.time, deadline.time))
      case .responded(let responded): try progress.respond(responded, at: event.time)
      case .skipped(let item): try progress.skip(item)
      case .flagged(let item, let isFlagged): try progress.flag(item, isFlagged)
      case .moved(let item): try progress.move(to: item)
      case .left: try progress.leave()
      case .resumed: progress.resume()
      case .identified: break
      case .submitted:
        try progress.requirePresence()
        try progress.requireTime()
        return .submitted(progress, at: event.time)
      }
      return .open(progress)
    case .submitted(var progress, let time):
      switch event.kind {
      case .marked(let marked): try progress.mark(marked)
      case .remarked(let remarked): progress.remark(by: remarked, at: event.time)
      case .shown: progress.show(at: event.time)
      case .started, .responded, .tried, .hinted, .certain, .skipped, .flagged, .moved, .left,
        .resumed, .identified, .submitted, .extended, .expired:
        throw .alreadySubmitted
      }
      return .submitted(progress, at: time)
    }
  }
}
