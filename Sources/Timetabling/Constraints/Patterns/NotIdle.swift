internal import Curricula
internal import Diagnostics

/// A day has no idle time between its sessions.
///
/// Excess: for each two placements next to each other in a day, the minutes between the latest end so
/// far and the beginning of the second that lie inside blocks. What lies outside blocks, as a lunch
/// break, costs nothing.
struct NotIdle: Constraint, ConstraintReader {
  static let name = "not-idle"

  var origin: Origin
  let selection: Selection

  func violations(in timetable: Timetable) -> [Violation] {
    let problem = timetable.problem
    return timetable.gather(timetable.placements(of: selection), by: timetable.day(of:))
      .flatMap { day, placements in
        let blocks = problem.days[day].blocks.map { problem.blocks[$0] }
        var latestEnd = 0
        return zip(placements, placements.dropFirst()).map { first, second in
          latestEnd = max(latestEnd, timetable.end(of: first))
          let idle = latestEnd..<max(latestEnd, second.start)
          let minutes = blocks.reduce(0) { $0 + idle.clamped(to: $1.start..<$1.end).count }
          return Violation(by: [first, second], excess: minutes)
        }
      }
      .filter { $0.excess > 0 }
  }

  var form: Form { .sequence(SequenceForm(selection: selection, pattern: .idle)) }

  /// Reads `not-idle: each group`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let subjects = Arguments(declaration, in: frame, &findings)?.subjects ?? []
    return subjects.map { subject in
      NotIdle(
        origin: declaration.origin("no idle time lies within the day of \(subject.label)"),
        selection: subject.selection
      )
    }
  }
}
