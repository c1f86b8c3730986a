import Testing

@testable import Timetabling
@testable import seminar_benchmark

/// Curricula at the edge of what people write.
struct ExtremeCurriculumTests {
  private func curriculum(
    weeks: Int = 2,
    blocks: String = "{every: Monday, from: 10:00, to: 12:00}",
    groups: String = "[{id: g, name: G, size: 5}]",
    trainers: String = "[{id: t, name: T, zone: Europe/Vienna}]",
    sessions: [String],
    constraints: String = "[]"
  ) -> String {
    """
    curriculum: edge
    title: Edge
    edition: "1"
    zone: Europe/Vienna
    starts: 2026-03-02
    weeks: \(weeks)
    blocks: [\(blocks)]
    groups: \(groups)
    trainers: \(trainers)
    modules:
      - id: m
        title: M
        sessions:
    \(sessions.map { "      - {title: S, kind: lecture, trainers: [t], \($0)}" }
      .joined(separator: "\n"))
    constraints: \(constraints)
    """
  }

  private func cost(_ text: String) async throws -> Int? {
    switch try await Solver(Problem(curriculum: text)).solve(seed: 1) {
    case .laidOut(let solution):
      #expect(solution.isOptimal)
      return solution.cost
    case .infeasible: return nil
    }
  }

  @Test(arguments: [1, 2, 3])
  func `where every session is longer than every block, there is no timetable`(groups: Int)
    async throws
  {
    let names = (0..<groups).map { "g\($0)" }
    let text = curriculum(
      groups: "[\(names.map { "{id: \($0), name: G, size: 5}" }.joined(separator: ", "))]",
      sessions: (0..<6).map { "id: s\($0), minutes: 180, groups: [\(names[$0 % groups])]" },
      constraints: "[{even-load: each group, weight: 1}, {last: s1, weight: 2}]"
    )
    let outcome = try await Solver(Problem(curriculum: text)).solve(seed: 1)
    guard case .infeasible = outcome else {
      Issue.record("it is impossible")
      return
    }
  }

  @Test func `one session without any constraint costs nothing`() async throws {
    #expect(try await cost(curriculum(sessions: ["id: a, minutes: 60"])) == 0)
  }

  @Test func `without groups sessions of one trainer are still held one at a time`() async throws {
    let sessions = (1...5).map { "id: a\($0), minutes: 60" }
    let text = curriculum(groups: "[]", sessions: sessions)
    #expect(try Track(Problem(curriculum: text)) != nil)
    #expect(try await cost(text) == nil)
    let fewer = curriculum(groups: "[]", sessions: Array(sessions.prefix(4)))
    #expect(try await cost(fewer) == 0)
  }

  @Test func `a trainer with no day leaves no timetable`() async throws {
    let trainers =
      "[{id: t, name: T, zone: Europe/Vienna, away: [{from: 2026-03-01, to: 2026-03-31}]}]"
    #expect(try await cost(curriculum(trainers: trainers, sessions: ["id: a, minutes: 60"])) == nil)
  }

  @Test func `orders in a circle leave no timetable`() async throws {
    let orders = "[{order: {from: a, to: b}}, {order: {from: b, to: c}}, {order: {from: c, to: a}}]"
    let sessions = ["id: a, minutes: 20", "id: b, minutes: 20", "id: c, minutes: 20"]
    #expect(try await cost(curriculum(sessions: sessions, constraints: orders)) == nil)
    let soft = orders.replacing("}}", with: "}, weight: 3}")
    #expect(try await cost(curriculum(sessions: sessions, constraints: soft)) == 3)
  }

  @Test func `sessions kept together by days and orders are held on one day`() async throws {
    let constraints = """
      [{together: {of: [a, d], in: day}}, {order: {from: a, to: b}}, {order: {from: b, to: d}},
       {order: {from: c, to: b, least: 1 days}}]
      """
    let sessions = ["a", "b", "c", "d"].map { "id: \($0), minutes: 30" }
    let problem = try Problem(curriculum: curriculum(sessions: sessions, constraints: constraints))
    let track = try #require(Track(problem))
    #expect(track.units.map(\.set.count) == [1, 3])
    guard case .laidOut(let solution) = try await Solver(problem).solve(seed: 1) else {
      Issue.record("no timetable")
      return
    }
    #expect(solution.timetable.placements.map(\.block) == [1, 1, 0, 1])
  }

  @Test func `weights of 2 to the 40th add up without overflow`() async throws {
    let sessions = (1...6).map { "id: a\($0), minutes: 40" }
    let constraints = """
      [{spread: {of: trainer t, most: 0 days}, weight: 1099511627776},
       {load: {of: all sessions, per: day, most: 0 minutes}, weight: 1099511627776},
       {load: {of: all sessions, per: programme, least: 1000000 minutes}, weight: 1099511627776},
       {span: {of: all sessions, most: 0 days}, weight: 1099511627776},
       {apart: {of: all sessions, least: 1000000 days}, weight: 1099511627776}]
      """
    let problem = try Problem(
      curriculum: curriculum(sessions: sessions, constraints: constraints)
    )
    guard case .laidOut(let solution) = try await Solver(problem).solve(within: brief, seed: 1)
    else {
      Issue.record("no timetable")
      return
    }
    #expect(solution.cost == .max)
    #expect(solution.bound <= solution.cost)
  }

