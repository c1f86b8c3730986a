import Testing

@testable import seminar_benchmark

@Suite struct CompetitionTableTests {
  private func row(_ name: String, seed: UInt64, cost: Int, violations: Int = 0)
    -> CompetitionTable.Row
  {
    let nothing = CompetitionInstance(file: name, name: name, days: 1, periodsPerDay: 1)
    var judged = CompetitionCost(of: CompetitionSolution(lectures: []), for: nothing)
    judged.conflicts = violations
    judged.roomCapacity = cost
    return CompetitionTable.Row(name: name, seed: seed, cost: judged, seconds: 2, moves: 3_000_000)
  }

  @Test func `several seeds are summed up by what is feasible`() {
    let one = [(1, 7, 0), (2, 4, 0), (3, 0, 2), (4, 12, 0)].map { seed, cost, violations in
      row("comp01", seed: seed, cost: cost, violations: violations)
    }
    let other = [row("mine", seed: 1, cost: 9), row("mine", seed: 2, cost: 10)]
    #expect(
      CompetitionTable.Summary.text([.init(one), .init(other)]) == """
        instance          runs  feasible  least  median   most  best known
        comp01               4         3      4     7.0     12           5
        mine                 2         2      9     9.5     10           -
        mean of the medians: 8.3
        """
    )
  }

  @Test func `where nothing is feasible there is no median`() {
    let rows = [row("mine", seed: 1, cost: 9, violations: 1)]
    #expect(CompetitionTable.Summary(rows).median == nil)
    #expect(
      CompetitionTable.Summary.text([.init(rows)]) == """
        instance          runs  feasible  least  median   most  best known
        mine                 1         0      -       -      -           -
        """
    )
  }
}
