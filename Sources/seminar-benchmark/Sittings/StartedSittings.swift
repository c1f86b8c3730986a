import Foundation
import Synchronization

/// Many participants who start at a steady rate and respond to some items.
struct StartedSittings: Sendable {
  /// How many items each responds to.
  private static let responses = 5

  private let folder: SittingFolder
  private let count: Int
  private let rate: Double

  init(in folder: SittingFolder, count: Int, rate: Double) {
    self.folder = folder
    self.count = count
    self.rate = rate
  }

  /// One participant's sitting.
  private struct Sat: Sendable {
    var acknowledged = 0
    var slowest = 0.0
    var refusal: String?
  }

  /// What became of them.
  struct Result: CustomStringConvertible {
    var count: Int
    var acknowledged: Int
    var lost: Int
    var refusals: [String]
    /// The longest time from a response to its acknowledgement, in seconds.
    var slowest: Double
    /// How long single commits of SQLite took meanwhile, in seconds, ascending.
    var commits: [Double]
    /// How long they took before, with nobody sitting.
    var idleCommits: [Double]

    var isWell: Bool { lost == 0 && refusals.isEmpty }

    var description: String {
      """
      started: \(count - refusals.count) of \(count); \(acknowledged) responses acknowledged, \
      \(lost) lost; \(refusals.count) turned away
      slowest acknowledgement: \(slowest.rounded(to: 3)) s; one raw commit of SQLite meanwhile: \
      median \((commits.median ?? 0).rounded(to: 4)) s, slowest \((commits.last ?? 0).rounded(to: 3)) s; \
      with nobody sitting: median \((idleCommits.median ?? 0).rounded(to: 4)) s
      """ + refusals.prefix(5).map { "\n  \($0)" }.joined()
    }
  }

  func run() throws -> Result {
    let raw = try RawCommits(in: folder.path)
    let idle = try (0..<100).map { _ in try raw.commit() }
    let isOver = Mutex(false)
    let commits = Mutex([Double]())
    let measuring = Thread {
      while !isOver.withLock({ $0 }) {
        if let seconds = try? raw.commit() { commits.withLock { $0.append(seconds) } }
        Thread.sleep(forTimeInterval: 0.02)
      }
    }
    measuring.start()
    let start = ContinuousClock.now
    let sat = try Lanes.run(count) { number in
      let due = start + .seconds(Double(number) / rate)
      let pause = (due - .now) / .seconds(1)
      if pause > 0 { Thread.sleep(forTimeInterval: pause) }
      return try sit(number)
    }
    isOver.withLock { $0 = true }
    var lost = 0
    for (number, sat) in sat.enumerated() {
      let recorded = try folder.responses(of: SittingFolder.participant(number))
      lost += max(0, sat.acknowledged - recorded)
    }
    return Result(
      count: count,
      acknowledged: sat.reduce(0) { $0 + $1.acknowledged },
      lost: lost,
      refusals: sat.compactMap(\.refusal),
      slowest: sat.map(\.slowest).max() ?? 0,
      commits: commits.withLock { $0 }.sorted(),
      idleCommits: idle.sorted()
    )
  }

  private func sit(_ number: Int) throws -> Sat {
    let process = try SittingProcess(
      ["quiz", "load", "--as", SittingFolder.participant(number)],
      in: folder
    )
    var sat = Sat()
    for _ in 0..<Self.responses where process.wait(for: "(true or false): ") {
      let start = ContinuousClock.now
      process.type("t\n")
      guard process.wait(for: "Kept: ") else { break }
      sat.acknowledged += 1
      sat.slowest = max(sat.slowest, (ContinuousClock.now - start) / .seconds(1))
    }
    let ended = try process.end()
    if ended.status != 0 || sat.acknowledged < Self.responses {
      let status = ended.status.map { "status \($0)" } ?? "killed"
      sat.refusal = "\(status): \(ended.error.prefix(200))"
    }
    return sat
  }
}
