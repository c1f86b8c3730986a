/// Why an attempt does not take an event.
public enum Refusal: Error, Hashable, Sendable {
  /// The attempt has not begun.
  case notStarted
  /// The attempt has already begun.
  case alreadyStarted
  /// The attempt was handed in; nothing changes any more.
  case alreadySubmitted
  /// The participant left and has not come back.
  case away
  /// The item does not belong to the attempt.
  case unknownItem(Item.ID)
  /// In practice, feedback on the item was shown, so that its response stays.
  case alreadyMarked(Item.ID)
  /// The deadline has passed.
  case tooLate
  /// The deadline has not passed, or there is none.
  case notExpired
  /// The attempt is still open, so that nobody marks it yet.
  case notSubmitted
  /// In a graded attempt, a response is not tried out.
  case notTriedOut(Item.ID)
  /// The item has no response of which one could be certain.
  case nothingCertain(Item.ID)
  /// The order of items and options cannot be shown.
  case malformedArrangement
}

extension Refusal: CustomStringConvertible {
  /// A sentence for people, without a full stop.
  public var description: String {
    switch self {
    case .notStarted: "the attempt has not been started"
    case .alreadyStarted: "the attempt was already started"
    case .alreadySubmitted: "the attempt was already submitted"
    case .away: "the attempt was left and must be resumed first"
    case .unknownItem(let item): "the item '\(item)' does not belong to the attempt"
    case .alreadyMarked(let item): "feedback on the item '\(item)' was already shown"
    case .tooLate: "the time of the attempt is up"
    case .notExpired: "the time of the attempt is not up"
    case .notSubmitted: "the attempt is still open"
    case .notTriedOut(let item): "the item '\(item)' has only one try in a graded attempt"
    case .nothingCertain(let item): "the item '\(item)' has no response to be certain of"
    case .malformedArrangement: "the order of the items and options is damaged"
    }
  }
}
