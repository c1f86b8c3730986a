@testable import Timetabling

/// Every timetable of a small problem, judged by the readable definitions of the constraints.
struct BruteForce {
  /// The least soft penalty of a timetable without a hard violation; `nil` when there is none.
  private(set) var optimum: Int?

  private let problem: Problem
  private let choices: [[(placement: Placement, cost: Cost)]]
  private let others: [Constraint]
  private var placements: [Placement] = []

  /// Judges all timetables, `nil` when there are more than a limit.
  init?(_ problem: Problem, limit: Int) {
    self.problem = problem
    let single = problem.constraints.filter { Self.isOnSinglePlacements($0) }
    others = problem.constraints.filter { !Self.isOnSinglePlacements($0) }
    choices = problem.sessions.indices.map { session in
      Self.placements(of: session, in: problem).compactMap { placement in
        let timetable = Timetable(of: problem, [placement])
        var cost = Cost.zero
        for constraint in single {
          for violation in constraint.violations(in: timetable)
          where violation.sessions == [session] {
            cost += Cost(violation.excess, at: constraint.weight)
          }
        }
        return cost.hard == 0 ? (placement, cost) : nil
      }
    }
    let ways = choices.reduce(1.0) { $0 * Double($1.count) }
    guard ways <= Double(limit) else { return nil }
    extend(.zero)
  }

  private static func isOnSinglePlacements(_ constraint: Constraint) -> Bool {
    switch constraint.shape.outlook {
    case .single, .holding: true
    case .overlaps, .amounts, .days, .growing, .several: false
    }
  }

  private static func placements(of session: Int, in problem: Problem) -> [Placement] {
    let facts = problem.sessions[session]
    let rooms = facts.rooms.isEmpty ? [nil] : facts.rooms.map(Optional.some)
    return problem.blocks.indices.flatMap { block in
      problem.starts(of: session, in: block).flatMap { start in
        rooms.flatMap { room in
          facts.teams.map {
            Placement(
              session: session,
              block: block,
              start: start,
              room: room,
              trainers: $0.trainers
            )
          }
        }
      }
    }
  }

  /// Whether less than the least cost so far is possible: no excess is below zero.
  private func canBeLeast(_ cost: Cost) -> Bool { optimum.map { cost.soft < $0 } ?? true }

  private mutating func extend(_ cost: Cost) {
    guard canBeLeast(cost) else { return }
    let session = placements.count
    guard session < choices.count else {
      judge(cost)
      return
    }
    for (placement, added) in choices[session] {
      placements.append(placement)
      extend(cost + added)
      placements.removeLast()
    }
  }

  private mutating func judge(_ cost: Cost) {
    var cost = cost
    let timetable = Timetable(of: problem, placements)
    for constraint in others {
      for violation in constraint.violations(in: timetable) {
        cost += Cost(violation.excess, at: constraint.weight)
      }
      guard cost.hard == 0, canBeLeast(cost) else { return }
    }
    optimum = cost.soft
  }
}
