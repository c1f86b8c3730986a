import ArgumentParser
import Curricula
import Diagnostics
import Timetabling

/// Lays programmes of one group out and says how long the proof took.
struct CurriculumCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curriculum",
    abstract: "Prove the least cost of programmes, those of files or made by chance.",
    discussion: """
      Without files, makes programmes of one group: ten weeks of two days with six slots, sessions of \
      one to three slots in chains, trainers away on a quarter of the days, three rooms, one holiday. \
      The penalty counts the days on which trainers come, the days that modules last, and long days.
      """
  )

  @Argument(help: "Curricula to lay out instead.")
  var files: [String] = []

  @Option(help: "How many sessions the programmes have; may be repeated.")
  var sessions: [Int] = [20, 30, 40, 50, 60]

  @Option(help: "The first seed.")
  var seed: UInt64 = 1

  @Option(help: "Programmes of each size, or runs of each file.")
  var seeds: Int = 5

  @Option(help: "Seconds after which a run ends with what it has.")
  var seconds: Double = 120

  func validate() throws {
    guard sessions.allSatisfy((1...60).contains) else {
      throw ValidationError("--sessions must be from 1 to 60")
    }
    guard (1...1000).contains(seeds) else {
      throw ValidationError("--seeds must be from 1 to 1000")
    }
    guard seconds > 0, seconds <= 86_400 else {
      throw ValidationError("--seconds must be more than 0 and at most 86400")
    }
  }

  func run() async throws {
    show(ProofTable.header)
    var summaries: [ProofTable.Summary] = []
    let range = seed..<(seed + UInt64(seeds))
    if files.isEmpty {
      for count in sessions {
        var rows: [ProofTable.Row] = []
        for seed in range {
          let text = GeneratedProgramme(sessions: count, seed: seed).text
          let source = SourceText(file: "generated.yaml", text: text)
          rows.append(try await row("generated", source, seed: seed))
        }
        summaries.append(ProofTable.Summary(rows))
      }
    } else {
      for file in files {
        do {
          let source = try read(file)
          var rows: [ProofTable.Row] = []
          for seed in range { rows.append(try await row(name(of: file), source, seed: seed)) }
          summaries.append(ProofTable.Summary(rows))
        } catch {
          report(error, file)
          throw ExitCode(65)
        }
      }
    }
    show("\n\(ProofTable.Summary.header)")
    for summary in summaries { show(summary) }
    if summaries.contains(where: { $0.proved < $0.runs }) { throw ExitCode(1) }
  }

  /// Lays one programme out; the time runs from the text read to the proof.
  private func row(_ name: String, _ source: SourceText, seed: UInt64) async throws
    -> ProofTable.Row
  {
    PeakMemory.reset()
    let start = ContinuousClock.now
    let limit = Duration.seconds(seconds)
    let problem = try Problem(Curriculum.parse(source).curriculum)
    let found = try? await Ways(problem.ways()).solve(
      within: Solver.Limits(steps: .max, moves: 1),
      seed: seed,
      shouldStop: { ContinuousClock.now - start > limit }
    )
    let row = ProofTable.Row(
      name: name,
      sessions: problem.sessions.count,
      seed: seed,
      outcome: found?.outcome,
      seconds: (ContinuousClock.now - start) / .seconds(1),
      mebibytes: PeakMemory.mebibytes
    )
    show(row)
    return row
  }
}
