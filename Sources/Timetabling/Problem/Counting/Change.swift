/// What a move adds to the cost; sums do not saturate.
struct Change: BitwiseCopyable, Hashable {
  /// What it adds to the excess of hard constraints.
  var hard: Int
  /// What it adds to the soft penalty.
  var soft: Int

  /// No change.
  static let none = Change(hard: 0, soft: 0)

  @inline(__always)
  init(hard: Int, soft: Int) {
    self.hard = hard
    self.soft = soft
  }

  /// The change that an excess makes at a level.
  @inline(__always)
  init(_ excess: Int, at level: Level) {
    hard = excess &* level.hard
    soft = excess &* level.soft
  }

  @inline(__always)
  static func + (left: Change, right: Change) -> Change {
    Change(hard: left.hard &+ right.hard, soft: left.soft &+ right.soft)
  }

  @inline(__always)
  static func - (left: Change, right: Change) -> Change {
    Change(hard: left.hard &- right.hard, soft: left.soft &- right.soft)
  }

  @inline(__always)
  static func += (left: inout Change, right: Change) {
    left = left + right
  }
}

/// What a unit of excess counts among the hard violations and costs in the soft penalty.
///
/// Constraints that say the same are gathered; their levels add up.
struct Level: BitwiseCopyable, Hashable {
  /// The number of hard constraints.
  var hard: Int
  /// The sum of the soft ones' weights.
  var soft: Int

  /// Nothing at all.
  static let none = Level(hard: 0, soft: 0)

  static func += (left: inout Level, right: Level) {
    left.hard &+= right.hard
    left.soft &+= right.soft
  }
}
