/// When a participant should be asked which item again: what is left of each, and what is due.
///
/// It is nothing but the recollections of all attempts, replayed in the order of time by one model.
public struct ReviewSchedule: Hashable, Sendable {
  /// How it stands with one item.
  public struct Standing: Hashable, Sendable {
    /// Where the item is written.
    public let origin: Item.Origin
    /// What the last review left in the mind.
    public let memory: FSRS6.Memory
    /// The day of the last review, in days since 1970-01-01.
    public let day: Int
    /// The day on which the item should be asked again, in days since 1970-01-01.
    public let due: Int
    /// Whether the item was missed in a quiz, and not asked in a review since.
    public let isMissed: Bool
  }

  /// How it stands with each item that was ever asked, in the order of the origins.
  public let standings: [Standing]
  private let model: FSRS6

  /// Replays recollections.
  ///
  /// - Parameters:
  ///   - recollections: In any order; of several of one item in one attempt, one counts.
  ///   - model: The model of forgetting.
  public init(of recollections: [Recollection], using model: FSRS6) {
    var known: Set<[String]> = []
    let sorted = recollections.sorted { Self.key($0) < Self.key($1) }
      .filter { known.insert([$0.attempt, $0.item]).inserted }
    let byOrigin = Dictionary(grouping: sorted, by: \.origin)
    self.model = model
    standings = byOrigin.keys.sorted().compactMap { origin in
      Self.standing(of: origin, after: byOrigin[origin] ?? [], model)
    }
  }

  /// How it stands with an item; `nil` when it was never asked.
  public func standing(of origin: Item.Origin) -> Standing? {
    standings.first { $0.origin == origin }
  }

  /// What the recollections of one item, in the order of time, leave in the mind.
  private static func standing(
    of origin: Item.Origin,
    after recollections: [Recollection],
    _ model: FSRS6
  ) -> Standing? {
    var state: (memory: FSRS6.Memory, day: Int)?
    for recollection in recollections {
      let day = recollection.day
      let memory = model.memory(
        after: recollection.rating,
        from: state?.memory,
        days: day - (state?.day ?? day)
      )
      state = (memory, max(day, state?.day ?? day))
    }
    guard let last = recollections.last, let state else { return nil }
    return Standing(
      origin: origin,
      memory: state.memory,
      day: state.day,
      due: state.day + model.interval(for: state.memory),
      isMissed: last.rating == .again && last.kind != .review
    )
  }

  /// The order of time; the rest only so that equal instants have an order.
  private static func key(_ recollection: Recollection) -> (Int64, String, String) {
    (recollection.time.milliseconds, recollection.attempt, recollection.item)
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
    let ranked = due.map { standing in
      let recall = model.retrievability(of: standing.memory, after: day - standing.day)
      return (rank: standing.isMissed ? 0 : 1, recall, standing.origin)
    }
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
}
