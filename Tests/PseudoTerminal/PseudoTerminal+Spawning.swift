internal import Foundation
internal import Glibc

extension PseudoTerminal {
  /// A new terminal: the descriptor from which it is controlled, and the path of its other end.
  ///
  /// The C library's `openpty` would let programs that are started at the same time inherit both.
  static func open() throws -> (controller: Int32, path: String) {
    let controller = unsafe Glibc.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (isLocked, number): (Int32, UInt32) = (0, 0)
    guard controller >= 0, unsafe ioctl(controller, setLock, &isLocked) == 0,
      unsafe ioctl(controller, getNumber, &number) == 0
    else {
      let reason = reason(errno)
      if controller >= 0 { close(controller) }
      throw NotStarted(reason: reason)
    }
    return (controller, "/dev/pts/\(number)")
  }

  /// Linux's requests `TIOCSPTLCK` and `TIOCGPTN`, which are not in Swift's module.
  private static let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)

  /// `POSIX_SPAWN_SETSID` of the C library, which is not in Swift's module.
  private static let newSession: Int32 = 0x80

  /// Starts a program as the leader of a session whose terminal is the one given.
  static func spawn(
    _ arguments: [String],
    _ environment: [String: String],
    on terminal: String,
    in directory: String?
  ) throws -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session's leader opens becomes the session's own.
    unsafe posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(Self.newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    )
    // The C library's own way to change the folder is not in Swift's module.
    let words = directory.map { ["/usr/bin/env", "-C", $0] + arguments } ?? arguments
    let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var process: Int32 = 0
    let code = unsafe withCStrings(words) { argv in
      unsafe withCStrings(variables) { envp in
        unsafe posix_spawn(&process, words[0], &actions, &attributes, argv, envp)
      }
    }
    guard code == 0 else { throw NotStarted(reason: reason(code)) }
    return process
  }

  /// Lends strings as a C array that ends with a null pointer.
  private static func withCStrings<Result>(
    _ strings: [String],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let array = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: strings.count + 1
    )
    for (index, string) in strings.enumerated() {
      unsafe (array + index).initialize(to: strdup(string))
    }
    unsafe (array + strings.count).initialize(to: nil)
    defer {
      for index in strings.indices { unsafe free(array[index]) }
      unsafe array.deallocate()
    }
    return unsafe body(array)
  }

  private static func reason(_ code: Int32) -> String {
    unsafe String(cString: strerror(code))
  }
}

extension PseudoTerminal {
  /// The path of a program that this package builds, which lies beside the running tests.
  public static func built(_ name: String) -> String {
    // The tests are loaded from the build folder, or are a program in it.
    for candidate in CommandLine.arguments + [Bundle.main.executablePath ?? ""] {
      guard let end = candidate.ranges(of: "/seminarPackageTests").first else { continue }
      let folder = String(candidate[..<end.lowerBound])
      if FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
        return "\(folder)/\(name)"
      }
    }
    return "\(FileManager.default.currentDirectoryPath)/.build/debug/\(name)"
  }
}
