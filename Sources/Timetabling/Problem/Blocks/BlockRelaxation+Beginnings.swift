internal import Curricula

// What must not begin at the same moment, and where beginnings can be the same.
extension BlockRelaxation {
  /// Blocks in parts: beginnings in blocks of different parts are different.
  func parts(of beginning: Beginning) -> [[Int]] {
    let spans = problem.blocks.indices.map { block in
      let (start, end) = (problem.blocks[block].start, problem.blocks[block].end)
      let key = problem.key(of: beginning, block, start)
      return (block: block, first: key, end: key + end - start)
    }.sorted { ($0.first, $0.block) < ($1.first, $1.block) }
    var parts: [[Int]] = []
    var end = Int.min
    for span in spans {
      if span.first < end {
        parts[parts.count - 1].append(span.block)
      } else {
        parts.append([span.block])
      }
      end = max(end, span.end)
    }
    return parts
  }

  /// Requires that of some sessions, those that are held in some blocks can all begin at the same moment:
  /// no two of them have the same people, and each has a room.
  mutating func requireSameMoment(of sessions: [Int], in blocks: [Int]) {
    var used: [Literal?] = []
    for session in sessions {
      let literals = blocks.compactMap { held(session, in: $0) }
      used.append(literals.isEmpty ? nil : any(of: literals))
    }
    for (first, one) in sessions.enumerated() {
      for (second, other) in sessions.enumerated() where first < second {
        guard let left = used[first], let right = used[second], alwaysClash(one, other) else {
          continue
        }
        penalty.solver.require(anyOf: [!left, !right])
      }
    }
    let rooms = sessions.map { session in
      placements.teams[session].reduce(into: Set<Int>()) { $0.formUnion(placements.rooms[$1]) }
    }
    for set in Set(rooms + [rooms.reduce(into: []) { $0.formUnion($1) }])
      .sorted(by: { $0.sorted().lexicographicallyPrecedes($1.sorted()) })
    where set.isSubset(of: takenRooms) {
      let terms = sessions.indices.compactMap { index in
        rooms[index].isSubset(of: set) ? used[index].map { Term(1, $0) } : nil
      }
      if terms.count > set.count { penalty.solver.require(terms, atMost: set.count) }
    }
  }

  /// Whether two sessions cannot be held at once, whoever holds them.
  private func alwaysClash(_ one: Int, _ other: Int) -> Bool {
    placements.teams[one].allSatisfy { first in
      let taken = Set(occupied(by: one, trainers: trainers(of: first, one)))
      return placements.teams[other].allSatisfy { second in
        !taken.isDisjoint(with: occupied(by: other, trainers: trainers(of: second, other)))
      }
    }
  }
}
