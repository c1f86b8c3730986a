import Foundation
import PseudoTerminal
import Testing

@testable import seminar_benchmark

@Suite struct SittingsBenchmarkTests {
  private func folder(killed: Int, started: Int) throws -> SittingFolder {
    try SittingFolder(
      at: nil,
      seminar: PseudoTerminal.built("seminar"),
      killed: killed,
      started: started
    )
  }

  @Test func `of sittings killed at random moments nothing is lost, and no next one refused`()
    throws
  {
    let folder = try folder(killed: 4, started: 0)
    defer { folder.remove() }
    let result = try KilledSittings(in: folder, count: 60, atOnce: 4, seed: 1).run()
    #expect(result.sittings == 60)
    #expect(result.acknowledged > 0)
    #expect(result.isWell, "\(result)")
    #expect(try folder.verification().hasPrefix("whole"))
  }

  @Test func `of many who start at once nobody is turned away`() throws {
    let folder = try folder(killed: 0, started: 40)
    defer { folder.remove() }
    let result = try StartedSittings(in: folder, count: 40, rate: 100).run()
    #expect(result.acknowledged == 200)
    #expect(result.isWell, "\(result)")
    #expect(try folder.verification().hasPrefix("whole"))
  }
}
