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
}
