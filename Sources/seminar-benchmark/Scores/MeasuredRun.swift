import Foundation

/// One run of a program: how long it took, and the most memory that it had in use.
struct MeasuredRun {
  /// In seconds.
  let seconds: Double
  /// In mebibytes.
  let memory: Double
  /// The exit status; `nil` after a signal.
  let status: Int32?

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - command: The program's path and its arguments.
  ///   - output: The file that its standard output goes to; it is replaced.
  ///   - environment: Variables, besides the path and the language.
  /// - Throws: `POSIXError` when it cannot be started.
  init(_ command: [String], output: String, environment: [String: String] = [:]) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let creation = O_CREAT | O_WRONLY | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, creation, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, output + ".errors", creation, 0o600)
    let arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    let variables = ["LANG=C.UTF-8", "PATH=/usr/bin:/bin"] + environment.map { "\($0)=\($1)" }
    let settings = unsafe variables.map { unsafe strdup($0) } + [nil]
    defer {
      for index in command.indices { unsafe free(arguments[index]) }
      for index in variables.indices { unsafe free(settings[index]) }
    }
    let start = ContinuousClock.now
    var process = pid_t()
    let code = unsafe posix_spawn(&process, command[0], &actions, nil, arguments, settings)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    var ended: Int32 = 0
    var usage = rusage()
    while unsafe wait4(process, &ended, 0, &usage) < 0, errno == EINTR {}
    seconds = (ContinuousClock.now - start) / .seconds(1)
    memory = Double(usage.ru_maxrss) / 1024
    status = ended & 0x7f == 0 ? (ended >> 8) & 0xff : nil
  }
}
