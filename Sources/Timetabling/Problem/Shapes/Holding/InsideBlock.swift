internal import Curricula

/// Every session is held once, inside its block and on the grid.
///
/// Searches and the exact method draw nothing else.
struct InsideBlock: Shape {
  let session: Int

  var selection: Selection { .sessions([session]) }

  var outlook: Outlook { .holding }
  let isInMinutes = false

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

  /// Holds by construction: a search draws only starts and teams that are possible.
  func count(in draft: inout Draft, at level: Level) {}

  /// Holds by construction, too.
  func follow(in compiler: inout TrackCompiler, at weight: Weight) {}

  /// Every session is held in one block of the relaxation.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {}

  var tie: Tie { .none }

  /// An excerpt says of its own sessions that they are held.
  func excerpt(in excerpt: Excerpt) -> (any Shape)? { nil }

  var coarse: Coarse { .kept }
  var distinctions: [Distinction] { [] }

  func eased(by excess: Int) -> Easing { .none(because: "it lies in the nature of things") }

  static func all(in problem: Problem) -> [Constraint] {
    problem.curriculum.sessions.indices.map { of($0, in: problem.curriculum) }
  }

  /// That a session of a curriculum is held.
  static func of(_ index: Int, in curriculum: Curriculum) -> Constraint {
    let session = curriculum.sessions[index]
    return Constraint(
      Origin(
        "inside-block",
        .hard,
        .given,
        Statement(
          Subject(session: index, session.id),
          "takes \(session.minutes) minutes inside one block"
        ),
        at: session.location
      ),
      InsideBlock(session: index)
    )
  }
}
