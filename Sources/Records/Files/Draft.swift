internal import Foundation
internal import Glibc

/// A file that is prepared under another name, next to the place where it is wanted.
///
/// Nobody else can read it or guess its name. It takes the wanted name when it is complete, in one
/// step, so that there is either nothing or the whole file under that name, whatever happens.
struct Draft {
  /// The draft's own path.
  let path: String
  /// The path that it is meant for.
  let destination: String

  /// Creates an empty file that only its owner can read and write.
  init(of destination: String) throws(SystemFailure) {
    self.destination = destination
    path = "\(destination).draft-\(UUID().uuidString)"
    try createFile(path)
  }

  /// Removes the draft with what SQLite may have kept next to it.
  func discard() {
    for ending in [""] + MarkbookFiles.companionEndings {
      _ = unsafe unlink(path + ending)
    }
  }

  /// Gives the draft its name; fails with `EEXIST` where there is a file already.
  func takeFreeName() throws(SystemFailure) {
    try complete()
    do {
      try link(path, to: destination)
    } catch {
      // Some file systems, those of memory sticks above all, know no second name of a file.
      guard [EPERM, ENOTSUP, ENOSYS].contains(error.code) else { throw error }
      guard !MarkbookFiles.exists(destination) else { throw SystemFailure(code: EEXIST) }
      try move(path, to: destination)
    }
    try remove(path)
    try synchronizeFolder(of: destination)
  }

  /// Gives the draft its name in place of the file that has it now.
  func replace() throws(SystemFailure) {
    try complete()
    try move(path, to: destination)
    try synchronizeFolder(of: destination)
  }

  /// Waits until the draft is on the disk; fails with `EIO` where it is not whole in its one file.
  ///
  /// SQLite keeps a log that it could not bring into the file when it was closed, and says nothing of
  /// it. Such a file must never get the name without the log.
  private func complete() throws(SystemFailure) {
    guard MarkbookFiles.companions(of: path).isEmpty else { throw SystemFailure(code: EIO) }
    try synchronize(path)
  }
}

/// Why the operating system refused something.
struct SystemFailure: Error, Hashable {
  let code: Int32

  /// Its own words.
  var reason: String { unsafe String(cString: strerror(code)).lowercased() }
}

/// Creates an empty file that only its owner can read and write, where nothing is yet.
func createFile(_ path: String) throws(SystemFailure) {
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw SystemFailure(code: errno) }
  close(descriptor)
}

/// Copies a file as it is into another, which is created where it is missing.
func copyBytes(of path: String, to copy: String) throws(SystemFailure) {
  if !MarkbookFiles.exists(copy) { try createFile(copy) }
  do {
    let source = try FileHandle(forReadingFrom: URL(filePath: path))
    let target = try FileHandle(forWritingTo: URL(filePath: copy))
    while let bytes = try source.read(upToCount: 1 << 20), !bytes.isEmpty {
      try target.write(contentsOf: bytes)
    }
    try target.close()
    try source.close()
  } catch {
    let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
    throw SystemFailure(code: isFull ? ENOSPC : EIO)
  }
}

/// Gives a file another name, in place of the file that has it.
func move(_ path: String, to other: String) throws(SystemFailure) {
  guard unsafe rename(path, other) == 0 else { throw SystemFailure(code: errno) }
}

/// Gives a file a second name, which nobody must have yet.
func link(_ path: String, to other: String) throws(SystemFailure) {
  guard unsafe Glibc.link(path, other) == 0 else { throw SystemFailure(code: errno) }
}

/// Removes a file; that it is not there is no failure.
func remove(_ path: String) throws(SystemFailure) {
  guard unsafe unlink(path) == 0 || errno == ENOENT else { throw SystemFailure(code: errno) }
}

/// Waits until a file is on the disk.
func synchronize(_ path: String) throws(SystemFailure) {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw SystemFailure(code: errno) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw SystemFailure(code: errno) }
}

/// Waits until the names in a file's folder are on the disk.
func synchronizeFolder(of path: String) throws(SystemFailure) {
  let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
  do {
    try synchronize(folder)
  } catch {
    // Not every file system does that for folders.
    guard [EINVAL, ENOTSUP, EACCES].contains(error.code) else { throw error }
  }
}
