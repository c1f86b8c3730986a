import Curricula
import Diagnostics
import Testing

@testable import Timetabling

/// What the choice of blocks alone proves.
@Suite struct BlockBoundTests {
  private func verdict(_ problem: Problem, steps: Int = 20_000_000) -> BlockBound.Verdict {
    var bound = BlockBound(problem)
    return bound.raise(to: .max, steps: steps) { false }
  }

  @Test(arguments: [1, 2, 3])
  func `no timetable costs less, and what is called impossible is`(groups: Int) throws {
    var (bounds, optima) = (0, 0)
    for seed in 0..<150 as Range<UInt64> {
      let problem = try RandomCurriculum(seed: seed, groups: groups).problem()
      guard let all = BruteForce(problem, limit: 5_000) else { continue }
      switch verdict(problem) {
      case .impossible: #expect(all.optimum == nil, "seed \(seed)")
      case .bound(let bound):
        #expect(bound <= all.optimum ?? .max, "seed \(seed)")
        guard let optimum = all.optimum else { continue }
        bounds += bound
        optima += optimum
      }
    }
    #expect(optima > 0)
    #expect(bounds * 10 >= optima * 2)
  }

  @Test(arguments: ["same-time", "starts-with"], ["[s0, s1]", "[s0, s1, s2]", "trainer t0"])
  func `beginnings that are the same are bounded truly`(name: String, subject: String) throws {
    var refuted = 0
    for seed in 0..<60 as Range<UInt64> {
      for weight in ["", "\n    weight: 3"] {
        let text = RandomCurriculum(seed: seed, groups: 2 + Int(seed % 2)).text
        let source = SourceText(
          file: "random.yaml",
          text: text + "  - \(name): \(subject)\(weight)\n"
        )
        let problem = try Problem(Curriculum.parse(source).curriculum)
        guard let all = BruteForce(problem, limit: 5_000) else { continue }
        switch verdict(problem) {
        case .impossible:
          refuted += 1
          #expect(all.optimum == nil, "seed \(seed)")
        case .bound(let bound): #expect(bound <= all.optimum ?? .max, "seed \(seed)")
        }
      }
    }
    #expect(refuted > 0)
  }

  @Test(arguments: ["after: 20 minutes, least: 20", "after: 30 minutes, least: 30"])
  func `breaks are bounded truly`(limits: String) throws {
    var refuted = 0
    for seed in 0..<120 as Range<UInt64> {
      let text = RandomCurriculum(seed: seed, groups: 1 + Int(seed % 2)).text
      let source = SourceText(
        file: "random.yaml",
        text: text + "  - break: {of: each group, \(limits) minutes}\n"
      )
      let problem = try Problem(Curriculum.parse(source).curriculum)
      guard let all = BruteForce(problem, limit: 5_000) else { continue }
      switch verdict(problem) {
      case .impossible:
        refuted += 1
        #expect(all.optimum == nil, "seed \(seed)")
      case .bound(let bound): #expect(bound <= all.optimum ?? .max, "seed \(seed)")
      }
    }
    #expect(refuted > 0)
  }

  @Test(arguments: ["each module", "[s0, s1, s2]"], ["block", "day", "week"])
  func `what stays together is bounded truly`(subject: String, bucket: String) throws {
    var (bounds, optima) = (0, 0)
    for seed in 0..<80 as Range<UInt64> {
      for weight in ["", "\n    weight: 4"] {
        let text = RandomCurriculum(seed: seed, groups: 1 + Int(seed % 2)).text
        let source = SourceText(
          file: "random.yaml",
          text: text + "  - together: {of: \(subject), in: \(bucket)}\(weight)\n"
        )
        // Some have fewer sessions than are named.
        guard let problem = try? Problem(Curriculum.parse(source).curriculum),
          let all = BruteForce(problem, limit: 3_000)
        else { continue }
        switch verdict(problem) {
        case .impossible: #expect(all.optimum == nil, "seed \(seed)")
        case .bound(let bound):
          #expect(bound <= all.optimum ?? .max, "seed \(seed)")
          guard let optimum = all.optimum else { continue }
          bounds += bound
          optima += optimum
        }
      }
    }
    #expect(bounds > 0)
    #expect(bounds * 10 >= optima * 2)
  }

