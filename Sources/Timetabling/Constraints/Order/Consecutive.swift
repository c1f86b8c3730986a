internal import Curricula
internal import Diagnostics

/// Sessions directly follow one another in one block, in any order.
///
/// Excess: 1 for each placement but the first, in the order of time, that is in another block than the
/// one before it, or begins more than `most` minutes after that one has ended.
struct Consecutive: Constraint, ConstraintReader {
  static let name = "consecutive"

  var origin: Origin
  let selection: Selection
  /// The longest pause between two, in minutes.
  let longestPause: Int

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    return zip(placements, placements.dropFirst())
      .filter { first, second in
        first.block != second.block
          || second.start - timetable.end(of: first) > longestPause
      }
      .map { Violation(by: [$0, $1], excess: 1) }
  }

  var form: Form { .other }

  /// Reads `consecutive: {of: [w3s1, w3s2], most: 15 minutes}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    guard let arguments = Arguments(declaration, keys: ["most"], in: frame, &findings) else {
      return []
    }
    let most = arguments["most"].map { $0.quantity(of: ["minutes"], &findings)?.amount } ?? 0
    guard let most else { return [] }
    let pause = most > 0 ? " with at most \(most) minutes between" : ""
    return arguments.subjects.map { subject in
      Consecutive(
        origin: declaration.origin(
          "\(subject.does("is", "are")) held directly one after the other\(pause)"
        ),
        selection: subject.selection,
        longestPause: most
      )
    }
  }
}
