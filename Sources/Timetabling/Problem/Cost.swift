/// What a timetable costs: hard violations first, then the soft penalty.
///
/// Sums saturate at the largest integer instead of overflowing.
public struct Cost: Hashable, Comparable, Sendable {
  /// The excess of all hard constraints; 0 for a timetable that can be held.
  public var hard: Int
  /// Weight × excess, summed over all soft constraints.
  public var soft: Int

  /// No cost at all.
  public static let zero = Cost(hard: 0, soft: 0)

  /// Creates a cost from its two parts.
  public init(hard: Int, soft: Int) {
    self.hard = hard
    self.soft = soft
  }

  /// The cost of an excess at a weight.
  public init(_ excess: Int, at weight: Weight) {
    switch weight {
    case .hard: self.init(hard: excess, soft: 0)
    case .soft(let weight): self.init(hard: 0, soft: weight.saturatingMultiplied(by: excess))
    }
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.hard, left.soft) < (right.hard, right.soft)
  }

  /// The sum of two costs.
  public static func + (left: Self, right: Self) -> Self {
    Cost(
      hard: left.hard.saturatingAdded(to: right.hard),
      soft: left.soft.saturatingAdded(to: right.soft)
    )
  }

  /// Adds a cost.
  public static func += (left: inout Self, right: Self) {
    left = left + right
  }
}

/// How much a constraint matters.
public enum Weight: Hashable, Sendable {
  /// It must hold.
  case hard
  /// It should hold; each unit of excess costs this much.
  case soft(Int)
}

extension Int {
  /// The sum, or the nearest integer where it cannot be represented.
  func saturatingAdded(to other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }

  /// The product, or the nearest integer where it cannot be represented.
  func saturatingMultiplied(by other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self > 0) == (other > 0) ? .max : .min) : product
  }
}
