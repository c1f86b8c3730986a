public import Curricula

extension Problem {
  /// The same problem, in which sessions that were held may break what must hold: they are facts.
  ///
  /// A constraint is eased only where the sessions that were held break it by themselves, and one that
  /// wants a session before another only where the later one was held and the earlier was not.
  ///
  /// - Parameters:
  ///   - held: The sessions that were held, by identifier.
  ///   - published: What was published last.
  /// - Returns: The problem.
  /// - Complexity: That of ``cost(of:)``, twice.
  public func excusing(held: Set<String>, of published: [PublishedPlacement]) -> Problem {
    guard !held.isEmpty else { return self }
    let all = timetable(placing: published)
    let isHeld = curriculum.sessions.map { held.contains($0.id) }
    let facts = Timetable(of: self, all.placements.filter { isHeld[$0.session] })
    let excuse = Excuse(facts.placements)
    return with(
      constraints: constraints.compactMap { constraint in
        guard constraint.weight == .hard else { return constraint }
        if case .order(let earlier, let later, _) = constraint.shape.tie, isHeld[later],
          !isHeld[earlier]
        {
          return nil
        }
        switch constraint.shape.outlook {
        case .holding: return constraint
        case .single: break
        case .overlaps, .amounts, .days, .growing, .several:
          guard !constraint.violations(in: all).isEmpty else { return constraint }
        }
        return constraint.violations(in: facts).isEmpty ? constraint : constraint.excusing([excuse])
      }
    )
  }

  /// The same problem, in which some placements may break constraints of some names.
  ///
  /// - Parameter waivers: The name of a constraint, and the placements that may break it as long as they
  ///   are as they are here.
  /// - Returns: The problem.
  public func waiving(
    _ waivers: [(constraint: String, placements: [PublishedPlacement])]
  ) -> Problem {
    guard !waivers.isEmpty else { return self }
    return with(
      constraints: constraints.map { constraint in
        guard constraint.weight == .hard, !constraint.isHolding else { return constraint }
        let excuses = waivers.filter { $0.constraint == constraint.origin.name }.compactMap {
          waiver -> Excuse? in
          let placed = timetable(placing: waiver.placements)
          guard placed.placements.count == waiver.placements.count,
            !constraint.violations(in: placed).isEmpty
          else { return nil }
          return Excuse(placed.placements)
        }
        return excuses.isEmpty ? constraint : constraint.excusing(excuses)
      }
    )
  }

  /// The same problem with some blocks in which only some sessions can be held.
  ///
  /// - Parameters:
  ///   - blocks: The identifiers of the blocks.
  ///   - sessions: The identifiers of the sessions.
  /// - Returns: The problem.
  public func reserving(_ blocks: Set<String>, for sessions: Set<String>) -> Problem {
    guard !blocks.isEmpty else { return self }
    let isReserved = self.blocks.map { blocks.contains($0.id) }
    let others = curriculum.sessions.indices.filter {
      !sessions.contains(curriculum.sessions[$0].id)
    }
    let reservations = others.map { index in
      let session = curriculum.sessions[index]
      let subject = Subject(session: index, session.id)
      return Constraint(
        Origin(
          "past",
          .hard,
          .given,
          Statement(subject, "is held in a block of the curriculum"),
          at: session.location
        ),
        Single(of: subject, reads: .block) { isReserved[$0.block] ? 1 : 0 }
      )
    }
    return with(constraints: constraints + reservations)
  }

  /// What changes for people when a timetable follows what was published, by the constraint
  /// `perturbation`.
  ///
  /// - Parameters:
  ///   - timetable: The timetable.
  ///   - published: What was published last.
  ///   - today: The first day that can still be changed.
  ///   - minutes: The minutes of that day that have passed.
  /// - Returns: The sum of what changes.
  public func disturbance(
    of timetable: Timetable,
    from published: [PublishedPlacement],
    today: CivilDate,
    at minutes: Int
  ) -> Int {
    with(constraints: perturbation(from: published, today: today, at: minutes))
      .cost(of: timetable).soft
  }
}

extension Constraint {
  /// Whether it only says that a session is held as it can be.
  fileprivate var isHolding: Bool {
    if case .holding = shape.outlook { true } else { false }
  }
}
