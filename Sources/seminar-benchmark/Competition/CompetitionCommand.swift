import ArgumentParser
import Diagnostics
import Foundation
import Timetabling

/// Solves instances of the competition and says how far the best known values are.
struct CompetitionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ctt",
    abstract: "Solve instances of curriculum-based course timetabling.",
    discussion: """
      Reads files in the format of the third track of the International Timetabling Competition \
      2007, states them by the constraints of curricula, and searches. An evaluator of its own, \
      written from the competition's rules, checks what was found.
      """
  )

  @Argument(help: "Files in the competition's format.")
  var files: [String]

  @OptionGroup var search: SearchOptions

  @Option(help: "Seeds to run for each file, from --seed on.")
  var seeds: Int = 1

  @Option(help: "A folder for the solutions, in the competition's format.")
  var solutions: String?

  func validate() throws {
    guard (1...1000).contains(seeds) else {
      throw ValidationError("--seeds must be from 1 to 1000")
    }
  }

  func run() async throws {
    var instances: [CompetitionInstance] = []
    var isRefused = false
    for file in files {
      do {
        instances.append(try CompetitionInstance(reading: try read(file)))
      } catch {
        report(error, file)
        isRefused = true
      }
    }
    if isRefused { throw ExitCode(65) }
    if let solutions {
      do {
        try FileManager.default.createDirectory(
          atPath: solutions,
          withIntermediateDirectories: true
        )
      } catch {
        note("\(solutions): error: the folder cannot be made: \(error.localizedDescription)")
        throw ExitCode(73)
      }
    }
    show(CompetitionTable.header)
    var summaries: [CompetitionTable.Summary] = []
    for instance in instances {
      var rows: [CompetitionTable.Row] = []
      for seed in search.seed..<(search.seed + UInt64(seeds)) {
        rows.append(try await solve(instance, seed: seed))
        show(rows[rows.count - 1])
      }
      summaries.append(CompetitionTable.Summary(rows))
    }
    if seeds > 1 { show("\n" + CompetitionTable.Summary.text(summaries)) }
    show(CompetitionTable.footer)
    if summaries.contains(where: { $0.feasible < $0.runs }) { throw ExitCode(1) }
  }

  private func solve(_ instance: CompetitionInstance, seed: UInt64) async throws
    -> CompetitionTable.Row
  {
    guard let curriculum = instance.curriculum() else { throw ExitCode(70) }
    let problem: Problem
    do {
      problem = try Problem(curriculum)
    } catch {
      report(error, instance.file)
      throw ExitCode(65)
    }
    let start = ContinuousClock.now
    let found = await Search(problem).run(
      within: search.budget,
      seed: seed,
      chains: search.cores
    )
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let solution = instance.solution(found.timetable)
    let cost = CompetitionCost(of: solution, for: instance)
    if found.cost.hard == 0, cost.violations > 0 || cost.penalty != found.cost.soft {
      note(
        "\(instance.file): error: the search counts \(found.cost.soft), the evaluator "
          + "\(cost.violations) violations and \(cost.penalty)"
      )
      throw ExitCode(70)
    }
    if let folder = solutions {
      let file = "\(folder)/\(name(of: instance.file))-\(seed).sol"
      do {
        try solution.text(for: instance).write(toFile: file, atomically: true, encoding: .utf8)
      } catch {
        note("\(file): error: the solution cannot be written: \(error.localizedDescription)")
        throw ExitCode(74)
      }
    }
    return CompetitionTable.Row(
      name: name(of: instance.file),
      seed: seed,
      cost: cost,
      seconds: seconds,
      moves: found.moves
    )
  }
}
