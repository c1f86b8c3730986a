internal import Curricula

/// The shapes of single placements, sorted by whom they concern.
struct PlacementTerms: Sendable {
  /// A shape with its level.
  struct Term: Sendable {
    /// Its index among all shapes.
    let id: Int
    let single: Single
    let level: Level

    /// What a placement costs by it.
    func cost(of placement: Placement) -> Change { Change(single.excess(placement), at: level) }
  }

  private var bySession: [[Term]]
  private var byTrainer: [[Term]]
  /// For each room the terms that concern what is in it, and do not ask which session that is.
  private(set) var byRoom: [[Term]]

  init(_ draft: Draft) {
    let problem = draft.problem
    bySession = Array(repeating: [], count: problem.sessions.count)
    byTrainer = Array(repeating: [], count: problem.curriculum.trainers.count)
    byRoom = Array(repeating: [], count: problem.curriculum.rooms.count)
    for (id, (single, level)) in draft.singles.enumerated() {
      let term = Term(id: id, single: single, level: level)
      switch single.selection {
      case .trainer(let trainer): byTrainer[trainer].append(term)
      case .room(let room) where single.isAlike: byRoom[room].append(term)
      case .rooms(let some) where single.isAlike:
        for room in some { byRoom[room].append(term) }
      case .room, .rooms, .sessions:
        for session in single.sessions where draft.isPlaced[session] {
          bySession[session].append(term)
        }
      }
    }
  }

  /// The terms of a session held by some trainers, without those of ``byRoom``.
  func terms(of session: Int, heldBy trainers: [Int]) -> [Term] {
    bySession[session] + trainers.flatMap { byTrainer[$0] }
  }
}

extension [PlacementTerms.Term] {
  /// The terms that read some parts of a placement, as a condition on them says.
  func reading(_ isMeant: (Single.Parts) -> Bool) -> [PlacementTerms.Term] {
    filter { isMeant($0.single.reads) }
  }

  /// What a placement costs by all of them.
  func cost(of placement: Placement) -> Change { reduce(.none) { $0 + $1.cost(of: placement) } }
}
