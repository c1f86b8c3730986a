import ArgumentParser
import Coordination
import Timetabling

/// How much is done to lay a programme out.
struct BudgetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How much work is done: trial changes of the search, and fifteen times as many steps of "
        + "the proof. Equal numbers find equal timetables.",
      valueName: "number"
    )
  )
  var moves = 20_000_000

  @Option(
    help: ArgumentHelp(
      "End after so many seconds with the best so far, which another run may not find again.",
      valueName: "number"
    )
  )
  var seconds: Double?

  @Flag(help: "Tell cost and bound while the search goes on, even where there is no terminal.")
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
