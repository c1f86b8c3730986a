import Foundation
import Glibc
import PseudoTerminal
import TestFolders

/// A program that runs without a terminal: what goes in, and what came out.
///
/// Nothing of the tests' own environment reaches it. What it reads and writes are files, so that no
/// pipe can fill up; whoever wants a pipe puts one into the shell's words.
struct Program {
  var executable: String
  var arguments: [String]
  var directory: String
  /// All variables there are.
  var environment: [String: String] = [:]
  /// What stands on standard input.
  var input = Data()
  /// What must not go away before the program has run, such as its folder.
  var keeping: AnyObject?

  /// How a program ended, and what it wrote.
  struct Ended {
    /// The exit status; for a signal 128 and its number, as shells say it.
    let status: Int32
    let output: String
    let error: String
  }

  /// The program did not end in time, or could not be started.
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// The built command.
  static let seminar = PseudoTerminal.built("seminar")

  /// Runs the program to its end; kills it and everything it started when it takes too long.
  func run(within limit: Duration = .seconds(180)) throws -> Ended {
    let scratch = try Scratch()
    try input.write(to: URL(filePath: scratch.path("input")))
    let process = try spawn(scratch)
    guard let status = TimeLimit(limit, for: process).waitForEnd() else {
      throw Failed(
        description: "\(arguments) took longer than \(limit); it wrote: \(scratch.text("output"))"
      )
    }
    let signal = status & 0x7F
    return Ended(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
      output: scratch.text("output"),
      error: scratch.text("error")
    )
  }

  /// The same program, started by a shell that does something first.
  ///
  /// In its words, `"$@"` stands for the program with its arguments.
  func through(_ words: String) -> Program {
    var shell = self
    shell.executable = "/bin/sh"
    shell.arguments = ["-c", words, "sh", executable] + arguments
    shell.environment["PATH"] = "/usr/local/bin:/usr/bin:/bin"
    return shell
  }
}

extension Program {
  /// The files that stand for the three standard streams; a class, because they go away with it.
  private final class Scratch {
    private let folder: String

    init() throws {
      folder = TestFolder.path("streams")
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true
      )
    }

    deinit {
      try? FileManager.default.removeItem(atPath: folder)
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    func text(_ name: String) -> String {
      String(decoding: FileManager.default.contents(atPath: path(name)) ?? Data(), as: UTF8.self)
    }
  }

  private func spawn(_ scratch: Scratch) throws -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    let new = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 0, scratch.path("input"), O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, scratch.path("output"), new, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, scratch.path("error"), new, 0o600)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    )
    let words = ["/usr/bin/env", "-C", directory, executable] + arguments
    var argv = unsafe words.map { unsafe strdup($0) } + [nil]
    var envp =
      unsafe environment.sorted { $0.key < $1.key }.map { unsafe strdup("\($0)=\($1)") }
      + [nil]
    defer {
      for index in unsafe argv.indices { unsafe free(argv[index]) }
      for index in unsafe envp.indices { unsafe free(envp[index]) }
    }
    var process: Int32 = 0
    let code = unsafe posix_spawn(&process, words[0], &actions, &attributes, &argv, &envp)
    guard code == 0 else {
      throw Failed(description: "cannot start: \(unsafe String(cString: strerror(code)))")
    }
    return process
  }
}

extension Program.Ended {
  /// All that somebody sees of the end, as golden files keep it.
  var transcript: String {
    let noise = error.isEmpty ? "" : "─── standard error ───\n" + Self.ended(error)
    // The head of a markbook follows from random salts.
    return (Self.ended(output) + noise + "─── exit status \(status) ───\n")
      .replacing(/[0-9a-f]{32}:[0-9]+:[0-9a-f]{64}/, with: "SITE:POSITION:HASH")
      // The rules of time zones come with the toolchain or the system.
      .replacing(/zone rules: .+/, with: "zone rules: RULES")
      .replacing(/"zoneRules" : ".+"/, with: "\"zoneRules\" : \"RULES\"")
      .replacing(/(Rules of time zone[s:\s]+)20[0-9]{2}[a-z]/) { "\($0.1)RULES" }
  }

  /// The text with a sign where the end of its last line is missing.
  private static func ended(_ text: String) -> String {
    text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? text : text + "⏎\n"
  }
}
