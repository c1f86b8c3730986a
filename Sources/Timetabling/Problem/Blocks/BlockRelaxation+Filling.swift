internal import Curricula

// What blocks alone tell of the times of a day: what is left empty, what has no break, what is alone.
extension BlockRelaxation {
  /// The blocks of each day in chains: those of a chain follow one another without a gap, or overlap.
  var chains: [[Int]] {
    problem.days.flatMap { day in
      var chains: [[Int]] = []
      var end = Int.min
      for block in day.blocks.sorted(by: { problem.blocks[$0].start < problem.blocks[$1].start }) {
        if problem.blocks[block].start > end || chains.isEmpty {
          chains.append([block])
        } else {
          chains[chains.count - 1].append(block)
        }
        end = max(end, problem.blocks[block].end)
      }
      return chains
    }
  }

  /// Requires that what a selection takes in is not alone in a chain of blocks.
  mutating func requireCompany(for selection: Selection, _ weight: Weight) {
    guard isExact(selection) else { return }
    for chain in chains {
      let literals = held(by: selection, in: chain).map(\.literal)
      guard !literals.isEmpty else { continue }
      let used = any(of: literals)
      require(
        [Term(2, used)] + literals.map { Term(1, !$0) },
        atMost: literals.count,
        weight,
        atWorst: literals.count + 1
      )
    }
  }

  /// Requires that what a selection takes in fills the blocks between others of the same day that it
  /// uses; each minute that is left empty costs.
  mutating func requireFilling(by selection: Selection, _ weight: Weight) {
    guard isExact(selection) else { return }
    for day in problem.days {
      for block in day.blocks {
        let own = problem.blocks[block]
        let earlier = day.blocks.filter { problem.blocks[$0].end <= own.start }
        let later = day.blocks.filter { problem.blocks[$0].start >= own.end }
        guard earlier.count + later.count + 1 == day.blocks.count else { continue }
        let before = held(by: selection, in: earlier).map(\.literal)
        let after = held(by: selection, in: later).map(\.literal)
        guard !before.isEmpty, !after.isEmpty, own.minutes > 0 else { continue }
        requireFilling(of: block, by: selection, [any(of: before), any(of: after)], weight)
      }
    }
  }

  /// Requires that a block is filled where some literals are true.
  private mutating func requireFilling(
    of block: Int,
    by selection: Selection,
    _ literals: [Literal],
    _ weight: Weight
  ) {
    let held = held(by: selection, in: [block])
    let own = held.map { problem.sessions[$0.session].minutes }
    let total = own.reduce(0, +)
    let length = problem.blocks[block].minutes
    let fillings = reachable(by: own, upTo: length)
    func require(_ minutes: Int, orBreach breach: Literal?) {
      let conditions = literals + [breach.map { !$0 }].compactMap(\.self)
      penalty.solver.require(
        zip(own, held).map { Term($0, !$1.literal) } + conditions.map { Term(minutes, $0) },
        atMost: total + (conditions.count - 1) * minutes
      )
    }
    guard case .soft(let weight) = weight else {
      if fillings.last == length {
        require(length, orBreach: nil)
      } else {
        penalty.solver.require(anyOf: literals.map { !$0 })
      }
      return
    }
    guard weight > 0 else { return }
    // Less than so many minutes in sessions is at least the step below them less.
    for (less, minutes) in zip(fillings, fillings.dropFirst()).suffix(Self.stepLimit) {
      let cost = weight.saturatingMultiplied(by: minutes - less)
      let breach = breach(costing: cost, of: literals)
      require(minutes, orBreach: breach)
    }
    if let most = fillings.last, most < length {
      let cost = weight.saturatingMultiplied(by: length - most)
      let breach = breach(costing: cost, of: literals)
      penalty.solver.require(anyOf: literals.map { !$0 } + [breach])
    }
  }

  /// Requires that what a selection takes in one at a time leaves time for breaks: of the minutes of a
  /// block, no run without a pause takes more than some; each minute more costs a weight.
  mutating func limitRuns(of selection: Selection, to run: Int, pause: Int, _ weight: Int) {
    guard isOneAtATime(selection), weight > 0, run > 0, pause > 0 else { return }
    let grid = problem.curriculum.grid
    for block in problem.blocks.indices {
      let held = held(by: selection, in: [block])
      let own = held.map { problem.sessions[$0.session].minutes }
      guard own.allSatisfy({ $0 <= run }) else { continue }
      let isOnGrid = own.allSatisfy { $0.isMultiple(of: grid) }
      let pause = isOnGrid ? (pause + grid - 1) / grid * grid : pause
      let length = problem.blocks[block].minutes
      func excess(_ minutes: Int) -> Int {
        max(0, minutes - ((length - minutes) / pause + 1) * run)
      }
      let fillings = reachable(by: own, upTo: length)
      let terms = zip(own, held).map { Term($0, $1.literal) }
      for (less, minutes) in zip(fillings, fillings.dropFirst()).suffix(Self.stepLimit)
      where excess(minutes) > excess(less) {
        let more = excess(minutes) - excess(less)
        let breach = breach(
          costing: weight.saturatingMultiplied(by: more),
          of: held.map(\.literal)
        )
        penalty.solver.require(terms + [Term(length - less, !breach)], atMost: length)
      }
    }
  }

  /// The steps from one sum to the next that are looked at.
  private static let stepLimit = 16

  /// What some amounts can add up to, up to a limit, in ascending order; 0 is the first.
  func reachable(by amounts: [Int], upTo limit: Int) -> [Int] {
    var isReachable = [Bool](repeating: false, count: limit + 1)
    isReachable[0] = true
    for amount in amounts where amount > 0 && amount <= limit {
      for sum in stride(from: limit, through: amount, by: -1) where isReachable[sum - amount] {
        isReachable[sum] = true
      }
    }
    return isReachable.indices.filter { isReachable[$0] }
  }
}
