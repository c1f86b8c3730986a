internal import Curricula

/// What it costs to hold one session by one team in some room.
struct RoomChart {
  private let rooms: [Int]
  /// For each room what it costs, `nil` where no term asks for the room alone.
  let byRoom: [Change]?
  /// For each block and room what it costs, `nil` where no term asks for both.
  let byBlockAndRoom: [Change]?

  init(
    _ session: Int,
    _ team: Problem.Team,
    _ problem: Problem,
    roomTerms: [PlacementTerms.Term],
    blockAndRoomTerms: [PlacementTerms.Term]
  ) {
    let facts = problem.sessions[session]
    let roomCount = problem.curriculum.rooms.count
    let fitting = problem.blocks.indices.filter { problem.blocks[$0].minutes >= facts.minutes }
    rooms = facts.rooms
    let anyBlock = fitting.first ?? 0
    var placement = Placement(
      session: session,
      block: anyBlock,
      start: fitting.isEmpty ? 0 : problem.blocks[anyBlock].start,
      room: nil,
      trainers: team.trainers
    )
    if roomTerms.isEmpty || roomCount == 0 {
      byRoom = nil
    } else {
      var table = [Change](repeating: .none, count: roomCount)
      for room in facts.rooms {
        placement.room = room
        table[room] = roomTerms.cost(of: placement)
      }
      byRoom = table
    }
    if blockAndRoomTerms.isEmpty || roomCount == 0 {
      byBlockAndRoom = nil
    } else {
      var table = [Change](repeating: .none, count: problem.blocks.count * roomCount)
      for block in fitting {
        placement.block = block
        placement.start = problem.blocks[block].start
        for room in facts.rooms {
          placement.room = room
          table[block * roomCount + room] = blockAndRoomTerms.cost(of: placement)
        }
      }
      byBlockAndRoom = table
    }
  }

  /// Whether some room breaks no hard constraint, or there are no rooms.
  var hasRoom: Bool {
    guard let byRoom else { return true }
    return rooms.contains { byRoom[$0].hard == 0 }
  }

  /// The rooms that break no hard constraint, or all where all do; -1 where there are no rooms.
  var usable: [Int] {
    guard !rooms.isEmpty else { return [-1] }
    guard hasRoom, let byRoom else { return rooms }
    return rooms.filter { byRoom[$0].hard == 0 }
  }
}
