internal import Glibc

/// A lock on a file by which SQLite, in any process, takes it for written to by somebody else.
///
/// It is on the bytes on which SQLite puts its own locks, which every program that has a markbook open
/// keeps: source: *Database File Format* and `os.h` of SQLite, `PENDING_BYTE`. A class, because the
/// lock ends with it.
final class FileLock {
  private static let firstByte = 0x4000_0000
  private static let byteCount = 512
  /// Linux's `F_OFD_SETLK`, which is not in Swift's module: a lock of the open file, not of the
  /// process, which would lose it by closing any other descriptor of the file.
  private static let setLock: Int32 = 37

  private var descriptor: Int32

  /// Locks a file; `nil` when others use it for as long as patience lasts.
  init?(on path: String, patience: Patience) throws(SystemFailure) {
    descriptor = unsafe open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    let wait = Wait(patience)
    var tries = 0
    while !isLocked() {
      guard wait.goesOn(after: tries) else {
        release()
        return nil
      }
      tries += 1
    }
  }

  deinit { release() }

  /// Ends the lock.
  func release() {
    guard descriptor >= 0 else { return }
    close(descriptor)
    descriptor = -1
  }

  private func isLocked() -> Bool {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(Self.firstByte)
    lock.l_len = off_t(Self.byteCount)
    return unsafe fcntl(descriptor, Self.setLock, &lock) == 0
  }
}
