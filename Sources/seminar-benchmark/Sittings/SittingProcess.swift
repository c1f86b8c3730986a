import Foundation

/// A run of the command through pipes; a class, because the process is one thing.
final class SittingProcess {
  /// How a run ended.
  struct Ended {
    /// The exit status; `nil` for a signal.
    let status: Int32?
    let output: String
    let error: String
  }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let errorFile: String
  private var text = ""
  private var searched = 0

  /// Starts the command.
  init(_ arguments: [String], in folder: SittingFolder) throws {
    errorFile = folder.path + "/errors-\(UUID().uuidString)"
    try Data().write(to: URL(filePath: errorFile))
    process.executableURL = URL(filePath: folder.seminar)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ["LANG": "C.UTF-8"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errorFile))
    try process.run()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: errorFile)
  }

  /// Types lines.
  func type(_ lines: String) {
    try? input.fileHandleForWriting.write(contentsOf: Data(lines.utf8))
  }

  /// Waits until the program has written some words after the last that were awaited; `false` when
  /// it ended first.
  func wait(for words: String) -> Bool {
    while true {
      if let range = text.dropFirst(searched).ranges(of: words).first {
        searched = text.distance(from: text.startIndex, to: range.upperBound)
        return true
      }
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { return false }
      text += String(decoding: data, as: UTF8.self)
    }
  }

  /// Kills the program, unless it has ended.
  func kill() {
    guard process.isRunning else { return }
    _ = Foundation.kill(process.processIdentifier, SIGKILL)
  }

  /// Ends the input and waits for the program's end.
  func end() throws -> Ended {
    try? input.fileHandleForWriting.close()
    text += String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(),
      as: UTF8.self
    )
    process.waitUntilExit()
    return Ended(
      status: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: text,
      error: try String(contentsOfFile: errorFile, encoding: .utf8)
    )
  }
}
