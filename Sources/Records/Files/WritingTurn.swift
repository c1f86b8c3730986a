internal import Foundation
internal import Glibc
internal import Synchronization

/// A turn to write to a file, for which programs queue in the kernel instead of asking again and again.
///
/// SQLite lets those who find a file busy only ask again. Hundreds who ask every few milliseconds take
/// the processor from the one who writes, and the one who has waited longest may be overtaken for
/// ever. So whoever means to write first takes a lock of `flock(2)` on the file's folder, which the
/// kernel hands on. SQLite's own locks decide as before; where the folder cannot be locked, as on
/// some network disks, they decide alone.
///
/// Patience ends when nobody has written for as long as it lasts: in a long queue that moves on,
/// everybody's turn comes.
final class WritingTurn {
  private let descriptor: Int32

  /// Waits for the turn to write to a markbook; `nil` when another program keeps it.
  init?(at file: String, patience: Patience) {
    let path = MarkbookFiles.realPath(of: file)
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else {
      return
    }
    guard waits(patience, forWritersOf: path + "-wal") else { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Waits on a thread of its own, since a lock of the kernel knows no limit of time.
  private func waits(_ patience: Patience, forWritersOf log: String) -> Bool {
    // The thread keeps a second descriptor of the same lock, so that one given up too late ends too.
    let own = dup(descriptor)
    guard own >= 0 else { return true }
    let isTaken = DispatchSemaphore(value: 0)
    let thread = Thread {
      while flock(own, LOCK_EX) != 0, errno == EINTR {}
      close(own)
      isTaken.signal()
    }
    thread.stackSize = 1 << 17
    thread.start()
    if isTaken.wait(timeout: .now() + patience.quiet.seconds) == .success { return true }
    patience.notice()
    var seen = Self.lastWrite(to: log)
    var limit = patience.limit - patience.quiet
    while isTaken.wait(timeout: .now() + limit.seconds) != .success {
      let present = Self.lastWrite(to: log)
      guard present != seen else { return false }
      (seen, limit) = (present, patience.limit)
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

extension Duration {
  /// The length in seconds.
  fileprivate var seconds: Double { self / .seconds(1) }
}
