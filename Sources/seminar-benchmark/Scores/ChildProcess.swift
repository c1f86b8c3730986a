import Foundation

/// A program that runs beside this one.
struct ChildProcess {
  private let number: pid_t

  /// What Linux says of a program that has ended.
  struct End {
    /// The exit status; `nil` after a signal.
    let status: Int32?
    /// What it used.
    let usage: rusage
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - command: The program's path and its arguments.
  ///   - output: The file that its standard output goes to, which is replaced, beside one for its errors;
  ///     `nil` where both go to those of this program.
  ///   - environment: All its variables; those of this program unless it is said otherwise.
  /// - Throws: `POSIXError` when it cannot be started.
  init(
    _ command: [String],
    output: String? = nil,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    if let output {
      let creation = O_CREAT | O_WRONLY | O_TRUNC
      unsafe posix_spawn_file_actions_addopen(&actions, 1, output, creation, 0o600)
      unsafe posix_spawn_file_actions_addopen(&actions, 2, output + ".errors", creation, 0o600)
    }
    let variables = environment.map { "\($0)=\($1)" }
    let arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    let settings = unsafe variables.map { unsafe strdup($0) } + [nil]
    defer {
      for index in command.indices { unsafe free(arguments[index]) }
      for index in variables.indices { unsafe free(settings[index]) }
    }
    var process = pid_t()
    let code = unsafe posix_spawn(&process, command[0], &actions, nil, arguments, settings)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    number = process
  }

  /// Waits until it has ended.
  func wait() -> End {
    var ended: Int32 = 0
    var usage = rusage()
    while unsafe wait4(number, &ended, 0, &usage) < 0, errno == EINTR {}
    return End(status: ended & 0x7f == 0 ? (ended >> 8) & 0xff : nil, usage: usage)
  }
}
