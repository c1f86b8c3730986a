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
      /// How certain the participant is; `nil` where nothing was said.
      public var certainty: Certainty?
    }

    /// A corrected version of the quiz, with when it was named.
    public struct Remark: Hashable, Sendable {
      /// Which version, and why.
      public var what: Event.Remarked
      /// When it was named.
      public var time: Timestamp
    }

    /// How the attempt began.
    public let start: Event.Start
    /// When the attempt began.
    public let startedAt: Timestamp
    /// The last response to each item that has one.
    public private(set) var responses: [Item.ID: Given] = [:]
    /// The wrong responses to an item in practice, before the last.
    public private(set) var tries: [Item.ID: [Event.Responded]] = [:]
    /// How many hints were asked for, beside those that followed a wrong response.
    public private(set) var hints: [Item.ID: Int] = [:]
    /// The marks that persons gave.
    public private(set) var marks: [Item.ID: Event.Marked] = [:]
    /// The corrected versions of the quiz, of which the last one marks the attempt.
    public private(set) var remarks: [Remark] = []
    /// When right answers were first shown; `nil` while they were not.
    public private(set) var answersShownAt: Timestamp?
    /// The items to be looked at again.
    public private(set) var flagged: Set<Item.ID> = []
    /// Where the participant is.
    public private(set) var place: Place
    /// Whether the participant left and has not come back.
    public private(set) var isAway = false
    /// When the attempt ends by itself; `nil` when it does not.
    public internal(set) var deadline: Deadline?
    /// The time from the start to the last event, in milliseconds, times away included.
    public private(set) var elapsed: Int64 = 0
    /// When the last event happened.
    private var last: Moment

    init(_ start: Event.Start, at moment: Moment) throws(Refusal) {
      let entries = start.arrangement.entries
      guard let first = entries.first,
        Set(entries.map(\.item)).count == entries.count,
        entries.allSatisfy({ $0.options.indices.allSatisfy($0.options.contains) })
      else { throw .malformedArrangement }
      self.start = start
      startedAt = moment.time
      last = moment
      deadline = start.deadline
      place = .item(first.item)
      responses.reserveCapacity(entries.count)
    }
  }
}

extension Attempt.Progress {
  /// The items in the order in which they are shown.
  public var items: [Item.ID] {
    start.arrangement.entries.map(\.item)
  }

  /// The items without a response, or with one that is not finished, in the order shown.
  public var unanswered: [Item.ID] {
    items.filter { !isAnswered($0) }
  }

  /// Whether the participant has finished with an item.
  public func isAnswered(_ item: Item.ID) -> Bool {
    responses[item]?.response.isComplete == true
  }

  /// How many hints on an item were shown: those asked for, and one after each wrong response.
  public func hintCount(on item: Item.ID) -> Int {
    hints[item, default: 0] + tries[item, default: []].count
  }

  /// The time from the start to a moment after the last event, in milliseconds.
  public func elapsed(at now: Moment) -> Int64 {
    let (sum, overflows) = elapsed.addingReportingOverflow(now.milliseconds(since: last))
    return overflows ? .max : sum
  }

  /// The time that is left, in milliseconds, at least 0; `nil` without a deadline.
  public func remaining(at now: Moment) -> Int64? {
    deadline.map { max(0, $0.milliseconds - elapsed(at: now)) }
  }

  /// Whether the deadline has passed; at the deadline itself it has not.
  public func isOverdue(at now: Moment) -> Bool {
    deadline.map { elapsed(at: now) > $0.milliseconds } ?? false
  }

  /// Whether the deadline had passed at the last event.
  var isOverdue: Bool {
    isOverdue(at: last)
  }

  mutating func advance(to moment: Moment) {
    elapsed = elapsed(at: moment)
    last = moment
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
    place =
      responded.response.isComplete
      ? nextUnanswered(after: responded.item) : .item(responded.item)
  }

  /// A wrong response with another try to follow; what was put together for it is gone.
  mutating func attempt(_ responded: Event.Responded) throws(Refusal) {
    try requireChangeable(responded.item)
    guard start.kind.givesFeedbackAtOnce else { throw .notTriedOut(responded.item) }
    tries[responded.item, default: []].append(responded)
    responses[responded.item] = nil
    place = .item(responded.item)
  }

  mutating func hint(_ item: Item.ID) throws(Refusal) {
    try requireChangeable(item)
    hints[item, default: 0] += 1
  }

  mutating func certify(_ item: Item.ID, _ certainty: Certainty) throws(Refusal) {
    try requireKnown(item)
    try requireTime()
    guard responses[item] != nil else { throw .nothingCertain(item) }
    responses[item]?.certainty = certainty
  }

  mutating func mark(_ marked: Event.Marked) throws(Refusal) {
    guard items.contains(marked.item) else { throw .unknownItem(marked.item) }
    marks[marked.item] = marked
  }

  mutating func remark(by version: Event.Remarked, at time: Timestamp) {
    remarks.append(Remark(what: version, time: time))
  }

  mutating func show(at time: Timestamp) {
    if answersShownAt == nil { answersShownAt = time }
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

  func requireTime() throws(Refusal) {
    if isOverdue { throw .tooLate }
  }

  private func requireKnown(_ item: Item.ID) throws(Refusal) {
    try requirePresence()
    guard start.arrangement.entries.contains(where: { $0.item == item }) else {
      throw .unknownItem(item)
    }
  }

  private func requireChangeable(_ item: Item.ID) throws(Refusal) {
    try requireKnown(item)
    try requireTime()
    if start.kind.givesFeedbackAtOnce, isAnswered(item) { throw .alreadyMarked(item) }
  }

  private func nextUnanswered(after item: Item.ID) -> Place {
    let later = start.arrangement.entries.drop { $0.item != item }.dropFirst()
    return later.first { !isAnswered($0.item) }.map { .item($0.item) } ?? .end
  }
}
