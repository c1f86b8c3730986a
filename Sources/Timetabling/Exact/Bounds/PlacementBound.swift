internal import Curricula

/// What each session costs at least by itself, wherever it is held.
///
/// Every session has one placement, and what placements cost one by one adds up. So the sum of the least
/// that each session can cost is a bound of every timetable's soft penalty. It sees what no other session
/// can mend, such as a published day on which the trainer no longer can come.
struct PlacementBound {
  private let problem: Problem
  private let timetable: Timetable?

  /// Prepares the bound of a problem, with a timetable in which sessions probably cost nothing.
  init(_ problem: Problem, startingFrom timetable: Timetable?) {
    self.problem = problem
    self.timetable = timetable
  }

  /// A soft penalty that no timetable is below.
  ///
  /// - Parameters:
  ///   - evaluations: The placements that may be looked at; sessions left over count nothing.
  ///   - shouldStop: Asked for each session; when true, the bound so far is the answer.
  /// - Returns: The bound; 0 where weights are too large to be added up exactly.
  /// - Complexity: O(sessions × teams × rooms × starts), a session being left as soon as it costs
  ///   nothing somewhere.
  func bound(evaluations: Int, shouldStop: () -> Bool) -> Int {
    let draft = Draft(problem)
    guard draft.reduction == 0 else { return 0 }
    let terms = PlacementTerms(draft)
    var left = evaluations
    var sum = 0
    for session in problem.sessions.indices where draft.isPlaced[session] {
      if shouldStop() { break }
      guard let least = least(of: session, terms, &left) else { break }
      sum = sum.cappedSum(least)
    }
    return sum
  }

  /// The least soft penalty of a session among its placements that break nothing by themselves; 0 where
  /// there are none, `nil` when there is nothing left to look with.
  private func least(of session: Int, _ terms: PlacementTerms, _ left: inout Int) -> Int? {
    if let known = timetable?.placement(of: session),
      terms.terms(of: session, heldBy: known.trainers).cost(of: known) == .none
    {
      return 0
    }
    let facts = problem.sessions[session]
    let rooms: [Int?] = facts.rooms.isEmpty ? [nil] : facts.rooms
    var least = Int.max
    for team in facts.teams {
      let terms = terms.terms(of: session, heldBy: team.trainers)
      for block in problem.blocks.indices {
        for start in problem.starts(of: session, in: block) {
          for room in rooms {
            guard left > 0 else { return nil }
            left -= 1
            let cost = terms.cost(
              of: Placement(
                session: session,
                block: block,
                start: start,
                room: room,
                trainers: team.trainers
              )
            )
            if cost.hard == 0 { least = min(least, cost.soft) }
            if least == 0 { return 0 }
          }
        }
      }
    }
    return least == .max ? 0 : least
  }
}
