internal import Curricula
internal import Diagnostics

/// Sessions are held at certain times of the day.
///
/// Excess: for each placement the minutes outside the times; see ``OpenHours``.
enum Times: ConstraintReader {
  static let name = "times"

  /// Reads `times: {of: kind workshop, from: 10:00, until: 12:00}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let keys = ["from", "until"]
    guard let arguments = Arguments(declaration, keys: keys, in: frame, &findings) else {
      return []
    }
    arguments.requireOne(of: keys, &findings)
    let start = arguments["from"].map { $0.timeOfDay(&findings) } ?? 0
    let end = arguments["until"].map { $0.timeOfDay(&findings) } ?? 1440
    guard let start, let end else { return [] }
    guard start < end else {
      findings.error(
        at: arguments.location(of: "until"),
        "the times end before they begin",
        remedy: "write the earlier time under 'from'"
      )
      return []
    }
    let hours = Hours(from: start, to: end, at: arguments.location)
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(.choices, subject.does("is", "are", "held within \(hours)")),
        .within(hours, on: Clock(of: frame.curriculum.zone, in: frame), of: subject)
      )
    }
  }
}
