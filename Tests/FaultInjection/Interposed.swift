internal import Glibc

// The calls by which files change, in place of the C library's: the linker takes those of the
// program first, also for SQLite and Foundation.

/// The C library's own functions.
enum Original {
  typealias Write = @convention(c) (Int32, UnsafeRawPointer?, Int) -> Int
  typealias WriteAt = @convention(c) (Int32, UnsafeRawPointer?, Int, Int64) -> Int
  typealias Truncate = @convention(c) (Int32, Int64) -> Int32
  typealias Descriptor = @convention(c) (Int32) -> Int32
  typealias Path = @convention(c) (UnsafePointer<CChar>?) -> Int32
  typealias TwoPaths = @convention(c) (UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> Int32

  /// The next function of a name after the program's own, as `RTLD_NEXT` finds it.
  static func function<Function>(_ name: String, as type: Function.Type) -> Function {
    guard let symbol = unsafe dlsym(UnsafeMutableRawPointer(bitPattern: -1), name) else {
      preconditionFailure("the C library has no \(name)")
    }
    return unsafe unsafeBitCast(symbol, to: type)
  }

  static let pwrite = unsafe function("pwrite64", as: WriteAt.self)
  static let plainWrite = unsafe function("write", as: Write.self)

  /// Writes bytes at an offset, or where the file is.
  static func write(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ offset: Int64?)
    -> Int
  {
    guard let offset else { return unsafe plainWrite(descriptor, bytes, count) }
    return unsafe pwrite(descriptor, bytes, count, offset)
  }
  static let ftruncate = function("ftruncate64", as: Truncate.self)
  static let fsync = function("fsync", as: Descriptor.self)
  static let fdatasync = function("fdatasync", as: Descriptor.self)
  static let unlink = unsafe function("unlink", as: Path.self)
  static let rename = unsafe function("rename", as: TwoPaths.self)
  static let link = unsafe function("link", as: TwoPaths.self)
}

/// Does a call unless a fault is due.
private func guarded<Result: SignedInteger>(_ call: Meter.Call, _ body: () -> Result) -> Result {
  if let code = unsafe Meter.admit(call) {
    errno = code
    return -1
  }
  let result = body()
  let code = errno
  Meter.complete()
  errno = code
  return result
}

@_cdecl("pwrite64")
func interposedPwrite64(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ at: Int64)
  -> Int
{
  unsafe guarded(.write(descriptor: file, bytes: bytes, count: count, offset: at)) {
    unsafe Original.pwrite(file, bytes, count, at)
  }
}

@_cdecl("pwrite")
func interposedPwrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ at: Int64) -> Int {
  unsafe interposedPwrite64(file, bytes, count, at)
}

@_cdecl("write")
func interposedWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe guarded(.write(descriptor: file, bytes: bytes, count: count, offset: nil)) {
    unsafe Original.plainWrite(file, bytes, count)
  }
}

@_cdecl("ftruncate64") func interposedTruncate64(_ file: Int32, _ size: Int64) -> Int32 {
  unsafe guarded(.descriptor(file)) { Original.ftruncate(file, size) }
}

@_cdecl("ftruncate") func interposedTruncate(_ file: Int32, _ size: Int64) -> Int32 {
  interposedTruncate64(file, size)
}

@_cdecl("fsync") func interposedSync(_ file: Int32) -> Int32 {
  unsafe guarded(.descriptor(file)) { Original.fsync(file) }
}

@_cdecl("fdatasync") func interposedDataSync(_ file: Int32) -> Int32 {
  unsafe guarded(.descriptor(file)) { Original.fdatasync(file) }
}

@_cdecl("unlink") func interposedUnlink(_ path: UnsafePointer<CChar>?) -> Int32 {
  unsafe guarded(.path(path)) { unsafe Original.unlink(path) }
}

@_cdecl("rename")
func interposedRename(_ path: UnsafePointer<CChar>?, _ other: UnsafePointer<CChar>?) -> Int32 {
  unsafe guarded(.path(path)) { unsafe Original.rename(path, other) }
}

@_cdecl("link")
func interposedLink(_ path: UnsafePointer<CChar>?, _ other: UnsafePointer<CChar>?) -> Int32 {
  unsafe guarded(.path(path)) { unsafe Original.link(path, other) }
}
