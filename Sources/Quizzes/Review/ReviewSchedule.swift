/// When a participant should be asked which item again: what is left of each, and what is due.
///
/// It is nothing but its reviews, replayed in the order of time, each by the parameters with which it
/// was recorded. Other parameters therefore count only from then on.
public struct ReviewSchedule: Hashable, Sendable {
  /// A recollection with the model that judged it, and what the model made of it: one row.
  public struct Row: Hashable, Sendable {
    /// What was asked, and how well it was remembered.
    public var recollection: Recollection
    /// The parameters of the model.
    public var parameters: FSRS6.Parameters
    /// What the review left in the mind.
    public var memory: FSRS6.Memory
    /// The day on which the item should be asked again, in days since 1970-01-01.
    public var due: Int

    /// Creates a row.
    public init(
      _ recollection: Recollection,
      parameters: FSRS6.Parameters,
      memory: FSRS6.Memory,
      due: Int
    ) {
      self.recollection = recollection
      self.parameters = parameters
      self.memory = memory
      self.due = due
    }
  }

  /// How it stands with one item.
  public struct Standing: Hashable, Sendable {
    /// Where the item is written.
    public let origin: Item.Origin
    /// What the last review left in the mind.
    public let memory: FSRS6.Memory
    /// The parameters of the last review.
    public let parameters: FSRS6.Parameters
    /// The day of the last review, in days since 1970-01-01.
    public let day: Int
    /// The day on which the item should be asked again, in days since 1970-01-01.
    public let due: Int
    /// Whether the item was missed in a quiz, and not asked in a review since.
    public let isMissed: Bool

    /// The probability that the item is remembered on a day, from 0 to 1.
    func retrievability(on day: Int) -> Double {
      FSRS6(parameters).retrievability(of: memory, after: day - self.day)
    }
  }

  /// The rows of each item in the order of time.
  private var rows: [Item.Origin: [Row]] = [:]
  /// What is recorded, so that nothing counts twice.
  private var known: Set<[String]> = []

  /// Creates a schedule from its rows, in any order.
  public init(_ rows: some Sequence<Row> = []) {
    for row in rows { insert(row) }
  }

  /// Whether an item of an attempt is in the schedule.
  public func includes(_ item: Item.ID, of attempt: String) -> Bool {
    known.contains([attempt, item])
  }

  /// Adds what was recollected, where it is new.
  ///
  /// - Parameters:
  ///   - recollections: In any order; those in the schedule already change nothing.
  ///   - model: The model that judges what is new.
  /// - Returns: The new rows in the order of time, to be recorded.
  public mutating func add(_ recollections: [Recollection], using model: FSRS6) -> [Row] {
    recollections.sorted { Self.key($0) < Self.key($1) }.compactMap { recollection in
      guard !includes(recollection.item, of: recollection.attempt) else { return nil }
      let earlier = rows[recollection.origin, default: []].map(\.recollection)
        .count { Self.key($0) < Self.key(recollection) }
      let before = replay(rows[recollection.origin, default: []].prefix(earlier))
      let memory = model.memory(
        after: recollection.rating,
        from: before?.memory,
        days: recollection.day - (before?.day ?? recollection.day)
      )
      let row = Row(
        recollection,
        parameters: model.parameters,
        memory: memory,
        due: recollection.day + model.interval(for: memory)
      )
      insert(row)
      return row
    }
  }

  /// How it stands with each item that was ever asked, in the order of the origins.
  public var standings: [Standing] {
    rows.keys.sorted().compactMap { standing(of: $0) }
  }

  /// How it stands with an item; `nil` when it was never asked.
  public func standing(of origin: Item.Origin) -> Standing? {
    guard let rows = rows[origin], let last = rows.last, let state = replay(rows[...]) else {
      return nil
    }
    let interval = FSRS6(last.parameters).interval(for: state.memory)
    let isMissed = last.recollection.rating == .again && last.recollection.kind != .review
    return Standing(
      origin: origin,
      memory: state.memory,
      parameters: last.parameters,
      day: state.day,
      due: state.day + interval,
      isMissed: isMissed
    )
  }
}

extension ReviewSchedule {
  /// The items to be asked on a day: missed ones first, then those most likely forgotten.
  ///
  /// - Parameters:
  ///   - limit: The most items.
  ///   - day: The day, in days since 1970-01-01.
  ///   - isAvailable: Whether an item can still be asked.
  /// - Returns: Where the items are written, the most urgent first.
  public func draw(
    atMost limit: Int,
    on day: Int,
    where isAvailable: (Item.Origin) -> Bool = { _ in true }
  ) -> [Item.Origin] {
    let due = standings.filter { ($0.isMissed || $0.due <= day) && isAvailable($0.origin) }
    let ranked = due.map { (rank: $0.isMissed ? 0 : 1, $0.retrievability(on: day), $0.origin) }
    return ranked.sorted { $0 < $1 }.prefix(max(0, limit)).map(\.2)
  }

  /// The first day after another on which items become due, and how many do.
  public func next(
    after day: Int,
    where isAvailable: (Item.Origin) -> Bool = { _ in true }
  ) -> (day: Int, count: Int)? {
    let later = standings.filter { !$0.isMissed && $0.due > day && isAvailable($0.origin) }
    guard let first = later.map(\.due).min() else { return nil }
    return (first, later.count { $0.due == first })
  }

  private mutating func insert(_ row: Row) {
    let recollection = row.recollection
    guard known.insert([recollection.attempt, recollection.item]).inserted else { return }
    var own = rows[recollection.origin, default: []]
    let place = own.firstIndex { Self.key(recollection) < Self.key($0.recollection) }
    own.insert(row, at: place ?? own.endIndex)
    rows[recollection.origin] = own
  }

  /// What the reviews of one item leave in the mind, and the day of the last.
  private func replay(_ rows: ArraySlice<Row>) -> (memory: FSRS6.Memory, day: Int)? {
    var state: (memory: FSRS6.Memory, day: Int)?
    for row in rows {
      let day = row.recollection.day
      let memory = FSRS6(row.parameters).memory(
        after: row.recollection.rating,
        from: state?.memory,
        days: day - (state?.day ?? day)
      )
      state = (memory, max(day, state?.day ?? day))
    }
    return state
  }

  /// The order of time; the rest only so that equal instants have an order.
  private static func key(_ recollection: Recollection) -> (Int64, String, String) {
    (recollection.time.milliseconds, recollection.attempt, recollection.item)
  }
}
