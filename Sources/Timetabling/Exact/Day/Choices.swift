internal import Curricula

/// The choice of rooms and teams for a day's sessions, where it does not depend on their order.
struct Choices {
  /// A room and a team for a session.
  struct Pick: Hashable {
    let room: Int?
    let team: Int
    let penalty: Int
  }

  /// A pick for each session of the set, in the order of ranks.
  struct Selected {
    var penalty: Int
    var contributions: [Int]
    var picks: [Pick]
    let ranks: SessionSet

    /// The row of a day with these rooms and teams.
    func applied(to row: DayPlan, _ track: Track, _ choices: [Int]) -> DayPlan {
      var plan = row
      plan.penalty = plan.penalty.saturatingAdded(to: penalty)
      for (position, coupling) in choices.enumerated() {
        plan.contributions[position] = track.couplings[coupling].rule.combined(
          plan.contributions[position],
          contributions[position]
        )
      }
      for (rank, pick) in zip(ranks, picks) {
        let session = track.sessions[rank]
        guard let index = plan.placements.firstIndex(where: { $0.session == session }) else {
          continue
        }
        plan.placements[index].room = pick.room
        plan.placements[index].trainers = track.problem.sessions[session].teams[pick.team].trainers
      }
      return plan
    }
  }

  /// The cheapest selection for each different contribution.
  private(set) var best: [Selected]

  /// Chooses session by session, keeping the cheapest of equal contributions.
  init(_ track: Track, _ choices: [Int], _ set: SessionSet, _ options: [[Pick]]) {
    best = [
      Selected(penalty: 0, contributions: choices.map { _ in 0 }, picks: [], ranks: set)
    ]
    for rank in set {
      var found: [Selected] = []
      var index: [[Int]: Int] = [:]
      for former in best {
        for pick in options[rank] {
          var next = former
          next.penalty = next.penalty.saturatingAdded(to: pick.penalty)
          next.picks.append(pick)
          for (position, coupling) in choices.enumerated() {
            let coupling = track.couplings[coupling]
            next.contributions[position] = coupling.rule.combined(
              next.contributions[position],
              coupling.contribution(of: rank, pick, in: track)
            )
          }
          if let known = index[next.contributions] {
            if next.penalty < found[known].penalty { found[known] = next }
          } else {
            index[next.contributions] = found.count
            found.append(next)
          }
        }
      }
      best = found
    }
  }
}

extension Coupling {
  /// What a session contributes with a room and a team, as far as it is known without the row.
  fileprivate func contribution(of rank: Int, _ pick: Choices.Pick, in track: Track) -> Int {
    let facts = track.problem.sessions[track.sessions[rank]]
    guard scope.contains(rank), let choice,
      choice.takesIn(anyHeldBy: facts.teams[pick.team].trainers, in: pick.room)
    else { return 0 }
    return rule.contribution(of: facts.minutes, in: pick.room)
  }
}
