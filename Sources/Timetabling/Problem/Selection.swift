internal import Curricula

/// Some placements: of named sessions, or of whatever a trainer holds or a room houses.
///
/// Whom it takes in is read here alone.
public enum Selection: Hashable, Sendable {
  /// The placements of these sessions.
  case sessions([Int])
  /// The placements in which a trainer takes part.
  case trainer(Int)
  /// The placements in a room.
  case room(Int)
  /// The placements in a room, the first, or in several rooms at once of which it is one.
  case rooms([Int])

  /// The placements in a room, also those that take others with it.
  static func all(inRoom room: Int, of problem: Problem) -> Selection {
    let rooms = problem.curriculum.rooms
    let joined = rooms.indices.filter { rooms[$0].parts.contains(rooms[room].id) }
    return joined.isEmpty ? .room(room) : .rooms([room] + joined)
  }
}

extension Selection {
  /// Whether it does not depend on where, or by whom, sessions are held.
  var isFixed: Bool {
    switch self {
    case .sessions: true
    case .trainer, .room, .rooms: false
    }
  }

  /// Whether it depends on the choice of trainers.
  var dependsOnTrainers: Bool {
    if case .trainer = self { true } else { false }
  }

  /// Whether it depends on the choice of rooms.
  var dependsOnRooms: Bool {
    switch self {
    case .room, .rooms: true
    case .sessions, .trainer: false
    }
  }

  /// The sessions that it names, none where it names a trainer or a room.
  var named: [Int] {
    if case .sessions(let sessions) = self { sessions } else { [] }
  }

  /// Whether it takes in a placement.
  func takesIn(_ placement: Placement) -> Bool {
    switch self {
    case .sessions(let sessions): sessions.contains(placement.session)
    case .trainer, .room, .rooms: takesIn(anyHeldBy: placement.trainers, in: placement.room)
    }
  }

  /// Whether it takes in a session that it may, once it is held by some trainers in a room.
  @inline(__always)
  func takesIn(anyHeldBy trainers: [Int], in room: Int?) -> Bool {
    switch self {
    case .sessions: true
    case .trainer(let trainer): trainers.contains(trainer)
    case .room(let only): room == only
    case .rooms(let some): room.map(some.contains) ?? false
    }
  }

  /// The same of sessions only that are kept, by their new indices; `nil` when none remains.
  func kept(_ position: (Int) -> Int?) -> Selection? {
    guard case .sessions(let sessions) = self else { return self }
    let kept = sessions.compactMap(position)
    return kept.isEmpty ? nil : .sessions(kept)
  }
}

extension [Problem.SessionFacts] {
  /// The sessions that a selection takes in however trainers and rooms are chosen, ascending.
  func indices(certainlyIn selection: Selection) -> [Int] {
    switch selection {
    case .sessions(let members): members.ascending
    case .trainer(let trainer):
      indices.filter { session in
        self[session].teams.allSatisfy { $0.trainers.contains(trainer) }
      }
    case .room(let room): indices.filter { self[$0].rooms == [room] }
    case .rooms(let some):
      indices.filter { !self[$0].rooms.isEmpty && self[$0].rooms.allSatisfy(some.contains) }
    }
  }

  /// The sessions that a selection may take in, ascending.
  func indices(possiblyIn selection: Selection) -> [Int] {
    switch selection {
    case .sessions(let members): members.ascending
    case .trainer(let trainer):
      indices.filter { session in
        self[session].teams.contains { $0.trainers.contains(trainer) }
      }
    case .room(let room): indices.filter { self[$0].rooms.contains(room) }
    case .rooms(let some): indices.filter { self[$0].rooms.contains(where: some.contains) }
    }
  }
}

extension [Int] {
  /// The numbers ascending, each once.
  fileprivate var ascending: [Int] {
    zip(self, dropFirst()).allSatisfy(<) ? self : Set(self).sorted()
  }
}
