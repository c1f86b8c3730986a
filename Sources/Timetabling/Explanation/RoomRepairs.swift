internal import Curricula
internal import Diagnostics

/// Looks for changes to rooms that make a timetable possible: more seats, a feature, or one more room.
struct RoomRepairs {
  let problem: Problem
  /// The facts of the conflict.
  let facts: [Fact]
  /// The sessions of the conflict.
  let sessions: [Int]

  /// The repairs that work, the cheapest first.
  var repairs: [Conflict.Repair] {
    let rooms = problem.curriculum.rooms
    return rooms.indices.filter { rooms[$0].isDeclared }.flatMap { room in
      [equipped(room), enlarged(room), doubled(room)].compactMap { $0.flatMap(repair) }
    }.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
  }

  /// The sessions that ask something of their room, by the name of the constraint, and may use a room.
  private func asking(_ name: String, of room: Int) -> [Int] {
    facts.filter { $0.origin.name == name }.flatMap(\.constraints)
      .flatMap { problem.constraints[$0].single?.sessions ?? [] }
      .filter { problem.sessions[$0].rooms.contains(room) }
  }

  /// A room with the features that sessions of the conflict need and it lacks.
  func equipped(_ room: Int) -> SupposedChange? {
    let missing = asking(RoomFeatures.name, of: room)
      .reduce(into: Set<String>()) { $0.formUnion(RoomFeatures.needed(by: $1, in: problem)) }
      .subtracting(problem.curriculum.rooms[room].features)
    return missing.isEmpty ? nil : problem.curriculum.equipping(room, with: missing)
  }

  /// A room with the seats that sessions of the conflict need and it lacks; used at once with others,
  /// it makes up for what all of them lack.
  func enlarged(_ room: Int) -> SupposedChange? {
    let rooms = problem.curriculum.rooms
    guard let seats = rooms[room].seats, !rooms[room].addsSeats else { return nil }
    let places = [room] + problem.curriculum.roomsAddingSeats(of: room)
    let sizes = places.flatMap { place in
      asking(RoomSeats.name, of: place).map { session in
        seats + problem.sessions[session].size - (rooms[place].seats ?? 0)
      }
    }
    guard let size = sizes.max(), size > seats else { return nil }
    return problem.curriculum.enlarging(room, from: seats, to: size)
  }

  /// One more room, where sessions for different people wait for one.
  private func doubled(_ room: Int) -> SupposedChange? {
    let waiting = sessions.filter { problem.sessions[$0].rooms.contains(room) }
    guard waiting.count > 1, problem.curriculum.canDouble(room),
      waiting.contains(where: { !Set(problem.sessions[$0].groups).isSuperset(of: groups(waiting)) })
    else { return nil }
    return problem.curriculum.doubling(room)
  }

  private func groups(_ sessions: [Int]) -> Set<Int> {
    sessions.reduce(into: []) { $0.formUnion(problem.sessions[$1].groups) }
  }

  /// A change to a room as a repair; `nil` where it does not make a timetable possible.
  private func repair(_ supposed: SupposedChange) -> Conflict.Repair? {
    problem.remade(from: supposed.curriculum).flatMap(RepairSearch.cost(of:))
      .map { Conflict.Repair([supposed.change], cost: $0) }
  }
}
