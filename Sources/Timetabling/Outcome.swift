/// What came of laying a programme out.
public enum Outcome: Sendable {
  /// A timetable that can be held, with what is proved about its cost.
  case laidOut(Solution)
  /// Proof that none can be held.
  case infeasible(Conflict)
}

/// A timetable that can be held, and the least cost that is proved.
public struct Solution: Sendable {
  /// The timetable; it has no hard violation.
  public let timetable: Timetable
  /// Its soft penalty.
  public let cost: Int
  /// A soft penalty that no timetable can be below; at most ``cost``.
  public let bound: Int

  /// Creates a solution.
  public init(timetable: Timetable, cost: Int, bound: Int) {
    self.timetable = timetable
    self.cost = cost
    self.bound = bound
  }

  /// Whether the timetable is proved to be of least cost.
  public var isOptimal: Bool { bound == cost }
}

/// Declarations that cannot hold together, and what would make them possible.
public struct Conflict: Sendable {
  /// A smallest set: without any one of them, the others can hold.
  public let facts: [Origin]
  /// Single changes each of which makes a timetable possible, the cheapest first.
  public let repairs: [Repair]

  /// A single change that makes a timetable possible.
  public struct Repair: Sendable {
    /// The declaration to relax.
    public let fact: Origin
    /// The soft penalty of the timetable found with the change.
    public let cost: Int

    /// Creates a repair.
    public init(fact: Origin, cost: Int) {
      self.fact = fact
      self.cost = cost
    }
  }

  /// Creates a conflict.
  public init(facts: [Origin], repairs: [Repair]) {
    self.facts = facts
    self.repairs = repairs
  }
}
