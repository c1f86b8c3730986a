import Curricula
import Diagnostics
import Foundation
import Testing

@testable import Timetabling

/// What the choice of blocks proves of the times of a day.
@Suite struct DayBoundTests {
  /// A curriculum made by chance with one more constraint; with a day of three blocks, or its own blocks.
  private func problem(_ seed: UInt64, _ constraint: String, threeBlocks: Bool) throws -> Problem {
    var text = RandomCurriculum(seed: seed, groups: 1 + Int(seed % 3)).text
    if threeBlocks, let first = text.range(of: "blocks:\n"), let end = text.range(of: "groups:\n") {
      let hours = [("10:00", "11:00"), ("11:00", "12:00"), ("14:00", "15:00")]
      let blocks = hours.map { "  - {every: Monday, weeks: [1], from: \($0), to: \($1)}\n" }
      text.replaceSubrange(first.upperBound..<end.lowerBound, with: blocks.joined())
    }
    let source = SourceText(file: "random.yaml", text: text + constraint)
    return try Problem(Curriculum.parse(source).curriculum)
  }

  private func bound(_ problem: Problem) -> Int? {
    var bound = BlockBound(problem)
    switch bound.raise(to: .max, steps: 20_000_000, shouldStop: { false }) {
    case .impossible: return nil
    case .bound(let bound): return bound
    }
  }

  @Test(arguments: [
    "not-isolated: each group", "not-isolated: each trainer", "not-idle: each group",
    "not-idle: each trainer", "not-idle: all sessions",
    "break: {of: each group, after: 40 minutes, least: 20 minutes}",
    "break: {of: each trainer, after: 60 minutes, least: 30 minutes}",
    "apart: {of: all sessions, least: 2 days}", "apart: {of: all sessions, least: 8 days}",
    "times: {of: all sessions, from: \"10:30\"}", "not-in-a-row: all sessions",
    "last: module m1", "spread: {of: all sessions, least: 12 days}", "even-load: each group",
    "load: {of: each group, per: week, least: 9 sessions}",
  ])
  func `what is alone, idle or without a break is bounded truly`(constraint: String) throws {
    var raised = 0
    // Only between two other blocks, time of a block is idle whatever happens within them.
    let threeBlocks = constraint.hasPrefix("not-idle")
    for seed in 0..<150 as Range<UInt64> {
      let without = try bound(problem(seed, "", threeBlocks: threeBlocks))
      for weight in ["", "    weight: 3\n"] {
        let problem = try problem(
          seed,
          "  - \(constraint)\n\(weight)",
          threeBlocks: threeBlocks
        )
        guard let all = BruteForce(problem, limit: 4_000) else { continue }
        let bound = bound(problem)
        if let bound {
          #expect(bound <= all.optimum ?? .max, "seed \(seed)")
        } else {
          #expect(all.optimum == nil, "seed \(seed)")
        }
        if let without, bound ?? .max > without { raised += 1 }
      }
    }
    #expect(raised > 0)
  }

  @Test func `sessions that are alike are learnt of together`() throws {
    // Two days with three blocks of 90 minutes: two sessions of 60 minutes leave 30 minutes idle between
    // them, three leave 60, and five sessions can only be three and two.
    let sessions = (0..<5).map {
      "      - {id: s\($0), title: S, kind: lecture, minutes: 60, groups: [a], trainers: [t]}\n"
    }
    let text = """
      curriculum: alike
      title: Alike
      edition: "1"
      zone: Europe/Vienna
      starts: 2026-09-07
      weeks: 2
      grid: 60
      blocks:
        - {every: Tuesday, from: 09:00, to: 10:30}
        - {every: Tuesday, from: 11:00, to: 12:30}
        - {every: Tuesday, from: 14:00, to: 15:30}
      groups:
        - {id: a, name: Group, size: 10}
      trainers:
        - {id: t, name: Trainer, zone: Europe/Vienna}
      modules:
        - id: m
          title: Module
          sessions:
      \(sessions.joined())
      constraints:
        - {not-idle: group a, weight: 3}
      """
    let problem = try Problem(
      Curriculum.parse(SourceText(file: "alike.yaml", text: text)).curriculum
    )
    var bound = BlockBound(problem)
    _ = bound.raise(to: .max, steps: 20_000_000, shouldStop: { false })
    let (least, laidOut) = (bound.bound, bound.byDays.map(problem.cost(of:)))
    #expect(least == 3 * 90)
    #expect(laidOut == Cost(hard: 0, soft: 3 * 90))
  }

  @Test func `what times add to the cost of blocks is learnt day by day`() throws {
    let daily = [
      "not-isolated: each group", "not-idle: each group", "not-in-a-row: all sessions",
      "times: {of: all sessions, from: \"10:30\"}",
      "break: {of: each group, after: 40 minutes, least: 20 minutes}",
      "apart: {of: all sessions, least: 5 days}", "last: module m1", "even-load: each group",
      "spread: {of: all sessions, least: 12 days}",
      "load: {of: each group, per: week, least: 9 sessions}",
    ]
    var (exact, all) = (0, 0)
    for seed in 0..<60 as Range<UInt64> {
      for constraint in daily {
        var text = RandomCurriculum(seed: seed, groups: 2 + Int(seed % 2)).text
        let start = try #require(text.range(of: "constraints:\n"))
        text.removeSubrange(start.upperBound...)
        text += "  - {\(constraint), weight: 3}\n"
        let source = SourceText(file: "random.yaml", text: text)
        let problem = try Problem(Curriculum.parse(source).curriculum)
        guard let optimum = BruteForce(problem, limit: 4_000)?.optimum else { continue }
        let bound = try #require(self.bound(problem), "seed \(seed)")
        #expect(bound <= optimum, "seed \(seed), \(constraint)")
        all += 1
        if bound == optimum { exact += 1 }
      }
    }
    #expect(all > 20)
    #expect(exact == all)
  }
}
