internal import Curricula
internal import Diagnostics

/// There is time to go from one room to another.
///
/// Excess: for each two placements of a day in two different ones of the rooms, the minutes by which
/// the time between the end of the one and the beginning of the other falls short. Placements that
/// share a minute have no time between them.
struct Travel: Constraint, ConstraintReader {
  static let name = "travel"

  var origin: Origin
  let selection: Selection
  let rooms: Set<Int>
  /// The minutes that it takes from any of the rooms to any other.
  let minutes: Int

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
      .filter { $0.room.map(rooms.contains) == true }
    return timetable.gather(placements, by: timetable.day(of:)).flatMap { _, day in
      day.indices.flatMap { first in
        day[(first + 1)...].filter { $0.room != day[first].room }.map { second in
          let pause = max(0, second.start - timetable.end(of: day[first]))
          return Violation(by: [day[first], second], excess: minutes - pause)
        }
      }
    }.filter { $0.excess > 0 }
  }

  var form: Form { .other }

  /// Reads `travel: {of: each group, between: [hall, annex], least: 15 minutes}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let keys = ["between", "least"]
    guard let arguments = Arguments(declaration, keys: keys, in: frame, &findings) else {
      return []
    }
    let known = frame.curriculum.rooms.map(\.id)
    let rooms = arguments.indices("between", of: "room", among: known, &findings)
    let least = arguments.required("least", &findings)?.quantity(of: ["minutes"], &findings)
    guard let least, !rooms.isEmpty else { return [] }
    guard Set(rooms).count > 1 else {
      findings.error(
        at: arguments.location(of: "between"),
        "'between' names one room, expected two or more",
        remedy: "name the rooms at both ends of the way"
      )
      return []
    }
    let listed = rooms.map { "'\(known[$0])'" }.joined(separator: " and ")
    return arguments.subjects.map { subject in
      Travel(
        origin: declaration.origin(
          "\(subject.does("has", "have")) \(least.spelled) to go between \(listed)"
        ),
        selection: subject.selection,
        rooms: Set(rooms),
        minutes: least.amount
      )
    }
  }
}
