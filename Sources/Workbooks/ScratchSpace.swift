#if XLSX
  internal import Foundation
  internal import Glibc

  /// Room for what is written before a file is packed.
  enum ScratchSpace {
    /// `O_TMPFILE`, which Swift's own C library module does not offer.
    private static let namelessFile: Int32 = 0o20_000_000 | O_DIRECTORY

    /// Takes the room for a moment, and gives it back.
    ///
    /// - Throws: What the system says where there is not so much.
    static func check(bytes: Int, in folder: String) throws(WorkbookFault) {
      let flags = O_WRONLY | namelessFile | O_CLOEXEC
      let descriptor = unsafe open(folder, flags, 0o600)
      // Not every file system has files without a name; then the room is not known.
      guard descriptor >= 0 else { return }
      defer { _ = close(descriptor) }
      let code = posix_fallocate(descriptor, 0, bytes)
      guard [0, EINVAL, EOPNOTSUPP].contains(code) else {
        throw .unwritten(POSIXErrorCode(rawValue: code))
      }
    }
  }
#endif
