import Testing

@testable import Timetabling

@Suite struct LinearBoundTests {
  private typealias Wish = (literal: Literal, weight: Int)

  private func finding(_ solver: ClauseSolver, _ wishes: [Wish]) -> LinearBound.Finding {
    var watch = Watch()
    return LinearBound(solver, wishes: wishes).finding(upTo: .max, &watch)
  }

  @Test func `whatever holds costs at least the bound, and what its terms say above it`() {
    for seed in 0..<400 as Range<UInt64> {
      let random = RandomClauses(seed: seed)
      var solver = ClauseSolver()
      random.enter(into: &solver)
      guard !solver.isRefuted else { continue }
      let wishes = random.wishes(upTo: 9, seed: seed + 1)
      let finding = finding(solver, wishes)
      for values in (0..<(1 << random.count)).filter(random.holds) {
        let cost = random.cost(of: wishes, at: values)
        let above = finding.terms.filter { random.isTrue($0.literal, values) }
          .reduce(0) { $0 + $1.weight }
        #expect(finding.bound <= cost, "seed \(seed)")
        #expect(finding.least + above <= Int128(cost) * finding.scale, "seed \(seed)")
      }
    }
  }

  @Test func `two of three give way where each pair asks for one, since half of each does not do`()
  {
    var solver = ClauseSolver()
    let all = (0..<3).map { _ in solver.variable() }
    for (first, second) in [(0, 1), (1, 2), (0, 2)] {
      solver.require(anyOf: [all[first], all[second]])
    }
    #expect(finding(solver, all.map { (!$0, 1) }).bound == 2)
    #expect(finding(solver, all.map { (!$0, 10) }).bound == 15)
  }

  @Test func `what is full costs what does not fit, at once`() {
    // Forty things, of which each of ten places takes three; whatever is left out costs 7.
    var solver = ClauseSolver()
    let places = (0..<40).map { _ in (0..<10).map { _ in solver.variable() } }
    let isLeftOut = (0..<40).map { _ in solver.variable() }
    for (place, left) in zip(places, isLeftOut) { solver.require(anyOf: place + [left]) }
    for place in 0..<10 { solver.require(places.map { Term(1, $0[place]) }, atMost: 3) }
    #expect(finding(solver, isLeftOut.map { (!$0, 7) }).bound == 70)
  }

  @Test func `what cannot hold even in part costs more than all wishes together`() {
    var penalty = LeastPenalty()
    penalty.firstTurn = 1
    let places = (0..<40).map { _ in (0..<13).map { _ in penalty.solver.variable() } }
    for place in places { penalty.solver.require(anyOf: place) }
    // In part there is room for 35 and a half of forty.
    for place in 0..<13 {
      penalty.solver.require(places.map { Term(2, $0[place]) }, atMost: 5 + place % 2)
    }
    for place in places { penalty.want(!place[0], weight: 1) }
    let finding = finding(penalty.solver, places.map { (!$0[0], 1) })
    #expect(finding.bound > 40)
    var watch = Watch(steps: 20_000_000)
    guard case .refuted = penalty.raise(to: .max, &watch) else {
      Issue.record("there is no room for forty")
      return
    }
    #expect(penalty.ceiling == nil)
  }
}
