internal import Curricula
internal import Diagnostics

/// Sessions are held at certain times of the day.
enum Times: ConstraintReader {
  static let name = "times"
  static let keys = ["from", "until"]

  /// Reads `times: {of: kind workshop, from: 10:00, until: 12:00}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    arguments.requireOne(of: keys)
    let start = arguments["from"].map { $0.timeOfDay(&arguments.findings) } ?? 0
    let end = arguments["until"].map { $0.timeOfDay(&arguments.findings) } ?? 1440
    guard let start, let end else { return [] }
    guard let last = Hours.end(of: start, end) else {
      arguments.findings.error(
        at: arguments.location(of: "until"),
        "the times end before they begin",
        remedy: "write the earlier time under 'from'; times that pass midnight last at most "
          + "\(Hours.longestNight / 60) hours"
      )
      return []
    }
    let hours = Hours(from: start, to: last, at: arguments.declaration.argument.location)
    let clock = Clock(of: arguments.problem.curriculum.zone, in: arguments.problem)
    return arguments.constraints(.choices) {
      $0.does("is", "are", "held within \(hours)")
    } as: {
      .within(hours, on: clock, of: $0)
    }
  }
}
