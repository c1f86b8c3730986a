import Curricula
import Diagnostics
import Testing

@testable import Timetabling
@testable import seminar_benchmark

/// What the choice of blocks knows of sessions that are held exactly then, there and by them.
@Suite struct PinnedBlocksTests {
  /// A line that pins a session to some of the time, the room and the trainers of one of its placements.
  private func pin(in problem: Problem, _ parts: Int, _ lots: inout DrawingLots) -> String? {
    let curriculum = problem.curriculum
    let session = lots.below(problem.sessions.count)
    let facts = problem.sessions[session]
    var keys = ["session: \(curriculum.sessions[session].id)"]
    if parts & 1 > 0 {
      let block = lots.below(problem.blocks.count)
      let starts = Array(problem.starts(of: session, in: block))
      guard !starts.isEmpty else { return nil }
      let time = TimeOfDay(onClock: lots.one(of: starts))
      keys.append("at: \(problem.blocks[block].date)T\(time)")
    }
    if parts & 2 > 0 {
      guard !facts.rooms.isEmpty else { return nil }
      keys.append("room: \(curriculum.rooms[lots.one(of: facts.rooms)].id)")
    }
    if parts & 4 > 0 {
      let trainers = lots.one(of: facts.teams).trainers.map { curriculum.trainers[$0].id }
      keys.append("trainers: [\(trainers.joined(separator: ", "))]")
    }
    return "  - pin: {\(keys.joined(separator: ", "))}\n"
  }

  /// Small problems with two pins, of the kinds that some numbers from 1 to 7 say; some with weights.
  private func problems(_ parts: Int, count: UInt64) throws -> [(seed: UInt64, problem: Problem)] {
    try (0..<count).compactMap { seed in
      let plain = RandomCurriculum(seed: seed, groups: 1 + Int(seed % 2))
      var lots = DrawingLots(seed: seed)
      let problem = try plain.problem()
      guard let first = pin(in: problem, parts, &lots), let second = pin(in: problem, 7, &lots)
      else { return nil }
      let weight = lots.one(of: ["", "    weight: 3\n"])
      let text = plain.text + first + weight + second + lots.one(of: ["", "    weight: 2\n"])
      return (seed, try RandomCurriculum.problem(of: text))
    }
  }

  private func bound(_ problem: Problem) -> Int? {
    var bound = BlockBound(problem)
    switch bound.raise(to: .max, steps: 20_000_000, shouldStop: { false }) {
    case .impossible: return nil
    case .bound(let bound): return bound
    }
  }

  @Test(arguments: 1...7)
  func `pins are bounded truly`(parts: Int) throws {
    var judged = 0
    for (seed, problem) in try problems(parts, count: 120) {
      guard let all = BruteForce(problem, limit: 5_000) else { continue }
      judged += 1
      guard let bound = bound(problem) else {
        #expect(all.optimum == nil, "seed \(seed)")
        continue
      }
      #expect(bound <= all.optimum ?? .max, "seed \(seed)")
    }
    #expect(judged > 3)
  }

  /// Without what sessions decide together, the least cost of blocks is the least cost.
  @Test(arguments: 1...7)
  func `what each session costs by itself is known exactly`(parts: Int) throws {
    var (judged, costs) = (0, 0)
    for (seed, problem) in try problems(parts, count: 120) {
      let alone = problem.with(
        constraints: problem.constraints.filter {
          switch $0.shape.outlook {
          case .single, .holding: true
          case .overlaps, .amounts, .days, .growing, .several: false
          }
        }
      )
      guard let all = BruteForce(alone, limit: 5_000) else { continue }
      judged += 1
      costs += all.optimum ?? 0
      #expect(bound(alone) == all.optimum, "seed \(seed)")
    }
    #expect(judged > 3)
    #expect(costs > 0)
  }

  @Test func `two sessions that are pinned to one room at one time are refuted`() throws {
    let clash = Impossible(
      groups: """
        - {id: g, name: Group, size: 20}
        - {id: h, name: Other group, size: 20}
        """,
      rooms: "- {id: hall, name: Hall}\n- {id: nook, name: Nook}",
      sessions: """
        - {id: a, title: A, minutes: 60, groups: [g]}
        - {id: b, title: B, minutes: 60, groups: [h]}
        """,
      constraints: """
        - pin: {session: a, at: 2026-03-02T10:00, room: hall}
        - pin: {session: b, at: 2026-03-02T10:30, room: hall}
        """
    )
    #expect(bound(try clash.problem()) == nil)
    let beside = try clash.problem(replacing: [("10:30, room: hall", "10:30, room: nook")])
    #expect(bound(beside) == 0)
  }
}
