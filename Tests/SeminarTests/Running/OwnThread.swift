import Foundation

/// Does something in a thread of its own, so that other tests go on while it waits for a time.
///
/// Swift runs as many tests at once as there are cores, and goes on with one that waits only after all
/// others that were started. So what waits for seconds neither keeps a thread of Swift's nor gives way.
///
/// - Throws: What it throws.
func inOwnThread(_ body: @escaping @Sendable () throws -> Void) async throws {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}
