import Dispatch
import Glibc
import Synchronization

/// Kills a process and everything that it started, unless it ends in time.
final class TimeLimit: Sendable {
  private enum State { case running, killed, ended }

  private let process: Int32
  private let state = Mutex(State.running)

  /// Begins to count the time.
  ///
  /// - Parameters:
  ///   - limit: How long the process may take.
  ///   - process: Its identifier, which is that of its group too.
  init(_ limit: Duration, for process: Int32) {
    self.process = process
    Self.clock.asyncAfter(deadline: .now() + .milliseconds(Int(limit / .milliseconds(1)))) {
      [weak self] in self?.kill()
    }
  }

  /// Waits for the end, and goes on as soon as that comes.
  ///
  /// - Returns: How the process ended, as `waitpid` tells it; `nil` where it was killed.
  func waitForEnd() -> Int32? {
    // It stays known to the system, so that no other process gets its identifier and is killed.
    var end = unsafe siginfo_t()
    while unsafe waitid(P_PID, id_t(process), &end, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    let wasKilled = state.withLock { state in
      defer { state = .ended }
      return state == .killed
    }
    var status: Int32 = 0
    _ = unsafe waitpid(process, &status, 0)
    return wasKilled ? nil : status
  }

  private func kill() {
    state.withLock { state in
      guard state == .running else { return }
      Glibc.kill(-process, SIGKILL)
      state = .killed
    }
  }

  private static let clock = DispatchQueue(label: "time limits")
}
