import ArgumentParser
import Foundation

/// Measures the export of scores on a large markbook, beside SQLite's own shell.
struct ScoresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Measure the export of scores from a large markbook.",
    discussion: """
      Generates a markbook and exports its attempts with their scores, and its single responses, with \
      the built command 'seminar'. The program 'sqlite3' writes the same rows without what has to be \
      computed (scores, marks, the texts of responses and keys). Both run in turn, and the medians of \
      the pairs are shown, with the seconds that processors worked and the most memory that 'seminar' \
      had in use. Then follow both exports with the verification that is usual, the verification of \
      everything, item statistics, and the Rasch models of 50 items and 50,000 attempts.
      """
  )

  @Option(help: "How many responses there are.")
  var responses: Int = 1_000_000

  @Option(help: "How many attempts they are in.")
  var attempts: Int = 64_500

  @Option(help: "How many runs of each program.")
  var runs: Int = 5

  @Option(help: "The seed of the responses.")
  var seed: UInt64 = 1

  @Option(help: "The command 'seminar' (default: the one next to this program).")
  var seminar: String?

  @Option(help: "The folder for the markbook, which is kept (default: a temporary folder).")
  var folder: String?

  @Flag(inversion: .prefixedNo, help: "Measure the Rasch models too.")
  var models = true

  func validate() throws {
    guard (1...2_000_000).contains(attempts), (attempts...50_000_000).contains(responses),
      responses / attempts < 200
    else {
      throw ValidationError(
        "--attempts must be from 1 to 2000000, with 1 to 200 responses in each"
      )
    }
    guard (1...100).contains(runs) else {
      throw ValidationError("--runs must be from 1 to 100")
    }
  }

  func run() throws {
    let place =
      folder
      ?? FileManager.default.temporaryDirectory.path + "/scores-\(UUID().uuidString)"
    let workspace = try GeneratedWorkspace(
      at: place,
      GeneratedWorkspace.Size(responses: responses, attempts: attempts),
      seed: seed
    )
    defer { if folder == nil { workspace.remove() } }
    show("\(responses) responses in \(attempts) attempts, seed \(seed)")
    let trial = ScoresTrial(in: workspace, seminar: seminar ?? Self.neighbour)
    try trial.comparisons(runs: runs) { show($0) }
    try trial.verification(runs: runs) { show($0) }
    try trial.items(runs: runs) { show($0) }
    if models { try StatisticsCommand.parse([]).run() }
  }

  private static var neighbour: String {
    let own = URL(filePath: MeasuredRun.ownProgram)
    return own.deletingLastPathComponent().appending(component: "seminar").path
  }
}
