import Curricula
import Diagnostics
import Foundation
import Testing
import Timetabling

@testable import seminar_benchmark

/// A programme of ten weeks when trainers cannot come; the benchmark asks this of each of its sessions.
@Suite struct AbsenceTrialTests {
  private static let trial = Task {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Tests/Benchmarks/ten-weeks.yaml").path
    return try await AbsenceTrial(Curriculum.parse(read(path)).curriculum, seed: 1)
  }

  @Test(arguments: [("w5s1", 1), ("w7s3", 6), ("w9s1", 1)])
  func `a real absence changes as few sessions as is proved, and none of the past`(
    session: String,
    changed: Int
  ) async throws {
    let trial = try await Self.trial.value
    let published = try #require(trial.published.first { $0.session == session })
    let row = await trial.row(for: published, notice: 7)
    #expect(row.least?.all == changed)
    #expect(row.disturbance == row.bound)
    #expect(!row.changesPast)
    #expect(row.held > 0)
  }

  @Test func `an absence that nothing can mend is told as such`() async throws {
    let trial = try await Self.trial.value
    let opening = try #require(trial.published.first { $0.session == "w1s2" })
    let row = await trial.row(for: opening, notice: 7)
    #expect(row.least == nil)
    #expect(row.description.hasSuffix("| none exists |"))
  }
}
