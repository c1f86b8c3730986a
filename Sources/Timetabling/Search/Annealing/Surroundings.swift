/// Sessions beside one another in the curriculum, from which moves are drawn for a while.
///
/// Sessions that are written beside one another have modules, groups and trainers in common. While moves
/// are drawn from few of them, what the moves look at stays in the processor's nearest memory, and
/// those that exchange places have something to give each other. In the long run every session is
/// drawn as often as any other.
struct Surroundings {
  private let first: Int
  private let count: Int
  private let total: Int

  /// The most sessions from which moves are drawn at a time.
  static let limit = 256

  /// Draws surroundings; where sessions are few, they are all of them, and chance is not asked.
  init(among total: Int, using generator: inout SeededGenerator) {
    self.total = total
    count = min(total, Self.limit)
    first = total > Self.limit ? generator.below(total) : 0
  }

  /// The index of a session by 32 random bits.
  @inline(__always)
  func index(_ bits: UInt64) -> Int {
    let index = first &+ bits.scaled(to: count)
    return index < total ? index : index &- total
  }
}
