import Foundation
import Synchronization

/// A run of the command through pipes; a class, because the process is one thing.
///
/// Foundation's own processes are not used: begun on hundreds of threads at once they crash.
final class SittingProcess {
  /// How a run ended.
  struct Ended {
    /// The exit status; `nil` for a signal.
    let status: Int32?
    let output: String
    let error: String
  }

  /// Held while pipes are made and a program is started, so that no other program inherits them.
  private static let starting = Mutex(())

  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private let errorFile: String
  private var isInputOpen = true
  private var text = ""
  private var unsearched = ""

  /// Starts the command.
  init(_ arguments: [String], in folder: SittingFolder) throws {
    errorFile = folder.path + "/errors-\(UUID().uuidString)"
    (process, input, output) = try Self.starting.withLock { [errorFile] _ in
      let (typed, written) = (try Self.pipe(), try Self.pipe())
      defer {
        close(typed.reading)
        close(written.writing)
      }
      let process = try Self.spawn(
        [folder.seminar] + arguments,
        in: folder.path,
        descriptors: (typed.reading, written.writing),
        errorFile: errorFile
      )
      return (process, typed.writing, written.reading)
    }
  }

  deinit {
    if isInputOpen { close(input) }
    close(output)
    try? FileManager.default.removeItem(atPath: errorFile)
  }

  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe Foundation.pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ command: [String],
    in workspace: String,
    descriptors: (input: Int32, output: Int32),
    errorFile: String
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, descriptors.input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, descriptors.output, 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, errorFile, O_CREAT | O_WRONLY, 0o600)
    let arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    let environment = unsafe [
      unsafe strdup("LANG=C.UTF-8"), unsafe strdup("SEMINAR_WORKSPACE=\(workspace)"), nil,
    ]
    defer {
      for index in command.indices { unsafe free(arguments[index]) }
      for index in 0..<2 { unsafe free(environment[index]) }
    }
    var process = pid_t()
    let code = unsafe posix_spawn(
      &process,
      command[0],
      &actions,
      nil,
      arguments,
      environment
    )
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    return process
  }

  /// Types lines.
  func type(_ lines: String) {
    var rest = Array(lines.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until the program has written some words after the last that were awaited; `false` when
  /// it ended first.
  func wait(for words: String) -> Bool {
    while true {
      if let range = unsearched.firstRange(of: words) {
        unsearched = String(unsearched[range.upperBound...])
        return true
      }
      guard let more = read() else { return false }
      unsearched += more
    }
  }

  /// What the program has written since; `nil` at the end of its output.
  private func read() -> String? {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Foundation.read(output, buffer.baseAddress, buffer.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      let more = String(decoding: bytes.prefix(count), as: UTF8.self)
      text += more
      return more
    }
  }

  /// Kills the program; one that has ended stays as it ended.
  func kill() {
    _ = Foundation.kill(process, SIGKILL)
  }

  /// Ends the input and waits for the program's end.
  func end() throws -> Ended {
    if isInputOpen { close(input) }
    isInputOpen = false
    while read() != nil {}
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Ended(
      status: status & 0x7f == 0 ? (status >> 8) & 0xff : nil,
      output: text,
      error: try String(contentsOfFile: errorFile, encoding: .utf8)
    )
  }
}
