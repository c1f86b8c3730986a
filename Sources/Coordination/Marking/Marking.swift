public import Quizzes
public import Records

/// A submitted attempt in front of a person who marks what the program cannot.
public struct Marking {
  /// The attempt.
  public let reading: AttemptReading
  /// The items that were asked, without texts to read.
  public let items: [Item]

  /// Why a person's mark is not taken.
  public enum Refused: Error, Hashable, Sendable {
    /// The attempt was not submitted yet.
    case open(RecordedAttempt.ID)
    /// The mark is not one from 0 to the item's maximum.
    case outOfRange(String, maximum: Rational)
    /// The program marks the item, so that another mark needs a comment.
    case needsComment
  }

  /// Puts an attempt in front of somebody.
  ///
  /// - Throws: ``Refused`` while it is open.
  public init(_ reading: AttemptReading) throws(Refused) {
    guard let quiz = reading.quiz, let progress = reading.attempt.progress else {
      throw .open(reading.recorded.id)
    }
    self.reading = reading
    items = progress.items.compactMap { quiz[$0] }.filter { $0.kind != .description }
  }

  /// The essays among the items.
  public var essays: [Item] {
    items.filter { if case .essay = $0.kind { true } else { false } }
  }

  /// The item that has an identifier.
  ///
  /// - Throws: ``UnknownName``.
  public func item(_ id: Item.ID) throws(UnknownName) -> Item {
    if let item = items.first(where: { $0.id == id }) { return item }
    throw .item(id, among: items.map(\.id), essays: essays.map(\.id))
  }

  /// Records a mark, for ever; when one is given again, the later one counts.
  ///
  /// - Parameters:
  ///   - typed: The mark as it was typed.
  ///   - item: The item, one of ``items``.
  ///   - comment: What the participant is told.
  ///   - person: Who marks.
  ///   - markbook: Where it is recorded.
  ///   - now: The present.
  /// - Returns: The mark, and how many items of the attempt still wait for one.
  /// - Throws: ``Refused`` or what the markbook refuses; then nothing is recorded.
  public func give(
    _ typed: String,
    to item: Item,
    comment: String?,
    by person: String,
    in markbook: Markbook,
    at now: Moment
  ) throws -> (mark: Rational, waiting: Int) {
    guard let mark = Rational(number: typed), mark >= 0, mark <= item.maximum else {
      throw Refused.outOfRange(typed, maximum: item.maximum)
    }
    if item.kind.fraction(of: .read) != nil, comment?.allSatisfy(\.isWhitespace) ?? true {
      throw Refused.needsComment
    }
    let marked = Event.Marked(item: item.id, mark: mark, comment: comment ?? "", by: person)
    // What closed at its deadline is recorded as closed first.
    try markbook.append(
      reading.unrecorded + [Event(.marked(marked), at: now)],
      to: reading.recorded.id,
      after: reading.recorded.eventCount
    )
    return (mark, reading.score?.entries.count { $0.isAwaited && $0.item != item.id } ?? 0)
  }
}

extension AttemptReading {
  /// What was written in response to an essay; otherwise what was typed.
  public func text(of item: Item.ID) -> String {
    guard let given = attempt.progress?.responses[item] else { return "" }
    return switch given.response {
    case .text(let text), .draft(let text): text
    case .option, .options, .truth, .number, .matches, .order, .gaps, .read: given.typed
    }
  }
}
