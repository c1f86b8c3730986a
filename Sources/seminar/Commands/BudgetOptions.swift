import ArgumentParser
import Coordination
import Timetabling

/// How much is done to lay a programme out.
struct BudgetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How much work to do: this many trial changes in the search, and fifteen times as many "
        + "steps in the proof. The same number gives the same timetable on every machine.",
      valueName: "number"
    )
  )
  var moves = 20_000_000

  @Option(
    help: ArgumentHelp(
      "Stop after this many seconds and keep the best result. A second run may give another.",
      valueName: "number"
    )
  )
  var seconds: Double?

  @Flag(help: "Show progress, also when the output is not a terminal.")
  var progress = false

  func validate() throws {
    guard (1...1_000_000_000_000).contains(moves) else {
      throw ValidationError("'--moves' is \(moves), expected a number from 1 to 1000000000000")
    }
    if let seconds, !(seconds > 0 && seconds <= 604_800) {
      throw ValidationError("'--seconds' is \(seconds), expected more than 0 and at most 604800")
    }
  }

  /// The limits for the solver.
  var limits: Solver.Limits {
    Solver.Limits(moves: moves, seconds: seconds)
  }
}
