import ArgumentParser
import Coordination
import Timetabling

/// How much is done to lay a programme out.
struct BudgetOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How much work to do: this many trial changes in the search, and fifteen times as many "
        + "steps in the proof (default: 20000000). The same number gives the same timetable on "
        + "every machine.",
      valueName: "number"
    ),
    transform: NumberArgument.whole(1...1_000_000_000_000)
  )
  var moves = 20_000_000

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Stop after this many seconds and keep the best result. A second run may give another.",
      valueName: "number"
    ),
    transform: NumberArgument.seconds
  )
  var seconds: Double?

  @Flag(help: "Show progress, also when the output is not a terminal.")
  var progress = false

  /// The limits for the solver.
  var limits: Solver.Limits {
    Solver.Limits(moves: moves, seconds: seconds)
  }
}
