import Foundation
import Synchronization

/// Sittings that are killed, several at once, each of a participant of its own.
struct KilledSittings: Sendable {
  private let folder: SittingFolder
  private let count: Int
  private let atOnce: Int
  private let seed: UInt64

  init(in folder: SittingFolder, count: Int, atOnce: Int, seed: UInt64) {
    self.folder = folder
    self.count = count
    self.atOnce = atOnce
    self.seed = seed
  }

  /// What became of them.
  struct Result: CustomStringConvertible {
    var sittings = 0
    var killed = 0
    var acknowledged = 0
    var recorded = 0
    var lost = 0
    /// What was said to those who were turned away.
    var refusals: [String] = []

    var isWell: Bool { lost == 0 && refusals.isEmpty }

    var description: String {
      """
      killed: \(killed) of \(sittings) sittings; \(acknowledged) responses acknowledged, \
      \(recorded) recorded, \(lost) lost; \(refusals.count) commands refused
      """ + refusals.prefix(5).map { "\n  \($0)" }.joined()
    }
  }

  func run() throws -> Result {
    // How long a sitting takes when nobody kills it, to spread the moments over all of it.
    let longest =
      try Lanes.run(atOnce) { lane in
        let start = ContinuousClock.now
        _ = try sit(lane, killedAfter: nil)
        return (ContinuousClock.now - start) / .seconds(1)
      }.max() ?? 1
    let results = try Lanes.run(atOnce) { lane in
      var (lots, result) = (DrawingLots(seed: seed &+ UInt64(lane) &* 1_000_003), Result())
      for _ in 0..<(count / atOnce + (lane < count % atOnce ? 1 : 0)) {
        let moment = Double(lots.below(1_000_000)) / 1e6 * longest
        let participant = SittingFolder.killedParticipant(lane)
        let before = try folder.responses(of: participant)
        let ended = try sit(lane, killedAfter: moment)
        let acknowledged = ended.output.ranges(of: "Kept: ").count
        let recorded = try folder.responses(of: participant) - before
        result.sittings += 1
        result.killed += ended.status == nil ? 1 : 0
        result.acknowledged += acknowledged
        result.recorded += recorded
        result.lost += max(0, acknowledged - recorded)
        if let status = ended.status, status != 0 {
          result.refusals.append("status \(status): \(ended.error.prefix(200))")
        }
      }
      return result
    }
    return results.reduce(into: Result()) { sum, part in
      sum.sittings += part.sittings
      sum.killed += part.killed
      sum.acknowledged += part.acknowledged
      sum.recorded += part.recorded
      sum.lost += part.lost
      sum.refusals += part.refusals
    }
  }

  /// Sits the quiz, or goes on with it, for half of its items.
  private func sit(_ lane: Int, killedAfter seconds: Double?) throws -> SittingProcess.Ended {
    let process = try SittingProcess(
      ["quiz", "load", "--as", SittingFolder.killedParticipant(lane)],
      in: folder
    )
    process.type(String(repeating: "t\n", count: SittingFolder.items / 2) + "yes\n")
    if let seconds {
      Thread.sleep(forTimeInterval: seconds)
      process.kill()
    }
    return try process.end()
  }
}
