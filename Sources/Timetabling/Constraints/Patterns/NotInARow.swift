internal import Curricula
internal import Diagnostics

/// Sessions of a sort are not held one right after the other.
///
/// Excess: for each group that attends two or more of them, 1 for each two of them in one block
/// between which the group has no other session; pauses do not count. Where the curriculum has no
/// groups, all sessions are one group's.
struct NotInARow: Constraint, ConstraintReader {
  static let name = "not-in-a-row"

  var origin: Origin
  let sessions: [Int]
  let among: [Int]

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: .sessions(among))
    return zip(placements, placements.dropFirst())
      .filter { first, second in
        first.block == second.block && sessions.contains(first.session)
          && sessions.contains(second.session)
      }
      .map { Violation(by: [$0, $1], excess: 1) }
  }

  var form: Form {
    .sequence(
      SequenceForm(selection: .sessions(sessions), pattern: .backToBack(among: among))
    )
  }

  /// Reads `not-in-a-row: kind workshop`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let subjects = Arguments(declaration, isFixed: true, in: frame, &findings)?.subjects ?? []
    let groups = frame.curriculum.groups.indices.map { Subject.group($0, in: frame) }
    return subjects.flatMap { subject in
      let sessions = Set(subject.sessions)
      return (groups.isEmpty ? [.all(in: frame)] : groups).compactMap { group -> NotInARow? in
        let concerned = group.sessions.filter(sessions.contains)
        guard concerned.count > 1 else { return nil }
        return NotInARow(
          origin: declaration.origin("\(subject.label): no two are held one right after the other"),
          sessions: concerned,
          among: group.sessions
        )
      }
    }
  }
}
