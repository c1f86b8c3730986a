import Foundation
import Glibc

/// The one way in which files are written: under a name that nobody can guess, whole and on the disk,
/// and only then under their own.
///
/// Pages, tables and messages name people, so at most the group may read them, whatever the umask
/// allows; a stricter umask counts.
struct NewFile {
  /// The most that anybody may do with a file: its owner reads and writes, its group reads.
  static let permissions: mode_t = 0o640
  /// The most that anybody may do with a folder.
  static let folderPermissions: mode_t = 0o750

  /// Where the bytes are until they get their own name.
  let path: String

  /// Writes bytes beside a path.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - target: The file's own path, which is left alone here.
  /// - Throws: `POSIXError`, or what Foundation throws; then nothing is left behind.
  init(_ bytes: Data, for target: String) throws {
    try self.init(for: target) { handle, _ in try handle.write(contentsOf: bytes) }
  }

  /// Writes beside a path what is put together piece by piece.
  ///
  /// - Parameters:
  ///   - target: The file's own path, which is left alone here.
  ///   - fill: Writes the whole content, to the open file or by its path.
  /// - Throws: `POSIXError`, or what the filling throws; then nothing is left behind.
  init(for target: String, filling fill: (FileHandle, _ path: String) throws -> Void) throws {
    let path = Self.folder(of: target) + "/" + Self.draftName()
    try Self.create(at: path, permissions: Self.permissions(replacing: target)) { handle in
      try fill(handle, path)
    }
    self.path = path
  }

  /// Gives the file its own name.
  ///
  /// A link at that name is replaced, not followed.
  ///
  /// - Parameters:
  ///   - target: The name.
  ///   - replacing: Whether what has the name already is replaced.
  /// - Throws: `POSIXError`, with `EEXIST` where something has the name and must stay; the draft is then
  ///   still there.
  func take(_ target: String, replacing: Bool) throws {
    var isDone = false
    if !replacing {
      // Unlike a new name for the file, a second one is refused where there is something.
      isDone = unsafe link(path, target) == 0
      if isDone {
        discard()
      } else if errno == EEXIST || Self.exists(target) {
        throw POSIXError(.EEXIST)
      }
    }
    // Not every file system lets a file have two names.
    if !isDone { isDone = unsafe rename(path, target) == 0 }
    guard isDone else { throw Self.lastError }
    Self.synchronizeFolder(Self.folder(of: target))
  }

  /// Takes the draft away.
  func discard() {
    _ = unsafe unlink(path)
  }
}

extension NewFile {
  /// A hidden name that nobody can guess.
  static func draftName() -> String {
    let chance = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
    return ".seminar-\(chance).new"
  }

  /// Whether a name is one of those that only a program which broke off leaves behind.
  static func isDraftName(_ name: String) -> Bool {
    name.hasPrefix(".seminar-") && name.hasSuffix(".new")
  }

  /// Creates a file where there is nothing, not even a link, and writes bytes to the disk.
  static func create(
    _ bytes: Data,
    at path: String,
    permissions: mode_t = Self.permissions
  ) throws {
    try create(at: path, permissions: permissions) { try $0.write(contentsOf: bytes) }
  }

  private static func create(
    at path: String,
    permissions: mode_t,
    _ fill: (FileHandle) throws -> Void
  ) throws {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = unsafe open(path, flags, permissions)
    guard descriptor >= 0 else { throw lastError }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try fill(handle)
      // What cannot be synchronised, such as a file in memory, need not be.
      if fsync(descriptor) != 0, ![EINVAL, ENOTSUP].contains(errno) { throw lastError }
      try handle.close()
    } catch {
      _ = unsafe unlink(path)
      throw error
    }
  }

  /// Makes a folder and those above it, where there are none.
  static func makeFolders(_ path: String) throws {
    guard !isFolder(path) else { return }
    let above = folder(of: path)
    if above != path, !above.isEmpty { try makeFolders(above) }
    do {
      try makeFolder(path)
    } catch let error as POSIXError where error.code == .EEXIST && isFolder(path) {
      return
    }
  }

  /// Makes a folder where there is nothing, for the owner and at most the group.
  static func makeFolder(_ path: String) throws {
    guard unsafe mkdir(path, folderPermissions) == 0 else { throw lastError }
  }

  /// The folder in which a path's last part lies.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// What a file may be that replaces another: never open to more people than that was.
  private static func permissions(replacing path: String) -> mode_t {
    var status = stat()
    guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return permissions
    }
    return permissions & status.st_mode
  }

  /// Makes names durable, where the file system does that.
  private static func synchronizeFolder(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    _ = close(descriptor)
  }

  private static var lastError: POSIXError {
    POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
  }
}
