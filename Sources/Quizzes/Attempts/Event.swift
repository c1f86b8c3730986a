/// One recorded thing in an attempt; an attempt is its events and nothing else.
public struct Event: Hashable, Sendable {
  /// What happened.
  public enum Kind: Hashable, Sendable {
    /// The attempt began, with the items and options in the order in which they are shown.
    case started(Start)
    /// A response was given, or an earlier one replaced.
    case responded(Responded)
    /// In practice, a wrong response was given and another try is left.
    case tried(Responded)
    /// A hint was asked for.
    case hinted(item: Item.ID)
    /// The participant said how certain the response to an item is.
    case certain(item: Item.ID, Certainty)
    /// An item was left for later.
    case skipped(item: Item.ID)
    /// An item was marked to be looked at again, or that mark was taken away.
    case flagged(item: Item.ID, isFlagged: Bool)
    /// The participant went to an item, or with `nil` behind the last one.
    case moved(to: Item.ID?)
    /// The participant stopped; the attempt stays open.
    case left(Reason)
    /// The participant came back, after leaving or after the program or connection broke off.
    case resumed
    /// The sitter was identified in another way than before.
    case identified(Identification)
    /// The participant handed the attempt in; nothing but marks is added after this.
    case submitted
    /// The deadline was moved, or taken away with `nil`.
    case extended(Extension)
    /// The deadline had passed when the attempt was next touched; what was responded before counts.
    case expired
    /// A person marked the response to an item.
    case marked(Marked)
    /// Another version of the quiz marks the attempt from now on, or once it is submitted.
    case remarked(Remarked)
    /// Right answers of the submitted attempt were shown to its participant for the first time.
    case shown(Quiz.Feedback.Phase)

    /// Whether the sitting itself records it; what others record, an open sitting takes in.
    public var belongsToSitting: Bool {
      switch self {
      case .started, .responded, .tried, .hinted, .certain, .skipped, .flagged, .moved, .left,
        .resumed, .identified, .submitted, .expired, .shown:
        true
      case .extended, .marked, .remarked: false
      }
    }
  }

  /// Why a participant stopped.
  public enum Reason: String, CaseIterable, Codable, Hashable, Sendable {
    /// The participant asked to stop.
    case quit
    /// There was no more input.
    case endOfInput = "end-of-input"
    /// The participant interrupted the program.
    case interrupt
    /// The terminal or the connection went away.
    case hangUp = "hang-up"
    /// The program was asked to end.
    case terminated
  }

  /// When it happened.
  public var moment: Moment
  /// What happened.
  public var kind: Kind

  /// When it happened, by the wall clock.
  public var time: Timestamp {
    moment.time
  }

  /// Creates an event.
  public init(_ kind: Kind, at moment: Moment) {
    self.kind = kind
    self.moment = moment
  }

  /// Creates an event of which only the time by the wall clock is known.
  public init(_ kind: Kind, at time: Timestamp) {
    self.init(kind, at: Moment(time))
  }
}

extension Event {
  /// How an attempt began: everything that later replaying and marking need beside the quiz text.
  public struct Start: Hashable, Sendable {
    /// The quiz's name, as on the command line.
    public var quiz: String
    /// The hash of the quiz text with which the attempt is sat and marked.
    public var contentHash: String
    /// Who sits, by identifier in the roster.
    public var participant: String
    /// Whether feedback waits for the submission.
    public var kind: Attempt.Kind
    /// The number of this attempt among those of the participant at the quiz, from 1.
    public var number: Int
    /// The source of the arrangement.
    public var seed: UInt64
    /// The items and their options in the order in which they are shown.
    public var arrangement: Arrangement
    /// When the attempt ends by itself; `nil` when it does not.
    public var deadline: Deadline?
    /// How it was established who sits; `nil` in attempts recorded before this was kept.
    public var identification: Identification?

    /// Creates the beginning of an attempt.
    public init(
      quiz: String,
      contentHash: String,
      participant: String,
      kind: Attempt.Kind,
      number: Int,
      seed: UInt64,
      arrangement: Arrangement,
      deadline: Deadline? = nil,
      identification: Identification? = nil
    ) {
      self.quiz = quiz
      self.contentHash = contentHash
      self.participant = participant
      self.kind = kind
      self.number = number
      self.seed = seed
      self.arrangement = arrangement
      self.deadline = deadline
      self.identification = identification
    }
  }

  /// A response as it was given.
  public struct Responded: Hashable, Codable, Sendable {
    /// The item responded to.
    public var item: Item.ID
    /// What was typed, for people who look into it later.
    public var typed: String
    /// What was understood, for marking.
    public var response: Response
    /// The time from the showing of the item to the response, in milliseconds; at least 0.
    public var milliseconds: Int64

    /// Creates a response as it was given.
    public init(item: Item.ID, typed: String, response: Response, milliseconds: Int64) {
      self.item = item
      self.typed = typed
      self.response = response
      self.milliseconds = milliseconds
    }
  }

  /// A deadline as it was moved.
  public struct Extension: Hashable, Codable, Sendable {
    /// When the attempt ends by itself now; `nil` when it does not.
    public var deadline: Deadline?
    /// Why.
    public var reason: String
    /// Who decided it.
    public var by: String

    /// Creates an extension.
    public init(to deadline: Deadline?, reason: String, by: String) {
      self.deadline = deadline
      self.reason = reason
      self.by = by
    }
  }

  /// A mark as a person gave it; the last one to an item counts.
  public struct Marked: Hashable, Sendable {
    /// The item marked.
    public var item: Item.ID
    /// The mark, from 0 to the item's maximum.
    public var mark: Rational
    /// What the participant is told.
    public var comment: String
    /// Who gave the mark.
    public var by: String

    /// Creates a mark.
    public init(item: Item.ID, mark: Rational, comment: String, by: String) {
      self.item = item
      self.mark = mark
      self.comment = comment
      self.by = by
    }
  }

  /// A corrected version of the quiz by which an attempt is marked; the last one counts.
  public struct Remarked: Hashable, Codable, Sendable {
    /// The hash of the corrected text of the quiz.
    public var version: String
    /// Why it was corrected, which the participant is told.
    public var reason: String
    /// Who decided it.
    public var by: String

    /// Names a corrected version.
    public init(by version: String, because reason: String, decidedBy: String) {
      self.version = version
      self.reason = reason
      by = decidedBy
    }
  }
}
