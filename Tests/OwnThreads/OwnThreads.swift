internal import Foundation
internal import Synchronization
public import Testing

/// Lets the tests of a suite run in threads of their own, so that others go on while these wait for
/// somebody at a terminal or for other programs.
///
/// Swift runs as many tests at once as there are cores, and one that waits keeps its thread from others.
public struct OwnThreads: SuiteTrait, TestTrait, TestScoping {
  public var isRecursive: Bool { true }

  public func scopeProvider(for test: Test, testCase: Test.Case?) -> Self? {
    testCase == nil ? nil : self
  }

  public func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withTaskExecutorPreference(Threads.shared) { try await function() }
  }
}

extension Trait where Self == OwnThreads {
  /// Lets tests run in one of the few threads of those that wait.
  public static var inOwnThreads: Self { OwnThreads() }
}

/// Some threads that take one job after another.
private final class Threads: TaskExecutor {
  /// Two, so that what waits longest does not end alone.
  static let shared = Threads(count: 2)

  private let jobs = Mutex<[UnownedJob]>([])
  private let comes = DispatchSemaphore(value: 0)

  private init(count: Int) {
    for _ in 0..<count {
      Thread.detachNewThread { [self] in
        while true {
          comes.wait()
          let job = jobs.withLock { $0.removeFirst() }
          unsafe job.runSynchronously(on: asUnownedTaskExecutor())
        }
      }
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    comes.signal()
  }
}

/// Does something in a thread of its own, so that other tests go on while it waits for a time.
///
/// - Throws: What it throws.
public func inOwnThread(_ body: @escaping @Sendable () throws -> Void) async throws {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}
