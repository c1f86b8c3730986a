public import Curricula

/// What it would mean to hold a session on a day.
public enum WhyNot: Sendable {
  /// The day has no block; the nearest days that have one, ascending, and the block that would have to
  /// be opened, where that makes it possible.
  case noBlock(nearest: [CivilDate], opening: [Conflict.Repair])
  /// It is held then already.
  case heldAlready(Placement)
  /// It can be held then, at a cost.
  case possible(Comparison)
  /// It cannot be held then; the conflict begins with what was asked.
  case impossible(Conflict)
  /// Neither a timetable nor a conflict was found.
  case open

  /// A timetable with the session on the day, beside the best one.
  public struct Comparison: Sendable {
    /// The cheapest timetable found with the session on the day, with the bound on such timetables.
    public let solution: Solution
    /// What its soft penalty is above that of the timetable compared with; below 0 where that one
    /// was not the best.
    public let extra: Int
    /// The constraints that cost more or less than before, the greatest increase first.
    public let differences: [Difference]

    /// What the session's day costs, without full stop: "costs 12, which is 4 more; proved".
    public var summary: String {
      let change =
        extra == 0
        ? "the same as without it" : "\(abs(extra)) \(extra > 0 ? "more" : "less") than without it"
      let proof =
        solution.isOptimal
        ? "proved" : "no such timetable can cost less than \(solution.bound)"
      return "the cheapest such timetable costs \(solution.cost), \(change); \(proof)"
    }
  }

  /// How the penalty of one declaration changes.
  public struct Difference: Hashable, Sendable {
    /// The declaration.
    public let origin: Origin
    /// Its penalty in the timetable compared with.
    public let before: Int
    /// Its penalty with the session on the day.
    public let after: Int

    /// The change in words, without full stop: "4 more (from 0 to 4) for the constraint: …".
    public var sentence: String {
      let change = after - before
      return "\(abs(change)) \(change > 0 ? "more" : "less") (from \(before) to \(after)) "
        + "for the constraint: \(origin.sentence)"
    }
  }
}
