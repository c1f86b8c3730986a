internal import Curricula

/// A single change to a problem that takes a fact away, wholly or in part.
struct Relaxation {
  /// What is changed.
  enum Change {
    /// Constraints no longer hold, by their indices.
    case drop([Int])
    /// Constraints that look at single placements no longer hold on a day.
    case exempt([Int], day: Int)
    /// A constraint is replaced by an easier one.
    case replace(Int, Constraint)
    /// A session takes fewer minutes.
    case shorten(Int, minutes: Int)
    /// Somebody else holds a session.
    case release(Int)
  }

  /// The fact, by its index.
  let fact: Int
  /// What to do.
  let instruction: Instruction
  let change: Change
  /// The same as a change of the file; `nil` where it is not known how.
  let amendment: Amendment?

  init(_ fact: Int, _ instruction: Instruction, _ change: Change, as amendment: Amendment?) {
    self.fact = fact
    self.instruction = instruction
    self.change = change
    self.amendment = amendment
  }

  /// The problem with the change.
  func applied(to problem: Problem) -> Problem {
    switch change {
    case .drop(let indices):
      return problem.with(
        constraints: problem.constraints.enumerated()
          .filter { !indices.contains($0.offset) }.map(\.element)
      )
    case .exempt(let indices, let day):
      var constraints = problem.constraints
      for index in indices { constraints[index] = problem.exempting(constraints[index], on: day) }
      return problem.with(constraints: constraints)
    case .replace(let index, let easier):
      var constraints = problem.constraints
      constraints[index] = easier
      return problem.with(constraints: constraints)
    case .shorten(let session, let minutes): return problem.with(minutes: minutes, of: session)
    case .release(let session): return problem.withoutTrainers(of: session)
    }
  }
}

extension Problem {
  /// A constraint that no longer holds on a day; itself where it does not look at single placements.
  fileprivate func exempting(_ constraint: Constraint, on day: Int) -> Constraint {
    guard let single = constraint.single else { return constraint }
    return Constraint(constraint.origin, single.exempting(day, of: self))
  }

  /// The days on which constraints that look at single placements forbid one of some sessions
  /// something that they do not forbid elsewhere; none for other constraints.
  func daysForbidden(by indices: [Int], to sessions: [Int]) -> [Int] {
    let singles = indices.compactMap { constraints[$0].single }
      .filter { !$0.reads.isDisjoint(with: [.block, .start]) }
    guard singles.count == indices.count else { return [] }
    return days.indices.filter { day in
      days[day].blocks.contains { block in
        sessions.contains { session in
          guard let start = starts(of: session, in: block).first(where: { _ in true }) else {
            return false
          }
          let rooms: [Int?] =
            self.sessions[session].rooms.isEmpty
            ? [nil] : self.sessions[session].rooms
          return self.sessions[session].teams.contains { team in
            rooms.contains { room in
              let placement = Placement(
                session: session,
                block: block,
                start: start,
                room: room,
                trainers: team.trainers
              )
              return singles.contains {
                $0.sessions.contains(session) && $0.excess(placement) > 0
              }
            }
          }
        }
      }
    }
  }
}
