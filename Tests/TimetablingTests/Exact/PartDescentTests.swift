import Testing

@testable import Timetabling

/// Programmes of several groups, laid out one group after the other.
@Suite struct PartDescentTests {
  @Test(arguments: 8_000..<8_040 as Range<UInt64>)
  func `what is laid out part by part can be held, and only gets cheaper`(seed: UInt64) throws {
    let problem = try RandomCurriculum(seed: seed, groups: 2).problem()
    var descent = PartDescent(problem, steps: 300_000_000)
    guard let feasible = descent.feasible({ false }) else { return }
    let cost = problem.cost(of: feasible)
    #expect(cost.hard == 0)
    guard let cheaper = descent.cheaper({ false }) else { return }
    #expect(problem.cost(of: cheaper) < cost)
  }

  @Test func `two groups that share a trainer and a room take turns`() throws {
    let problem = try Impossible(
      groups: """
        - {id: g, name: Group, size: 20}
        - {id: h, name: Other group, size: 20}
        """,
      rooms: "- {id: hall, name: Hall}",
      trainers: "- {id: ann, name: Ann}",
      sessions: (0..<3).map {
        "- {id: a\($0), title: A, minutes: 60, groups: [g], trainers: [ann]}\n"
      }.joined(),
      others: (0..<3).map {
        "- {id: b\($0), title: B, minutes: 60, groups: [h], trainers: [ann]}\n"
      }.joined()
    ).problem()
    var descent = PartDescent(problem, steps: 300_000_000)
    let timetable = try #require(descent.feasible { false })
    #expect(problem.cost(of: timetable).hard == 0)
  }

  @Test func `sessions without a place and what they break are named`() throws {
    let problem = try Impossible(
      sessions: """
        - {id: a, title: A, minutes: 60}
        - {id: b, title: B, minutes: 60}
        """,
      constraints: "- window: {of: b, weeks: [2]}"
    ).problem()
    let timetable = Timetable(
      of: problem,
      (0..<2).map { Placement(session: $0, block: 0, start: 600, room: nil, trainers: []) }
    )
    let obstacles = Obstacles(to: timetable, of: problem)
    #expect(obstacles.homeless == ["b"])
    #expect(Set(obstacles.broken.map(\.name)) == ["clash", "window"])
  }

  @Test func `what a block takes is counted by the grid`() {
    let packing = Packing(of: [55, 55, 55, 50, 60], grid: 5)
    #expect(packing.count(in: 165) == 3)
    #expect(packing.fill(of: 180) == 170)
    #expect(Packing(of: [50, 50, 50], grid: 60).count(in: 120) == 2)
  }
}
