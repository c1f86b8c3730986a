internal import Curricula
internal import Diagnostics

/// Looks for changes to rooms that make a timetable possible: more seats, a feature, or one more room.
struct RoomRepairs {
  let problem: Problem
  /// The facts of the conflict.
  let facts: [Fact]
  /// The sessions whose length matters.
  let tooLong: Set<Int>

  /// The repairs that work, the cheapest first.
  var repairs: [Conflict.Repair] {
    let rooms = problem.curriculum.rooms
    return rooms.indices.filter { rooms[$0].isDeclared }.flatMap { room in
      [equipped(room), enlarged(room), doubled(room)].compactMap(\.self)
    }.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
  }

  /// The sessions that ask something of their room, by the name of the constraint, and may use a room.
  private func sessions(asking name: String, of room: Int) -> [Int] {
    facts.filter { $0.origin.name == name }.flatMap(\.constraints)
      .flatMap { problem.constraints[$0].single?.sessions ?? [] }
      .filter { problem.sessions[$0].rooms.contains(room) }
  }

  /// The features that sessions of the conflict need and a room lacks.
  private func equipped(_ room: Int) -> Conflict.Repair? {
    let declared = problem.curriculum.rooms[room]
    let missing = sessions(asking: RoomFeatures.name, of: room)
      .reduce(into: Set<String>()) { $0.formUnion(RoomFeatures.needed(by: $1, in: problem)) }
      .subtracting(declared.features).sorted()
    guard !missing.isEmpty else { return nil }
    let what = "the \(missing.count.agreeing("feature", "features")) \(missing.quoted())"
    return repair(
      room,
      "give the room '\(declared.id)' \(what)",
      as: .equip(declared.location, with: missing)
    ) {
      $0.rooms[room].features.formUnion(missing)
    }
  }

  /// The seats that sessions of the conflict need and a room lacks.
  private func enlarged(_ room: Int) -> Conflict.Repair? {
    let declared = problem.curriculum.rooms[room]
    let sizes = sessions(asking: RoomSeats.name, of: room).map { problem.sessions[$0].size }
    guard let seats = declared.seats, let size = sizes.max(), size > seats else { return nil }
    return repair(
      room,
      "give the room '\(declared.id)' \(size) seats instead of \(seats)",
      as: .seat(declared.location, size)
    ) {
      $0.rooms[room].seats = size
    }
  }

  /// One more room, where sessions for different people wait for one.
  private func doubled(_ room: Int) -> Conflict.Repair? {
    let waiting = tooLong.filter { problem.sessions[$0].rooms.contains(room) }.sorted()
    guard waiting.count > 1, !problem.curriculum.sessions.contains(where: \.takesEveryRoom),
      waiting.contains(where: { !Set(problem.sessions[$0].groups).isSuperset(of: groups(waiting)) })
    else { return nil }
    var other = problem.curriculum.rooms[room]
    let id = other.id
    other.id += "-2"
    let named = problem.curriculum.sessions.filter { $0.rooms.contains(id) }.map(\.location)
    return repair(
      room,
      "declare another room like '\(id)', for sessions at the same time",
      as: .doubleRoom(other.location, as: other.id, for: Set(named).sorted())
    ) { [other] curriculum in
      curriculum.rooms.append(other)
      for index in curriculum.sessions.indices
      where curriculum.sessions[index].rooms.contains(id) {
        curriculum.sessions[index].rooms.append(other.id)
      }
    }
  }

  private func groups(_ sessions: [Int]) -> Set<Int> {
    sessions.reduce(into: []) { $0.formUnion(problem.sessions[$1].groups) }
  }

  /// A change to a room as a repair; `nil` where it does not make a timetable possible.
  private func repair(
    _ room: Int,
    _ sentence: String,
    as amendment: Amendment,
    _ change: (inout Curriculum) -> Void
  ) -> Conflict.Repair? {
    var curriculum = problem.curriculum
    change(&curriculum)
    guard let cost = problem.remade(from: curriculum).flatMap(RepairSearch.cost(of:)) else {
      return nil
    }
    let declared = problem.curriculum.rooms[room]
    let statement = Statement("the room '\(declared.id)' is as it is declared", topic: .room)
    let origin = Origin("rooms", .hard, .rooms, statement, at: declared.location)
    let told = Conflict.Change(origin, Instruction(sentence), as: [amendment])
    return Conflict.Repair([told], cost: cost)
  }
}
