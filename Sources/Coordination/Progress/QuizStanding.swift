public import Quizzes
public import Records

extension ProgrammeProgress {
  /// How far a participant has come with a quiz.
  public enum State: String, CaseIterable, Sendable {
    /// Submitted, and above the pass mark whatever is still to be marked.
    case passed
    /// Submitted, and below the pass mark.
    case failed
    /// Submitted; the quiz has no pass mark.
    case done
    /// Submitted, and a person has yet to mark what decides.
    case waiting
    /// An attempt goes on.
    case inProgress = "in-progress"
    /// It can be sat now, until it closes.
    case open
    /// It can be sat now, and never closes.
    case notStarted = "not-started"
    /// It opens later.
    case notYetOpen = "not-yet-open"
    /// It closed, and the participant has not sat it.
    case missed
    /// The participant need not sit it.
    case excused
  }

  /// How a participant stands with a quiz.
  public struct Cell: Sendable {
    /// How far the participant has come.
    public let state: State
    /// The score in percent that counts, by the quiz's grading method; `nil` without an attempt.
    public let percent: Rational?
    /// The least and the most that can come of it, in percent.
    public let bounds: ClosedRange<Rational>
    /// The graded attempts.
    public let attempts: [SatAttempt]
    /// When the quiz opens for the participant; `nil` when it always was, or is not known.
    public let opens: Timestamp?
    /// Until when the participant can sit it, now or later; `nil` when that never ends, is not known,
    /// or is over.
    public let until: Timestamp?
    /// Whether an attempt can be begun, now or later.
    public let mayStart: Bool

    /// Whether the participant can begin an attempt now, and has none yet.
    public var isDue: Bool {
      switch state {
      case .open, .notStarted: true
      case .passed, .failed, .done, .waiting, .inProgress, .notYetOpen, .missed, .excused: false
      }
    }
  }
}

/// A graded attempt, as far as progress needs it.
public struct SatAttempt: Sendable {
  /// Its identifier.
  public let id: RecordedAttempt.ID
  /// The score in percent; 0 while it goes on.
  public let percent: Rational
  /// What could be added by marks that are awaited, in percent.
  public let awaited: Rational
  /// The pass mark by which it is marked; `nil` where there is none.
  public let passPercent: Rational?
  /// Whether it was submitted.
  public let isSubmitted: Bool
  /// Whether no mark is awaited.
  public let isFinal: Bool
  /// When it began.
  public let startedAt: Timestamp
  /// When it ended, or something last happened in it.
  public let endedAt: Timestamp
  /// When the participant last did something in it.
  public let lastAt: Timestamp
  /// When it ends by itself.
  public let deadline: Timestamp?
  /// Whether the participant left it.
  public let isAway: Bool
  /// The time during which the participant was there, in milliseconds.
  public let millisecondsPresent: Int64
  /// The items that did not earn the whole mark, each with its source.
  public let missed: [MissedItem]

  /// An item that did not earn the whole mark.
  public struct MissedItem: Hashable, Sendable {
    /// The item.
    public let item: Item.ID
    /// Where the fact is written.
    public let source: String?
  }

  init(_ reading: AttemptReading) {
    let (attempt, score) = (reading.attempt, reading.score)
    id = reading.recorded.id
    percent = score?.percent ?? 0
    let maximum = score?.maximum ?? 0
    let open = score?.entries.filter(\.isAwaited).reduce(Rational.zero) { $0 + $1.maximum } ?? 0
    awaited = maximum == 0 ? 0 : 100 * open / maximum
    passPercent = score?.passPercent
    isSubmitted = attempt.submittedAt != nil
    isFinal = score?.isFinal ?? true
    let first = attempt.events.first?.time ?? Timestamp(milliseconds: 0)
    startedAt = first
    lastAt = attempt.events.last { $0.kind.belongsToSitting }?.time ?? first
    endedAt = attempt.submittedAt ?? lastAt
    deadline = attempt.progress?.deadline?.time
    isAway = attempt.progress?.isAway ?? false
    millisecondsPresent = attempt.millisecondsPresent
    let quiz = reading.quiz
    missed = (score?.entries ?? []).filter { $0.fraction != 1 && !$0.isAwaited }.map { entry in
      MissedItem(item: entry.item, source: quiz?[entry.item]?.source)
    }
  }
}

extension ProgrammeProgress.Cell {
  /// Puts together what is recorded and what the participant may do.
  init(
    _ attempts: [SatAttempt],
    at quiz: Quiz,
    under terms: Terms,
    isExcused: Bool,
    now: Timestamp
  ) {
    let submitted = attempts.filter(\.isSubmitted)
    let isOpen = submitted.count < attempts.count
    let earlier = attempts.map { Terms.Earlier(startedAt: $0.startedAt, endedAt: $0.endedAt) }
    let admission = terms.admission(at: now, after: earlier)
    let percent = quiz.grading.percent(of: submitted.map(\.percent))
    let mayStart: Bool
    switch admission {
    case .admitted, .tooSoon, .notYetOpen, .notPublished: mayStart = !isExcused
    case .closed, .noAttemptLeft: mayStart = false
    }
    self.attempts = attempts
    self.percent = percent
    self.mayStart = mayStart
    opens = terms.conditions.opens
    until = isExcused ? nil : isOpen || mayStart ? terms.conditions.closes : nil
    bounds = Self.bounds(
      submitted,
      percent: percent,
      at: quiz,
      isUndecided: isOpen || mayStart
    )
    if isExcused {
      state = .excused
    } else if isOpen {
      state = .inProgress
    } else if let percent {
      let isFinal = submitted.allSatisfy(\.isFinal)
      guard let mark = submitted.last?.passPercent ?? quiz.passPercent else {
        state = isFinal ? .done : .waiting
        return
      }
      state = percent >= mark ? .passed : isFinal ? .failed : .waiting
    } else {
      state = Self.state(before: admission, terms.conditions)
    }
  }

  private static func state(
    before admission: Terms.Admission,
    _ conditions: Quiz.Conditions
  ) -> ProgrammeProgress.State {
    switch admission {
    case .admitted, .tooSoon:
      conditions.closes == nil && conditions.closesBy == nil ? .notStarted : .open
    case .notYetOpen, .notPublished: .notYetOpen
    case .closed, .noAttemptLeft: .missed
    }
  }

  /// The least and the most that can come of attempts, in percent.
  private static func bounds(
    _ submitted: [SatAttempt],
    percent: Rational?,
    at quiz: Quiz,
    isUndecided: Bool
  ) -> ClosedRange<Rational> {
    let upper = quiz.grading.percent(of: submitted.map { $0.percent + $0.awaited }) ?? 0
    let present = percent ?? 0
    guard isUndecided else { return present...max(present, upper) }
    // A wrong response of which somebody is certain costs up to twice the mark.
    let floor: Rational = quiz.asksCertainty ? -200 : 0
    switch quiz.grading {
    case .first where percent != nil: return present...max(present, upper)
    case .best where percent != nil: return present...max(present, 100)
    case .first, .best, .last, .average: return floor...100
    }
  }
}
