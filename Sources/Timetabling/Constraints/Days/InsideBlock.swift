internal import Curricula

/// Every session is held once, inside its block and on the grid.
///
/// Excess: 1 for a session that is not placed; else the minutes by which it begins too early or ends
/// too late, plus 1 when it begins off the grid, plus 1 when its trainers cannot hold it, plus 1 when
/// its room is none of its rooms.
struct InsideBlock: Constraint {
  var origin: Origin
  let session: Int

  func violations(in timetable: Timetable) -> [Violation] {
    guard let placement = timetable.placement(of: session) else {
      return [Violation(of: [session], excess: 1)]
    }
    let problem = timetable.problem
    let block = problem.blocks[placement.block]
    let early = max(0, block.start - placement.start)
    let late = max(0, timetable.end(of: placement) - block.end)
    let isOnGrid = (placement.start - block.start) % problem.curriculum.grid == 0
    let facts = problem.sessions[session]
    let isTeam = facts.teams.contains { $0.trainers == placement.trainers }
    let isRoom = placement.room.map(facts.rooms.contains) ?? facts.rooms.isEmpty
    let excess = early + late + [isOnGrid, isTeam, isRoom].count { !$0 }
    return excess > 0 ? [Violation(by: [placement], excess: excess)] : []
  }

  var form: Form { .other }

  static func all(in frame: Frame) -> [any Constraint] {
    frame.curriculum.sessions.enumerated().map { index, session in
      InsideBlock(
        origin: Origin(
          "inside-block",
          .hard,
          "'\(session.id)' takes \(session.minutes) minutes inside one block",
          relaxation: nil,
          at: session.location
        ),
        session: index
      )
    }
  }
}
