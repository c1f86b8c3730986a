// What was learnt and is not worth its time.
extension ClauseSolver {
  /// Forgets the worse half of the clauses that were learnt; only at level 0.
  mutating func forgetClauses() {
    let rest = learnt.filter { arena[Int($0) + 1] > 2 }
      .sorted { (arena[Int($0) + 1], -$0) < (arena[Int($1) + 1], -$1) }
    let gone = Set(rest.dropFirst(rest.count / 2))
    var former: [Int32] = []
    swap(&former, &arena)
    learnt = []
    for literal in watchers.indices { watchers[literal] = [] }
    for literal in trail { reasons[literal.variable] = .none }
    var place = 0
    while place < former.count {
      let end = place + 2 + Int(former[place])
      let literals = former[(place + 2)..<end].map(Literal.init(code:))
      if !gone.contains(Int32(place)), !literals.contains(where: { values[$0.index] > 0 }) {
        attach(literals, quality: former[place + 1])
      }
      place = end
    }
  }

  /// Forgets the worse half of the sums that were learnt; only at level 0.
  mutating func forgetSums() {
    let rest = learntSums.indices.filter { learntSums[$0].quality > 2 }
      .sorted { (learntSums[$0].quality, -$0) < (learntSums[$1].quality, -$1) }
    var isGone = [Bool](repeating: false, count: sums.count)
    for place in rest.dropFirst(rest.count / 2) { isGone[Int(learntSums[place].index)] = true }
    learntSums.removeAll { isGone[Int($0.index)] }
    for literal in trail { reasons[literal.variable] = .none }
    for literal in occurrences.indices {
      occurrences[literal].removeAll { isGone[Int($0.sum)] }
    }
    var former: [Term] = []
    swap(&former, &terms)
    for index in sums.indices {
      let (sum, first) = (sums[index], Int32(terms.count))
      if isGone[index] {
        spareSums.append(index)
      } else {
        terms += former[Int(sum.first)..<Int(sum.end)]
      }
      sums[index] = Sum(
        first: first,
        end: Int32(terms.count),
        limit: sum.limit,
        slack: sum.slack,
        largest: sum.largest
      )
    }
  }
}
