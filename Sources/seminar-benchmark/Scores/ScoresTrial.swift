import Foundation

/// Exports of one markbook by `seminar` and by `sqlite3`, in turn.
struct ScoresTrial {
  /// The medians of a series of runs.
  struct Figures: CustomStringConvertible {
    let name: String
    /// In seconds.
    let seconds: Double
    /// How long processors worked, in seconds.
    let processorSeconds: Double
    /// The most of any run, in mebibytes.
    let memory: Double
    /// How many lines were written.
    let lines: Int
    /// The seconds of `sqlite3` and the median of the pairs' ratios; `nil` where it was not run.
    var beside: (seconds: Double, ratio: Double, lines: Int)?
    /// What else there is to say.
    var note = ""

    var description: String {
      var text =
        "\(name): \(seconds.rounded(to: 3)) s, \(processorSeconds.rounded(to: 3)) s of work, "
        + "\(memory.rounded(to: 0)) MiB, \(lines) lines"
      if let beside {
        text +=
          "; sqlite3 \(beside.seconds.rounded(to: 3)) s, \(beside.lines) lines; "
          + "ratio \(beside.ratio.rounded(to: 2))"
      }
      return note.isEmpty ? text : "\(text); \(note)"
    }
  }

  /// A run that did not end well.
  struct Failed: Error, CustomStringConvertible {
    let command: String
    let words: String

    var description: String { "'\(command)' failed: \(words)" }
  }

  private let workspace: GeneratedWorkspace
  private let seminar: String
  private let shell: String?
  private let launcher: String

  init(
    in workspace: GeneratedWorkspace,
    seminar: String,
    shell: String? = Self.installedShell,
    launcher: String = MeasuredRun.ownProgram
  ) {
    self.workspace = workspace
    self.seminar = seminar
    self.shell = shell
    self.launcher = launcher
  }

  /// SQLite's shell, where it is installed.
  static var installedShell: String? {
    ["/usr/bin/sqlite3", "/usr/local/bin/sqlite3"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// The two exports.
  func comparisons(runs: Int, _ show: (Figures) -> Void) throws {
    show(try compared("scores", ["scores"], ExportQuery.attempts, runs))
    let words = ["scores", "--responses"]
    show(try compared("scores --responses", words, ExportQuery.responses, runs))
  }

  /// The same exports with their verification, and that of everything.
  func verification(runs: Int, _ show: (Figures) -> Void) throws {
    let csv = ["--format", "csv"]
    show(try figures("scores, verified", ["scores"] + csv, runs))
    show(try figures("scores --responses, verified", ["scores", "--responses"] + csv, runs))
    show(try figures("markbook verify", ["markbook", "verify"], runs))
  }

  /// The statistics of one quiz, and the export that reads the same attempts.
  func items(runs: Int, _ show: (Figures) -> Void) throws {
    let words = ["measured-1", "--format", "json", "--unverified"]
    show(try figures("items measured-1", ["items"] + words, runs))
    show(try figures("scores measured-1", ["scores"] + words, runs))
  }

  private var output: String { workspace.path + "/output" }

  private func compared(
    _ name: String,
    _ words: [String],
    _ query: String,
    _ runs: Int
  ) throws -> Figures {
    let words = words + ["--format", "csv", "--unverified"]
    var (ours, theirs): ([MeasuredRun], [MeasuredRun]) = ([], [])
    var lines = 0
    for _ in 0..<runs {
      if let shell {
        let command = [shell, "-readonly", "-csv", "-header", workspace.markbook, query]
        theirs.append(try checked(command))
        lines = try lineCount()
      }
      ours.append(try run(words))
    }
    var figures = try figures(name, ours)
    if shell == nil {
      figures.note = "sqlite3 is not installed, so nothing was compared"
    } else if let seconds = theirs.map(\.seconds).median {
      let ratio = zip(ours, theirs).map { $0.seconds / $1.seconds }.median ?? .nan
      figures.beside = (seconds, ratio, lines)
    }
    return figures
  }

  /// What a command takes that is run at most three times.
  private func figures(_ name: String, _ words: [String], _ runs: Int) throws -> Figures {
    try figures(name, (0..<min(3, runs)).map { _ in try run(words) })
  }

  private func figures(_ name: String, _ runs: [MeasuredRun]) throws -> Figures {
    Figures(
      name: name,
      seconds: runs.map(\.seconds).median ?? .nan,
      processorSeconds: runs.map(\.processorSeconds).median ?? .nan,
      memory: runs.map(\.memory).max() ?? .nan,
      lines: try lineCount()
    )
  }

  private func run(_ words: [String]) throws -> MeasuredRun {
    try checked([seminar] + words)
  }

  private func checked(_ command: [String]) throws -> MeasuredRun {
    let run = try MeasuredRun(
      command,
      output: output,
      environment: ["SEMINAR_WORKSPACE": workspace.path],
      launcher: launcher
    )
    guard run.status == 0 else {
      let words = try? String(contentsOfFile: output + ".errors", encoding: .utf8)
      throw Failed(command: command.prefix(3).joined(separator: " "), words: words ?? "")
    }
    return run
  }

  private func lineCount() throws -> Int {
    try Data(contentsOf: URL(filePath: output), options: .alwaysMapped).count { $0 == 10 }
  }
}
