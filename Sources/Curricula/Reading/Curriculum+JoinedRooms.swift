internal import Diagnostics

// Rooms that are used at once.
extension Curriculum {
  /// The most sets of rooms in which one session may be held.
  private static let choices = 64

  /// Gives rooms made of others what they are made of, and sessions that are in several rooms at once
  /// the sets of rooms that they may use.
  mutating func joinRooms(_ findings: inout Findings) {
    let single = Dictionary(rooms.filter(\.parts.isEmpty).map { ($0.id, $0) }) { first, _ in first }
    for index in rooms.indices where !rooms[index].parts.isEmpty {
      for part in rooms[index].parts where single[part] == nil {
        guard rooms.contains(where: { $0.id == part }) else { continue }
        findings.error(
          at: rooms[index].location,
          "the room '\(rooms[index].id)' is made of '\(part)', which is itself made of rooms",
          remedy: "name the single rooms under 'of'"
        )
      }
      rooms[index].join(rooms[index].parts.compactMap { single[$0] })
    }
    for index in sessions.indices {
      guard let count = sessions[index].roomsAtOnce else { continue }
      let named = sessions[index].rooms
      sessions[index].roomsAtOnce?.isEverywhere = count.number == nil && named.isEmpty
      let usable = rooms.filter { room in
        room.parts.isEmpty && (named.isEmpty || named.contains(room.id))
      }
      useAtOnce(count.number ?? usable.count, of: usable, for: index, at: count.location, &findings)
    }
  }

  private mutating func useAtOnce(
    _ count: Int,
    of usable: [Room],
    for session: Int,
    at place: Diagnostic.Location,
    _ findings: inout Findings
  ) {
    let id = sessions[session].id
    guard count <= usable.count else {
      findings.error(
        at: place,
        "the session '\(id)' needs \(count) rooms at once, but may use \(usable.count)",
        remedy: "name more rooms, or fewer at once; a room made of others does not count"
      )
      return
    }
    guard count > 1 else { return }
    guard let sets = usable.sets(of: count, most: Self.choices) else {
      findings.error(
        at: place,
        "the session '\(id)' can choose its rooms in more than \(Self.choices) ways",
        remedy: "name fewer rooms under 'rooms'"
      )
      return
    }
    sessions[session].rooms = sets.map { set in
      // The order in which rooms are written makes no other room of them.
      let set = set.sorted { $0.id < $1.id }
      let parts = set.map(\.id)
      if let known = rooms.first(where: { Set($0.parts) == Set(parts) }) { return known.id }
      var joined = Room(
        id: Room.identifier(ofAll: parts),
        name: "",
        location: sessions[session].location
      )
      joined.parts = parts
      joined.isDeclared = false
      joined.join(set)
      rooms.append(joined)
      return joined.id
    }
  }
}

extension Room {
  /// Takes from the rooms that it is made of what is not said of it: seats for all together, and the
  /// features that each of them has.
  fileprivate mutating func join(_ rooms: [Room]) {
    let names = rooms.map(\.name).listed("and")
    name = name.isEmpty || name == names ? names : "\(name) (\(names))"
    let known = rooms.compactMap(\.seats)
    if seats == nil, known.count == rooms.count {
      seats = known.reduce(0, +)
      addsSeats = true
    }
    if let first = rooms.first {
      features.formUnion(rooms.reduce(first.features) { $0.intersection($1.features) })
    }
    isShared = rooms.allSatisfy(\.isShared)
    if link == nil { link = rooms.compactMap(\.link).first }
    let places = Set(rooms.compactMap(\.place)).sorted()
    // Rooms in two places can be used at once only in a block that is for every place.
    place = places.isEmpty ? nil : places.joined(separator: "+")
  }
}

extension [Room] {
  /// All sets of so many of them, in their order; `nil` where there are more than a limit.
  fileprivate func sets(of number: Int, most limit: Int) -> [[Room]]? {
    var sets: [[Int]] = [[]]
    for taken in 0..<number {
      sets = sets.flatMap { set in
        ((set.last ?? -1) + 1...count - number + taken).map { set + [$0] }
      }
      guard sets.count <= limit else { return nil }
    }
    return sets.map { $0.map { self[$0] } }
  }
}
