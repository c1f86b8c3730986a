import ArgumentParser
import Curricula
import Diagnostics
import Timetabling

/// Makes the training programme impossible in many ways and measures the explanations.
struct ConflictsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Explain thirty curricula that have no timetable.",
    discussion: """
      Changes the curriculum of the training programme in one place or two, so that it has no \
      timetable, and measures how long the proof takes together with the explanation and its \
      repairs: by the clock, and of the processor.
      """
  )

  private static let columns = Columns([
    ("kind", 46), ("seconds", 9), ("processor", 11), ("facts", 7), ("lines", 7), ("minimal", 9),
    ("repairs", 9),
  ])

  @Argument(help: "The curriculum.")
  var file = "Tests/Benchmarks/ten-weeks.yaml"

  @Option(help: "Only the kinds whose name has this in it.")
  var only = ""

  @Flag(help: "Show the sentences and the repairs too.")
  var words = false

  func run() async throws {
    do {
      let source = try read(file)
      show(Self.columns.header)
      for edit in ImpossibleEdit.all where only.isEmpty || edit.name.contains(only) {
        guard let text = edit.applied(to: source.text) else {
          note("\(file): error: the curriculum has not what '\(edit.name)' changes")
          throw ExitCode(65)
        }
        try await explain(edit, SourceText(file: file, text: text))
      }
    } catch let error as ExitCode {
      throw error
    } catch {
      report(error, file)
      throw ExitCode(65)
    }
  }

  private func explain(_ edit: ImpossibleEdit, _ source: SourceText) async throws {
    let problem = try Problem(Curriculum.parse(source).curriculum)
    let (start, used) = (ContinuousClock.now, ProcessorTime.seconds)
    let outcome = try await Solver(problem).solve(seed: 1)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let processor = ProcessorTime.seconds - used
    guard case .infeasible(let conflict) = outcome else {
      note("\(file): error: there is a timetable in spite of '\(edit.name)'")
      throw ExitCode(70)
    }
    show(
      Self.columns.line([
        edit.name, seconds.rounded(to: 2), processor.rounded(to: 2), "\(conflict.facts.count)",
        "\(conflict.lines.count)", conflict.isMinimal ? "yes" : "no",
        "\(conflict.repairs.count)",
      ])
    )
    guard words else { return }
    for line in conflict.lines { show("    \(line.sentence)") }
    for repair in conflict.repairs { show("    * \(repair.sentence) (cost \(repair.cost))") }
  }
}
