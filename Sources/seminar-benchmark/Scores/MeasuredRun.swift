import Foundation

/// One run of a program: how long it took, and the most memory that it had in use.
///
/// Linux counts towards the memory of a program what the one that started it had in use. So a launcher
/// starts it, which itself has little: this program with the command ``LaunchCommand``.
struct MeasuredRun: Codable {
  /// In seconds.
  let seconds: Double
  /// How long processors worked, in seconds.
  let processorSeconds: Double
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
  ///   - launcher: The path of `seminar-benchmark`.
  /// - Throws: `POSIXError` when it cannot be started.
  init(
    _ command: [String],
    output: String,
    environment: [String: String] = [:],
    launcher: String = Self.ownProgram
  ) throws {
    let report = output + ".measured"
    let usual = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    let process = try ChildProcess(
      [launcher, LaunchCommand.name, report] + command,
      output: output,
      environment: usual.merging(environment) { $1 }
    )
    guard process.wait().status == 0 else { throw POSIXError(.ENOENT) }
    let bytes = try Data(contentsOf: URL(filePath: report))
    self = try JSONDecoder().decode(Self.self, from: bytes)
  }

  /// Runs a program to its end, with the output and the variables of this one.
  init(launching command: [String]) throws {
    let start = ContinuousClock.now
    let end = try ChildProcess(command).wait()
    seconds = (ContinuousClock.now - start) / .seconds(1)
    processorSeconds = [end.usage.ru_utime, end.usage.ru_stime].reduce(0) { sum, time in
      sum + Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
    memory = Double(end.usage.ru_maxrss) / 1024
    status = end.status
  }

  /// The path of this program.
  static var ownProgram: String { Bundle.main.executablePath ?? CommandLine.arguments[0] }
}
