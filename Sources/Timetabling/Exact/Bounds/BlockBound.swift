/// What no timetable costs less than, found by choosing only blocks and trainers.
struct BlockBound: Sendable {
  /// What is known.
  enum Verdict {
    /// A soft penalty that no timetable is below.
    case bound(Int)
    /// No timetable can be held.
    case impossible
  }

  private var relaxation: BlockRelaxation?
  private var isOver = false
  private var isImpossible = false
  /// For each session the block in which it is held where the bound is the least cost of blocks; `nil`
  /// while that is not known.
  private(set) var chosen: [Int]?

  /// Prepares the bound of a problem; it is 0 where the problem is too large.
  init(_ problem: Problem) {
    relaxation = BlockRelaxation(problem)
  }

  /// Raises the bound from where it is.
  ///
  /// - Parameters:
  ///   - limit: A penalty at which nothing is left to do.
  ///   - steps: The literals that may be followed, each a fraction of a microsecond.
  ///   - shouldStop: Asked every few milliseconds; when true, the bound so far counts.
  /// - Returns: The bound, or that there is no timetable.
  mutating func raise(to limit: Int, steps: Int, shouldStop: @escaping () -> Bool) -> Verdict {
    if isImpossible { return .impossible }
    guard !isOver, var relaxation else { return .bound(self.relaxation?.penalty.bound ?? 0) }
    self.relaxation = nil
    var watch = Watch(steps: steps, shouldStop: shouldStop)
    var outcome = relaxation.penalty.raise(to: limit, &watch)
    while case .exact = outcome, !watch.isOver, relaxation.ruleOutCrowds() {
      outcome = relaxation.penalty.raise(to: limit, &watch)
    }
    if watch.isOver, case .exact = outcome { outcome = .open }
    self.relaxation = relaxation
    switch outcome {
    case .exact:
      isOver = true
      chosen = relaxation.chosenBlocks
    case .open: break
    case .refuted:
      isImpossible = true
      return .impossible
    }
    return .bound(relaxation.penalty.bound)
  }
}
