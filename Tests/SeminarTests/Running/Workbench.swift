import Foundation
import PseudoTerminal
import TestFolders

/// A folder in which one test runs the command; a class, because it is removed at the test's end.
final class Workbench {
  let folder: String

  /// An empty folder.
  init() throws {
    folder = TestFolder.path("seminar")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// A folder with the small course of the tests: a curriculum and two quizzes.
  static func joinery() throws -> Workbench {
    let bench = try Workbench()
    for name in ["curricula", "quizzes"] {
      try FileManager.default.copyItem(
        atPath: "\(fixtures)/workspace/\(name)",
        toPath: bench.path(name)
      )
    }
    return bench
  }

  /// A folder with a programme of two groups that uses every constraint.
  static func everything() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(
      fixture("everything/curricula/everything.yaml"),
      to: "curricula/everything.yaml"
    )
    return bench
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The folder with the files of the tests.
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(component: "Fixtures").path

  /// The folder of the package, which is the workspace of the real programme.
  static let package = URL(filePath: fixtures).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The text of a file of the tests.
  static func fixture(_ name: String) throws -> String {
    try String(contentsOfFile: "\(fixtures)/\(name)", encoding: .utf8)
  }

  /// The path of something in the folder.
  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Writes a file, with the folders it lies in.
  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  /// Writes a file, with the folders it lies in.
  func write(_ bytes: Data, to name: String) throws {
    let file = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try bytes.write(to: file)
  }

  /// Replaces a text in a file, which must be there.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let text = try text(of: name)
    guard text.contains(old) else {
      throw Program.Failed(description: "'\(old)' is not in \(name)")
    }
    try write(text.replacing(old, with: new), to: name)
  }

  /// The text of a file in the folder.
  func text(of name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// The command with arguments, to be run in the folder.
  func command(
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:]
  ) -> Program {
    Program(
      executable: Program.seminar,
      arguments: arguments,
      directory: folder,
      environment: environment,
      input: Data(input.utf8),
      keeping: self
    )
  }

  /// Runs the command in the folder.
  func seminar(
    _ arguments: String...,
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> Program.Ended {
    try command(arguments, input: input, environment: environment).run()
  }

  /// Runs lines of a shell in the folder.
  func script(_ text: String) throws -> Program.Ended {
    try Program(
      executable: "/bin/sh",
      arguments: ["-c", text],
      directory: folder,
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"],
      keeping: self
    ).run()
  }

  /// Starts the command on a terminal of its own.
  func sit(
    _ arguments: [String],
    environment: [String: String] = [:],
    columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      running: Program.seminar,
      arguments,
      environment: environment,
      in: folder,
      columns: columns
    )
    terminal.keeping = self
    return terminal
  }

  /// Starts a sitting on a terminal of its own, and answers yes where it asks whether to begin.
  func begin(
    _ arguments: [String],
    environment: [String: String] = [:],
    columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = try sit(arguments, environment: environment, columns: columns)
    try terminal.answer("yes", ifAsked: "Begin now? (yes or no): ")
    return terminal
  }

  /// Starts an interactive shell in the folder, on a terminal of its own.
  func shell() throws -> PseudoTerminal {
    let shell = try PseudoTerminal(
      running: "/bin/bash",
      ["--norc", "--noprofile", "-i"],
      environment: ["PS1": "shell$ ", "HISTFILE": ""],
      in: folder
    )
    try shell.wait(for: "shell$ ")
    return shell
  }

  /// Everything in the folder: names, kinds, permissions and contents.
  func contents() throws -> [String: Entry] {
    var entries: [String: Entry] = [:]
    let manager = FileManager.default
    for case let name as String in manager.enumerator(atPath: folder) ?? .init() {
      let attributes = try manager.attributesOfItem(atPath: path(name))
      entries[name] = Entry(
        kind: attributes[.type] as? FileAttributeType,
        permissions: (attributes[.posixPermissions] as? NSNumber)?.intValue,
        bytes: manager.contents(atPath: path(name))
      )
    }
    return entries
  }

  /// Something in a folder.
  struct Entry: Hashable, CustomStringConvertible {
    let kind: FileAttributeType?
    let permissions: Int?
    let bytes: Data?

    var description: String { "\(kind?.rawValue ?? "?") of \(bytes?.count ?? 0) bytes" }
  }
}
