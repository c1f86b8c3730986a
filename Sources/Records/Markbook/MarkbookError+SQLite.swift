internal import Foundation
internal import GRDB
internal import Glibc

extension MarkbookError {
  /// Sorts a failure of the storage; the text never contains the values of a statement.
  init(_ error: any Error, file: String, waited: Duration) {
    switch error {
    case let error as MarkbookError: self = error
    case let error as DatabaseError:
      let fault = Fault(error, waited: waited)
      if case .inputOutput = fault, Self.isDiskFull(at: file) {
        self.init(.full, file: file)
      } else {
        self.init(fault, file: file)
      }
    case let altered as AlteredRecord:
      self.init(.altered(site: altered.site, position: altered.position), file: file)
    default: self.init(.damaged("a row is not as expected"), file: file)
    }
  }

  /// Whether the disk of a file has no room left; SQLite says of its shared index only that it could
  /// not be written.
  private static func isDiskFull(at file: String) -> Bool {
    var status = statvfs()
    let folder = URL(filePath: MarkbookFiles.realPath(of: file)).deletingLastPathComponent()
    let path = folder.path(percentEncoded: false)
    return unsafe statvfs(path, &status) == 0 && status.f_bavail * status.f_frsize < 65_536
  }
}

extension MarkbookError.Fault {
  fileprivate init(_ error: DatabaseError, waited: Duration) {
    let words = error.message ?? "code \(error.extendedResultCode.rawValue)"
    if error.extendedResultCode == .SQLITE_READONLY_DBMOVED {
      self = .moved
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(after: waited)
    case .SQLITE_FULL: self = .full
    case .SQLITE_NOTADB: self = .notADatabase
    case .SQLITE_READONLY: self = .unwritable
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .unreadable
    case .SQLITE_CORRUPT: self = .damaged(words)
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: self = .refused(words)
    case .SQLITE_ERROR: self = .damaged(words)
    default: self = .inputOutput(words)
    }
  }
}

extension MarkbookError.Fault {
  /// What it means that the operating system did not write a file.
  init(_ failure: SystemFailure) {
    switch failure.code {
    case ENOSPC, EDQUOT, EFBIG: self = .full
    case EEXIST: self = .inTheWay([])
    case EACCES, EPERM, EROFS:
      self = .notCreated("you do not have permission to write to its folder")
    case ENOENT, ENOTDIR: self = .notCreated("its folder is missing")
    default: self = .inputOutput(failure.reason)
    }
  }
}
