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
    case .malformedArrangement: "the order of the items and options is damaged"
    }
  }
}