  private let brief = Solver.Limits(steps: 2_000_000, moves: 20_000)

  @Test func `a weight of 0 is as good as no constraint`() async throws {
    let constraints = "[{load: {of: all sessions, per: day, most: 0 minutes}, weight: 0}]"
    let sessions = ["id: a, minutes: 60", "id: b, minutes: 60"]
    #expect(try await cost(curriculum(sessions: sessions, constraints: constraints)) == 0)
  }

  @Test(.timeLimit(.minutes(10)))
  func `a thousand blocks are no difficulty`() throws {
    let sessions = (1...12).map { "id: a\($0), minutes: 60" }
    let constraints = "[{span: {of: all sessions, most: 0 days}, weight: 1}]"
    let blocks = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
      .map { "{every: \($0), from: 10:00, to: 13:00}" }.joined(separator: ", ")
    let text = curriculum(
      weeks: 200,
      blocks: blocks,
      sessions: sessions,
      constraints: constraints
    )
    let problem = try Problem(curriculum: text)
    #expect(problem.blocks.count == 1_000)
    guard case .found(let solution) = Solver(problem).exactly(widths: [4]) else {
      Issue.record("no timetable")
      return
    }
    #expect(solution.cost == 3)
  }

  @Test(.timeLimit(.minutes(10)))
  func `five thousand sessions for one block are refused at once`() throws {
    let sessions = (1...5_000).map { "id: a\($0), minutes: 60" }
    let problem = try Problem(
      curriculum: curriculum(
        weeks: 1,
        blocks: "{on: 2026-03-02, from: 10:00, to: 12:00}",
        sessions: sessions
      )
    )
    #expect(Track(problem) == nil)
    #expect(TrackCover(problem).bound(steps: 1_000_000) { false } == nil)
  }

  @Test(.timeLimit(.minutes(10)))
  func `of hundreds of sessions for one block a few are told`() throws {
    let sessions = (1...500).map { "id: a\($0), minutes: 50" }
    let problem = try Problem(
      curriculum: curriculum(
        weeks: 1,
        blocks: "{on: 2026-03-02, from: 10:00, to: 12:00}",
        sessions: sessions
      )
    )
    let conflict = try #require(Solver(problem).explainConflict())
    #expect(conflict.isMinimal)
    #expect(
      conflict.lines.map(\.sentence) == [
        "'a1' (50), 'a2' (50) and 'a3' (50) take 150 minutes together; the only block has 120"
      ]
    )
    #expect(conflict.repairs.isEmpty)
  }

  @Test func `a trainer with no day is told with every day that would help`() async throws {
    let trainers =
      "[{id: t, name: T, zone: Europe/Vienna, away: [{from: 2026-03-01, to: 2026-03-31}]}]"
    let text = curriculum(trainers: trainers, sessions: ["id: a, minutes: 60"])
    let conflict = try #require(Solver(Problem(curriculum: text)).explainConflict())
    #expect(
      conflict.lines.map(\.sentence) == [
        "T cannot come from 1 March 2026 to 31 March 2026", "'a' is held by T",
      ]
    )
    #expect(
      conflict.repairs.map(\.sentence) == [
        "let T also come on 2 March 2026", "let T also come on 9 March 2026",
        "let somebody else hold 'a'",
      ]
    )
  }

  @Test(.timeLimit(.minutes(10)))
  func `sixty free sessions end within the steps allowed`() throws {
    let sessions = (1...60).map { "id: a\($0), minutes: 20" }
    let constraints = """
      [{break: {of: each group, after: 50 minutes, least: 10 minutes}},
       {apart: {of: all sessions, least: 3 days}, weight: 1}]
      """
    let problem = try Problem(
      curriculum: curriculum(
        weeks: 20,
        blocks: "{every: Monday, from: 10:00, to: 12:00}",
        sessions: sessions,
        constraints: constraints
      )
    )
    switch Solver(problem).exactly(steps: 200_000) {
    case .found(let solution): #expect(solution.bound <= solution.cost)
    case .open(let bound): #expect(bound >= 0)
    case .none: Issue.record("there are timetables")
    }
  }

  @Test func `whoever asks to stop is answered`() async throws {
    let problem = try GeneratedProgramme(sessions: 40, seed: 1).problem()
    let verdict = Solver(problem).exactly { true }
    guard case .open(let bound) = verdict else {
      Issue.record("nothing can be known yet")
      return
    }
    #expect(bound == 0)
  }
}
