internal import Foundation
internal import Glibc
internal import Synchronization

/// A turn to write to a file, for which programs queue in the kernel instead of asking again and again.
///
/// SQLite lets those who find a file busy only ask again. Hundreds who ask every few milliseconds take
/// the processor from the one who writes, and the one who has waited longest may be overtaken for
/// ever. So whoever means to write first takes one of the user's semaphores, chosen by the number of
/// the file: Linux hands it on in the order of arrival, and takes it back from a program that is
/// killed. (Locks on files are not handed on: a newcomer may take them before the first of the queue
/// is awake.) SQLite's own locks decide as before; for programs of other users, and where there are
/// no semaphores, they decide alone.
///
/// Patience ends when nobody has written for as long as it lasts: in a long queue that moves on,
/// everybody's turn comes. Source: `semop(2)` and `sysvipc(7)` of Linux.
final class WritingTurn: Sendable {
  /// How many semaphores a user has; that two files share one does no harm.
  private static let count = 64
  private static let undone = Int16(SEM_UNDO)

  /// The semaphores; `nil` where nobody queues.
  private let semaphores: Int32?
  private let number: UInt16

  /// Waits for the turn to write to a markbook; `nil` when another program keeps it.
  init?(at file: String, patience: Patience) {
    let path = MarkbookFiles.realPath(of: file)
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      (semaphores, number) = (nil, 0)
      return
    }
    number = UInt16(status.st_ino % UInt(Self.count))
    let key = key_t(0x534D_0000 | (geteuid() & 0xFFFF))
    let found = semget(key, Int32(Self.count), IPC_CREAT | 0o600)
    guard found >= 0 else {
      semaphores = nil
      return
    }
    switch Self.take(number, of: found, waits: false) {
    case .taken: semaphores = found
    case .unavailable: semaphores = nil
    case .busy:
      let log = path + "-wal"
      guard Self.wait(for: number, of: found, patience, writersOf: log) else { return nil }
      semaphores = found
    }
  }

  deinit {
    if let semaphores { Self.release(number, of: semaphores) }
  }

  private enum Outcome {
    case taken
    case busy
    /// There is nothing to wait for: somebody has removed the semaphores, say.
    case unavailable
  }

  /// Makes a semaphore 1 that is 0, or waits until it is.
  private static func take(_ number: UInt16, of semaphores: Int32, waits: Bool) -> Outcome {
    let flags = waits ? 0 : Int16(IPC_NOWAIT)
    while true {
      var steps = [
        sembuf(sem_num: number, sem_op: 0, sem_flg: flags),
        sembuf(sem_num: number, sem_op: 1, sem_flg: flags | undone),
      ]
      if unsafe semop(semaphores, &steps, steps.count) == 0 { return .taken }
      switch errno {
      case EINTR: continue
      case EAGAIN: return .busy
      default: return .unavailable
      }
    }
  }

  private static func release(_ number: UInt16, of semaphores: Int32) {
    var step = sembuf(sem_num: number, sem_op: -1, sem_flg: undone | Int16(IPC_NOWAIT))
    _ = unsafe semop(semaphores, &step, 1)
  }

  /// Waits in the queue on a thread of its own, because the kernel's queue knows no limit of time.
  private static func wait(
    for number: UInt16,
    of semaphores: Int32,
    _ patience: Patience,
    writersOf log: String
  ) -> Bool {
    let place = Place()
    let thread = Thread {
      _ = take(number, of: semaphores, waits: true)
      if !place.serve() { release(number, of: semaphores) }
    }
    thread.stackSize = 1 << 17
    thread.start()
    if place.isServed(within: patience.quiet) { return true }
    patience.notice()
    var seen = lastWrite(to: log)
    while !place.isServed(within: patience.limit) {
      let present = lastWrite(to: log)
      if present == seen { return !place.leave() }
      seen = present
    }
    return true
  }

  /// When a file was last written to, in nanoseconds; `nil` when it is not there.
  private static func lastWrite(to path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }
}

/// Somebody's place in the queue of those who mean to write.
private final class Place: Sendable {
  private enum State {
    case queued, served, left
  }

  private let state = Mutex(State.queued)
  private let called = DispatchSemaphore(value: 0)

  /// Says that the turn has come; `false` when nobody waits for it any more.
  func serve() -> Bool {
    let isWanted = state.withLock { state in
      guard state == .queued else { return false }
      state = .served
      return true
    }
    called.signal()
    return isWanted
  }

  /// Whether the turn comes within a time.
  func isServed(within limit: Duration) -> Bool {
    called.wait(timeout: .now() + limit / .seconds(1)) == .success
  }

  /// Gives the place up; `false` when the turn has come at this very moment.
  func leave() -> Bool {
    state.withLock { state in
      guard state == .queued else { return false }
      state = .left
      return true
    }
  }
}
