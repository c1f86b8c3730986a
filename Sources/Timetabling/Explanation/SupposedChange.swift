internal import Curricula
internal import Diagnostics

/// A change of a curriculum, and the curriculum as it would then be.
struct SupposedChange {
  let change: Conflict.Change
  let curriculum: Curriculum
}

extension Curriculum {
  /// Whether another room like one would be of use: it takes one session at a time, is not made of others,
  /// and no session takes all rooms that there are.
  func canDouble(_ room: Int) -> Bool {
    !rooms[room].isShared && rooms[room].parts.isEmpty
      && !sessions.contains(where: \.takesEveryRoom)
  }

  /// Another room like one, also for the sessions that name that one.
  func doubling(_ room: Int) -> SupposedChange {
    var curriculum = self
    var other = rooms[room]
    let id = other.id
    let ids = Set(rooms.map(\.id))
    other.id = (2...).lazy.map { "\(id)-\($0)" }.first { !ids.contains($0) } ?? id
    let named = sessions.filter { $0.rooms.contains(id) }.map(\.location)
    curriculum.rooms.append(other)
    for index in curriculum.sessions.indices where curriculum.sessions[index].rooms.contains(id) {
      curriculum.sessions[index].rooms.append(other.id)
    }
    return changing(
      room,
      "declare another room like '\(id)', for sessions at the same time",
      as: .doubleRoom(other.location, as: other.id, for: Set(named).sorted()),
      to: curriculum
    )
  }

  /// A room with more features.
  func equipping(_ room: Int, with features: Set<String>) -> SupposedChange {
    var curriculum = self
    curriculum.rooms[room].features.formUnion(features)
    let missing = features.sorted()
    let what = "the \(missing.count.agreeing("feature", "features")) \(missing.quoted())"
    return changing(
      room,
      "give the room '\(rooms[room].id)' \(what)",
      as: .equip(rooms[room].location, with: missing),
      to: curriculum
    )
  }

  /// A room with more seats than the number that it has.
  func enlarging(_ room: Int, from seats: Int, to size: Int) -> SupposedChange {
    var curriculum = self
    for place in [room] + roomsAddingSeats(of: room) {
      curriculum.rooms[place].seats = rooms[place].seats.map { $0 + size - seats }
    }
    return changing(
      room,
      "give the room '\(rooms[room].id)' \(size) seats instead of \(seats)",
      as: .seat(rooms[room].location, size),
      to: curriculum
    )
  }

  /// The rooms that are made of a room and others, and have the seats of all of them.
  func roomsAddingSeats(of room: Int) -> [Int] {
    rooms.indices.filter { rooms[$0].addsSeats && rooms[$0].parts.contains(rooms[room].id) }
  }

  private func changing(
    _ room: Int,
    _ sentence: String,
    as amendment: Amendment,
    to curriculum: Curriculum
  ) -> SupposedChange {
    let declared = rooms[room]
    let statement = Statement("the room '\(declared.id)' is as it is declared", topic: .room)
    let origin = Origin("rooms", .hard, .rooms, statement, at: declared.location)
    return SupposedChange(
      change: Conflict.Change(origin, Instruction(sentence), as: [amendment]),
      curriculum: curriculum
    )
  }

  /// A trainer who can stand in for another one, after those who can already.
  func letting(_ other: Int, standInFor trainer: Int) -> SupposedChange {
    var curriculum = self
    let declared = trainers[trainer]
    curriculum.trainers[trainer].alternates.append(trainers[other].id)
    let statement = Statement("\(declared.name) has the alternates that are declared")
    let origin = Origin("trainers", .hard, .trainers, statement, at: declared.location)
    return SupposedChange(
      change: Conflict.Change(
        origin,
        Instruction("let \(trainers[other].name) stand in for \(declared.name)"),
        as: [.addAlternate(declared.location, trainers[other].id)]
      ),
      curriculum: curriculum
    )
  }
}