  @Test func `pairs that stay together need a week each`() throws {
    var pairs = Impossible(
      blocks: "- {every: Monday, from: 10:00, to: 12:00}",
      groups: "- {id: g, name: Group, size: 20}",
      sessions: (0..<8).map { "- {id: a\($0), title: A, minutes: 35}\n" }.joined(),
      constraints: (0..<4).map {
        "- together: {of: [a\(2 * $0), a\(2 * $0 + 1)], in: week}\n"
      }.joined()
    )
    var bound = BlockBound(try pairs.problem())
    guard case .impossible = bound.raise(to: .max, steps: 1_000, shouldStop: { false }) else {
      Issue.record("a week takes three sessions, so one pair, and there are three weeks")
      return
    }
    pairs.constraints.replace("week}", with: "week}\n  weight: 3")
    bound = BlockBound(try pairs.problem())
    guard case .bound(3) = bound.raise(to: .max, steps: 1_000_000, shouldStop: { false }) else {
      Issue.record("one pair is held in two weeks")
      return
    }
  }

  @Test func `what breaks leave no time for is refuted at once`() throws {
    let problem = try Impossible(
      blocks: "- {every: Monday, from: 10:00, to: 13:00}",
      groups: "- {id: g, name: Group, size: 20}",
      sessions: (0..<4).map {
        "- {id: a\($0), title: A, minutes: \($0 < 3 ? 45 : 30)}\n"
      }.joined(),
      constraints: """
        - together: {of: each module, in: week}
        - break: {of: each group, after: 100 minutes, least: 20 minutes}
        """
    ).problem()
    var bound = BlockBound(problem)
    guard case .impossible = bound.raise(to: .max, steps: 1_000, shouldStop: { false }) else {
      Issue.record("a block takes 150 of the 165 minutes")
      return
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `it is never above what the exact method finds`(seed: UInt64) throws {
    let problem = try RandomCurriculum(seed: seed).problem()
    guard case .found(let best) = Solver(problem).exactly(steps: 3_000_000), best.isOptimal else {
      return
    }
    guard case .bound(let bound) = verdict(problem) else {
      Issue.record("a timetable can be held")
      return
    }
    #expect(bound <= best.cost)
  }

  @Test func `steps that do not suffice leave a lower bound, and more raise it`() throws {
    let problem = try twoGroups.problem()
    var bound = BlockBound(problem)
    guard case .bound(let first) = bound.raise(to: .max, steps: 1, shouldStop: { false }),
      case .bound(let second) = bound.raise(to: .max, steps: 20_000_000, shouldStop: { false })
    else {
      Issue.record("a timetable can be held")
      return
    }
    #expect(first <= second)
    #expect(second == 12)
  }

  @Test(arguments: [1, 2, 3])
  func `making a choice of blocks cheaper never proves more than is true`(groups: Int) throws {
    var choices = 0
    for seed in 0..<60 as Range<UInt64> {
      let problem = try RandomCurriculum(seed: seed, groups: groups).problem()
      guard let all = BruteForce(problem, limit: 5_000) else { continue }
      var bound = BlockBound(problem)
      guard case .bound = bound.raise(to: .max, steps: 1, shouldStop: { false }) else { continue }
      let hasChoice = bound.descend(from: nil, below: .max, steps: 300_000) { false }
      guard let optimum = all.optimum else { continue }
      #expect(bound.bound <= optimum, "seed \(seed)")
      guard hasChoice, let chosen = bound.chosen else { continue }
      choices += 1
      let timetable = Search.timetable(of: problem, in: chosen, byMoves: 2_000)
      #expect(timetable.placements.count == problem.sessions.count)
    }
    #expect(choices > 2)
  }

  @Test
  func `a choice of blocks that reaches the bound is found wherever there is one`() throws {
    var reached = [0, 0, 0]
    for (seed, groups) in (0..<150 as Range<UInt64>).flatMap({ seed in (1...3).map { (seed, $0) } })
    {
      let problem = try RandomCurriculum(seed: seed, groups: groups).problem()
      guard let all = BruteForce(problem, limit: 5_000), let optimum = all.optimum else { continue }
      var bound = BlockBound(problem)
      guard case .bound(optimum) = bound.raise(to: .max, steps: 20_000_000, shouldStop: { false })
      else { continue }
      guard let found = bound.timetable(of: problem, byMoves: 20_000) else {
        Issue.record("no blocks are chosen for seed \(seed)")
        continue
      }
      reached[groups - 1] += 1
      #expect(problem.cost(of: found) == Cost(hard: 0, soft: optimum), "seed \(seed)")
      // What was only tried proves nothing.
      #expect(bound.bound == optimum, "seed \(seed)")
    }
    #expect(reached.allSatisfy { $0 > 2 })
  }

  @Test(arguments: [3, 4])
  func `where rooms of other days matter, other choices of blocks are tried`(good: Int) throws {
    let weeks = [2, 3, 4].filter { $0 != good }.map {
      "2026-03-\(7 * $0 - 5 < 10 ? "0" : "")\(7 * $0 - 5)"
    }
    let text = """
      curriculum: rooms
      title: Rooms
      edition: "1"
      zone: Europe/Vienna
      starts: 2026-03-02
      weeks: 4
      blocks:
        - {every: Monday, from: 09:00, to: 10:00}
      rooms:
        - {id: r0, name: First, seats: 20, closed: [\(weeks.joined(separator: ", "))]}
        - {id: r1, name: Second, seats: 20, closed: [2026-03-02]}
      groups:
        - {id: g, name: G, size: 10}
      trainers:
        - {id: t0, name: First, zone: Europe/Vienna, alternates: [t1]}
        - {id: t1, name: Second, zone: Europe/Vienna, away: [{from: 2026-03-01, to: 2026-04-01}]}
      modules:
        - id: m1
          title: One
          sessions:
            - {id: s0, title: S, kind: lecture, minutes: 60, trainers: [t0]}
            - {id: s1, title: S, kind: lecture, minutes: 60, trainers: [t0]}
      constraints:
        - {pin: {session: s0, at: 2026-03-02T09:00}}
        - {one-room: trainer t0, weight: 1}

      """
    let problem = try RandomCurriculum.problem(of: text)
    var bound = BlockBound(problem)
    guard case .bound(0) = bound.raise(to: .max, steps: 1_000_000, shouldStop: { false }) else {
      Issue.record("no bound of 0")
      return
    }
    let first = bound.chosen
    let placed = bound.timetable(of: problem, byMoves: 2_000)
    let found = try #require(placed)
    #expect(bound.chosen != first)
    #expect(problem.cost(of: found) == .zero)
  }

  @Test func `what all blocks together have no time for is refuted at once`() throws {
    var full = twoGroups
    full.others = ""
    full.sessions = (0..<14).map {
      "- {id: a\($0), title: A, minutes: 90, groups: [g], trainers: [ann]}\n"
    }.joined()
    var bound = BlockBound(try full.problem())
    guard case .impossible = bound.raise(to: .max, steps: 1_000, shouldStop: { false }) else {
      Issue.record("a block takes one session of ninety minutes, and there are too few blocks")
      return
    }
  }

  @Test func `sessions that leave a part of their last step free are not refuted`() throws {
    let problem = try Problem(
      curriculum: """
        curriculum: steps
        title: Steps
        zone: Europe/Vienna
        starts: 2026-03-02
        weeks: 1
        grid: 30
        blocks:
          - {on: 2026-03-02, from: 10:00, to: 11:30}
        groups:
          - {id: g, name: Group, size: 20}
        modules:
          - id: m
            title: M
            sessions:
              - {id: a, title: A, minutes: 40}
              - {id: b, title: B, minutes: 20}

        """
    )
    guard case .bound(0) = verdict(problem) else {
      Issue.record("40 minutes from 10:00 and 20 from 11:00 fit")
      return
    }
  }

  /// Two groups with three sessions of an hour each, all by Ann, who would rather come for one a week.
  private var twoGroups: Impossible {
    Impossible(
      blocks: """
        - {every: Monday, from: 10:00, to: 12:00}
        - {every: Friday, from: 10:00, to: 12:00}
        """,
      groups: """
        - {id: g, name: Group, size: 20}
        - {id: h, name: Other group, size: 20}
        """,
      trainers: "- {id: ann, name: Ann}",
      sessions: (0..<3).map {
        "- {id: a\($0), title: A, minutes: 60, groups: [g], trainers: [ann]}\n"
      }.joined(),
      others: (0..<3).map {
        "- {id: b\($0), title: B, minutes: 60, groups: [h], trainers: [ann]}\n"
      }.joined(),
      constraints: "- load: {of: trainer ann, per: week, most: 1 session}\n  weight: 4"
    )
  }

  @Test func `two groups that share a trainer are proved optimal, or impossible`() async throws {
    let problem = try twoGroups.problem()
    guard case .laidOut(let solution) = try await Solver(problem).solve(seed: 1) else {
      Issue.record("a timetable can be held")
      return
    }
    #expect(solution.isOptimal)
    #expect(solution.cost == 12)
    let closed = twoGroups.constraintsReplaced(
      by: "- load: {of: trainer ann, per: week, most: 1 session}"
    )
    guard case .infeasible(let conflict) = try await Solver(closed.problem()).solve(seed: 1) else {
      Issue.record("six sessions do not fit into three weeks")
      return
    }
    #expect(conflict.isMinimal)
  }
}

extension Impossible {
  /// The same with other constraints.
  fileprivate func constraintsReplaced(by constraints: String) -> Impossible {
    var other = self
    other.constraints = constraints
    return other
  }
}
