import Foundation
import Synchronization

/// Work that waits for other programs, on threads of its own.
///
/// The threads of Swift's concurrency are as many as there are processors, and must not wait.
enum Lanes {
  /// Runs the work for each number below a count at the same time; the results in their order.
  static func run<Value: Sendable>(
    _ count: Int,
    _ work: @escaping @Sendable (Int) throws -> Value
  ) throws -> [Value] {
    let results = Mutex([Int: Swift.Result<Value, any Error>]())
    let done = DispatchGroup()
    for lane in 0..<count {
      done.enter()
      let thread = Thread {
        let result = Swift.Result { try work(lane) }
        results.withLock { $0[lane] = result }
        done.leave()
      }
      thread.stackSize = 1 << 20
      thread.start()
    }
    done.wait()
    let all = results.withLock { $0 }
    return try (0..<count).compactMap { try all[$0]?.get() }
  }
}
