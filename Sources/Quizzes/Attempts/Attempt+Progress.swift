extension Attempt {
  /// What has been done in an attempt so far.
  public struct Progress: Hashable, Sendable {
    /// Where the participant is.
    public enum Place: Hashable, Sendable {
      /// At an item.
      case item(Item.ID)
      /// Behind the last item, before submitting.
      case end
    }

    /// A response with when it was given.
    public struct Given: Hashable, Sendable {
      /// What was typed.
      public var typed: String
      /// What was understood.
      public var response: Response
      /// When it was given.
      public var time: Timestamp
      /// The time taken over the item, in milliseconds, earlier responses to it included.
      public var milliseconds: Int64
    }

    /// How the attempt began.
    public let start: Event.Start
    /// When the attempt began.
    public let startedAt: Timestamp
    /// The last response to each item that has one.
    public private(set) var responses: [Item.ID: Given] = [:]
    /// The items to be looked at again.
    public private(set) var flagged: Set<Item.ID> = []
    /// Where the participant is.
    public private(set) var place: Place
    /// Whether the participant left and has not come back.
    public private(set) var isAway = false

    init(_ start: Event.Start, at time: Timestamp) throws(Refusal) {
      let entries = start.arrangement.entries
      guard let first = entries.first,
        Set(entries.map(\.item)).count == entries.count,
        entries.allSatisfy({ $0.options.sorted() == Array($0.options.indices) })
      else { throw .malformedArrangement }
      self.start = start
      startedAt = time
      place = .item(first.item)
    }
  }
}

extension Attempt.Progress {
  /// The items in the order in which they are shown.
  public var items: [Item.ID] {
    start.arrangement.entries.map(\.item)
  }

  /// The items without a response, in the order in which they are shown.
  public var unanswered: [Item.ID] {
    items.filter { responses[$0] == nil }
  }

  /// The number of an item among those shown, from 1.
  public func number(of item: Item.ID) -> Int? {
    items.firstIndex(of: item).map { $0 + 1 }
  }

  mutating func respond(_ responded: Event.Responded, at time: Timestamp) throws(Refusal) {
    try requireChangeable(responded.item)
    let earlier = responses[responded.item]?.milliseconds ?? 0
    let (sum, overflows) = earlier.addingReportingOverflow(max(0, responded.milliseconds))
    responses[responded.item] = Given(
      typed: responded.typed,
      response: responded.response,
      time: time,
      milliseconds: overflows ? .max : sum
    )
    place = nextUnanswered(after: responded.item)
  }

  mutating func skip(_ item: Item.ID) throws(Refusal) {
    try requireKnown(item)
    place = nextUnanswered(after: item)
  }

  mutating func flag(_ item: Item.ID, _ isFlagged: Bool) throws(Refusal) {
    try requireKnown(item)
    if isFlagged { flagged.insert(item) } else { flagged.remove(item) }
  }

  mutating func move(to item: Item.ID?) throws(Refusal) {
    guard let item else {
      try requirePresence()
      place = .end
      return
    }
    try requireChangeable(item)
    place = .item(item)
  }

  mutating func leave() throws(Refusal) {
    try requirePresence()
    isAway = true
  }

  /// Also without having left: the program or the connection may have broken off.
  mutating func resume() {
    isAway = false
  }

  func requirePresence() throws(Refusal) {
    if isAway { throw .away }
  }

  private func requireKnown(_ item: Item.ID) throws(Refusal) {
    try requirePresence()
    guard start.arrangement.entries.contains(where: { $0.item == item }) else {
      throw .unknownItem(item)
    }
  }

  private func requireChangeable(_ item: Item.ID) throws(Refusal) {
    try requireKnown(item)
    switch start.kind {
    case .graded: return
    case .practice, .review: if responses[item] != nil { throw .alreadyMarked(item) }
    }
  }

  private func nextUnanswered(after item: Item.ID) -> Place {
    let later = items.drop { $0 != item }.dropFirst()
    return later.first { responses[$0] == nil }.map { .item($0) } ?? .end
  }
}
