/// The shapes of constraints that the searches keep up to date by themselves.
///
/// Each case has one formula for its excess. *Bucket* means a block, a day or a week. Placements that
/// are missing count nowhere.
public enum Form: Sendable {
  /// Σ over placements of an excess that the single placement decides.
  case placement(PlacementForm)
  /// The number of pairs that share a minute and a resource.
  case clash(Selection)
  /// The earlier session ends before the later begins, and the days between are within limits.
  case order(OrderForm)
  /// In each bucket the sum of amounts lies within limits.
  case load(LoadForm)
  /// The number of different buckets or rooms lies within limits.
  case distinct(DistinctForm)
  /// The days from the first placement to the last stay within a limit.
  case span(SpanForm)
  /// What follows what within a day.
  case sequence(SequenceForm)
  /// Any two placements are at least so many days apart.
  case apart(ApartForm)
  /// Nothing of the above; the searches ask for the violations.
  case other
}

/// Σ over the placements of `sessions` of `excess(placement)`.
public struct PlacementForm: Sendable {
  /// The sessions concerned.
  public let sessions: [Int]
  /// What the excess depends on.
  public let reads: Parts
  /// What a placement must use to have an excess; `nil` where all placements of the sessions count.
  ///
  /// Then `sessions` has every session that can use it.
  public let resource: Resource?
  /// Whether the excess is the same for all sessions of equal minutes.
  public let isAlike: Bool
  /// The excess of one placement, 0 or more.
  public let excess: @Sendable (Placement) -> Int

  /// What a placement uses.
  public enum Resource: Hashable, Sendable {
    /// The trainer of an index takes part.
    case trainer(Int)
    /// The room of an index houses it.
    case room(Int)
  }

  /// Parts of a placement beside the session.
  public struct Parts: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The block only.
    public static let block = Parts(rawValue: 1)
    /// The block and the start.
    public static let start = Parts(rawValue: 2)
    /// The room.
    public static let room = Parts(rawValue: 4)
    /// The trainers.
    public static let trainers = Parts(rawValue: 8)
  }

  /// Creates a form.
  public init(
    sessions: [Int],
    reads: Parts,
    resource: Resource? = nil,
    isAlike: Bool = false,
    excess: @escaping @Sendable (Placement) -> Int
  ) {
    self.sessions = sessions
    self.reads = reads
    self.resource = resource
    self.isAlike = isAlike
    self.excess = excess
  }
}

/// A group of blocks that belong together in time.
public enum Bucket: String, CaseIterable, Hashable, Sendable {
  case block, day, week
}

/// 1 when the later session begins before the earlier ends; else the days by which the distance
/// between their days is below `leastDays` or above `mostDays`.
public struct OrderForm: Sendable {
  /// The session held first.
  public let earlier: Int
  /// The session held afterwards.
  public let later: Int
  /// The least number of days from the one to the other; 0 allows the same day.
  public let leastDays: Int
  /// The most number of days from the one to the other.
  public let mostDays: Int?
}

/// Σ over buckets of max(0, least − amount, amount − most), where a bucket's amount is the sum of
/// the amounts of the selected placements in it.
///
/// Buckets without any block do not exist. `least` counts in every bucket that exists.
public struct LoadForm: Sendable {
  /// What is counted.
  public let selection: Selection
  /// The unit of an amount.
  public let unit: Unit
  /// Where it is summed up.
  public let per: Bucket
  /// The least amount wanted in each bucket.
  public let least: Int
  /// The most amount wanted in each bucket.
  public let most: Int?

  /// What a placement adds to an amount.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    /// Its minutes.
    case minutes
    /// 1.
    case sessions
  }
}

/// max(0, least − n, n − most), where n is the number of different buckets or rooms used.
///
/// Only the selected placements count. Without any placement the excess is 0.
public struct DistinctForm: Sendable {
  /// What is counted.
  public let selection: Selection
  /// What may differ.
  public let of: Dimension
  /// The least number wanted.
  public let least: Int
  /// The most number wanted.
  public let most: Int?

  /// What is counted when different.
  public enum Dimension: Hashable, Sendable {
    case bucket(Bucket)
    case room
  }
}

/// max(0, days from the first selected placement to the last − `mostDays`).
public struct SpanForm: Sendable {
  /// What is counted.
  public let selection: Selection
  /// The most calendar days wanted between the first and the last.
  public let mostDays: Int
}

/// A pattern within each day of the selected placements, taken in the order of time.
public struct SequenceForm: Sendable {
  /// The sessions concerned.
  public let selection: Selection
  /// The pattern.
  public let pattern: Pattern

  /// What is counted.
  public enum Pattern: Hashable, Sendable {
    /// 1 for each placement that neither begins when another of the day ends nor ends when another
    /// begins.
    case isolated
    /// The minutes between the first placement of a day and its last in which none is held and which
    /// lie in blocks.
    case idle
    /// 1 for each two placements in one block between which none of the sessions `among` begins.
    case backToBack(among: [Int])
    /// For each run of two or more placements in a block, each beginning less than `pause` minutes
    /// after the one before it ends, the minutes from its beginning to its latest end above `run`.
    case unbroken(run: Int, pause: Int)
  }
}

/// Σ over pairs of max(0, leastDays − days between).
public struct ApartForm: Sendable {
  /// The sessions concerned.
  public let sessions: [Int]
  /// The least number of calendar days between any two.
  public let leastDays: Int
}
