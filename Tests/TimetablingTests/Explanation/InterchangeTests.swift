import Testing

@testable import Timetabling

struct InterchangeTests {
  private func orders(of problem: Problem) throws -> [[Int]] {
    let track = try #require(Track(problem))
    return Interchange(of: problem, track).orders.map { [$0.earlier, $0.later] }
  }

  @Test(arguments: 6_000..<6_250 as Range<UInt64>)
  func `one order of what can change places is enough to find a timetable`(seed: UInt64) throws {
    let random = try RandomCurriculum(seed: seed).problem()
    let problem = random.with(constraints: random.constraints.filter { $0.weight == .hard })
    guard let all = BruteForce(problem, limit: 3_000) else { return }
    let orders = try problem.ordering(orders(of: problem).map { ($0[0], $0[1]) })
    guard !orders.isEmpty else { return }
    let ordered = problem.with(constraints: problem.constraints + orders)
    let judged = try #require(BruteForce(ordered, limit: 3_000))
    #expect((judged.optimum == nil) == (all.optimum == nil))
  }

  @Test func `sessions that nothing tells apart have one order`() throws {
    let problem = try Impossible(
      sessions: """
        - {id: a, title: A, minutes: 30}
        - {id: b, title: B, minutes: 30}
        """
    ).problem()
    #expect(try orders(of: problem) == [[0, 1]])
  }

  @Test(arguments: [
    "- {id: b, title: B, minutes: 40}", "- {id: b, title: B, minutes: 30, tags: [X]}",
  ])
  func `what tells sessions apart is seen`(second: String) throws {
    let problem = try Impossible(
      sessions: """
        - {id: a, title: A, minutes: 30}
        \(second)
        - {id: c, title: C, minutes: 20, tags: [X]}
        """,
      constraints: "- load: {of: tag X, per: week, most: 1 session}"
    ).problem()
    #expect(try orders(of: problem).isEmpty)
  }

  @Test func `what needs less goes before what needs more`() throws {
    let problem = try Impossible(
      sessions: """
        - {id: a, title: A, minutes: 30}
        - {id: b, title: B, minutes: 30, needs: [c]}
        - {id: c, title: C, minutes: 20}
        """
    ).problem()
    #expect(try orders(of: problem) == [[0, 1]])
  }
}
