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
  /// Whether the bound is the least cost of blocks.
  private(set) var isExact = false
  private var isImpossible = false
  /// For each session the block in which it is held where the bound is the least cost of blocks; `nil`
  /// while that is not known.
  private(set) var chosen: [Int]?
  /// A timetable in these blocks in which each day is laid out by itself; `nil` where none is known.
  private(set) var byDays: Timetable?

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
    if limit < .max { relaxation.penalty.require(below: limit, &watch) }
    var outcome = LeastPenalty.Finding.open
    relaxation.penalty.pausesAtAnswers = true
    relaxation.penalty.forgetAnswers()
    answers: while !watch.isOver {
      outcome = relaxation.penalty.raise(to: limit, &watch)
      switch outcome {
      case .open, .refuted: break answers
      case .exact, .cheaper: break
      }
      if relaxation.ruleOutCrowds(&watch) || relaxation.learnDays(upTo: limit, &watch) {
        relaxation.penalty.forgetAnswers()
        continue
      }
      if case .exact = outcome { break answers }
      // The answer is as cheap as it says: cheaper ones are looked for.
    }
    if case .cheaper = outcome { relaxation.penalty.forgetAnswers() }
    if watch.isOver, case .exact = outcome { outcome = .open }
    defer { self.relaxation = relaxation }
    switch outcome {
    case .exact:
      (isOver, isExact) = (true, true)
      chosen = relaxation.chosenBlocks
      byDays = relaxation.timetableByDays(&watch)
    case .open, .cheaper: break
    case .refuted:
      isOver = true
      isImpossible = relaxation.penalty.ceiling == nil
      if isImpossible { return .impossible }
    }
    return .bound(relaxation.penalty.bound)
  }

  /// Looks for a choice of blocks that costs less than what is known, most sessions staying where they
  /// are at each trial.
  ///
  /// Source: Shaw, *Using constraint programming and local search methods to solve vehicle routing
  /// problems*, 1998, for trials in which only a part is free.
  ///
  /// - Parameters:
  ///   - timetable: A timetable that can be held; `nil` where none is known.
  ///   - cost: Its penalty, or a penalty that is to be undercut.
  ///   - steps: The literals that may be followed.
  ///   - shouldStop: Asked every few milliseconds.
  /// - Returns: Whether ``chosen`` is such a choice now.
  mutating func descend(
    from timetable: Timetable?,
    below cost: Int,
    steps: Int,
    shouldStop: @escaping () -> Bool
  ) -> Bool {
    guard !isOver, !isImpossible, var relaxation else { return false }
    self.relaxation = nil
    var descent = BlockDescent(relaxation, from: timetable, below: cost)
    var watch = Watch(steps: steps, shouldStop: shouldStop)
    descent.run(&watch)
    relaxation = descent.relaxation
    if descent.isProved {
      isOver = true
      isImpossible = relaxation.penalty.ceiling == nil
    }
    self.relaxation = relaxation
    guard let blocks = descent.chosen else { return false }
    chosen = blocks
    return true
  }

  /// Looks for another choice that costs no more than the bound, where the bound is the least cost of
  /// blocks and a timetable in the chosen ones costs more.
  ///
  /// - Returns: Whether ``chosen`` is another choice now; the bound stays as it is.
  mutating func chooseAnother(
    than timetable: Timetable,
    steps: Int,
    shouldStop: @escaping () -> Bool
  ) -> Bool {
    guard isExact, var relaxation else { return false }
    self.relaxation = nil
    var watch = Watch(steps: steps, shouldStop: shouldStop)
    let isFound = relaxation.chooseAnother(than: timetable, &watch)
    if isFound { chosen = relaxation.chosenBlocks }
    self.relaxation = relaxation
    return isFound
  }

  /// The bound so far.
  var bound: Int { relaxation?.penalty.bound ?? 0 }
}
