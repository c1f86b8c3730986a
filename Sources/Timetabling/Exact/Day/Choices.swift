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
        plan.contributions[position] = track.couplings[coupling].combined(
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
            next.contributions[position] = coupling.combined(
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
  /// What two parts of a day contribute together.
  func combined(_ left: Int, _ right: Int) -> Int {
    switch kind {
    case .weekLoad, .totalLoad, .distinct(.block, _, _): left + right
    case .distinct, .rooms, .span, .chosenSpan, .order, .apart: left | right
    }
  }

  /// What a session contributes with a room and a team; the number of blocks is not known here.
  fileprivate func contribution(of rank: Int, _ pick: Choices.Pick, in track: Track) -> Int {
    guard scope.contains(rank), let choice else { return 0 }
    let facts = track.problem.sessions[track.sessions[rank]]
    let isCounted =
      switch choice {
      case .sessions: true
      case .trainer(let trainer): facts.teams[pick.team].trainers.contains(trainer)
      case .room(let room): pick.room == room
      }
    guard isCounted else { return 0 }
    switch kind {
    case .weekLoad(let inMinutes, _, _), .totalLoad(let inMinutes, _, _):
      return inMinutes ? facts.minutes : 1
    case .rooms: return pick.room.map { 1 << $0 } ?? 0
    case .distinct(.block, _, _): return 0
    case .distinct, .span, .chosenSpan, .order, .apart: return 1
    }
  }
}
