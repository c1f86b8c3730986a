extension PlacementDraft {
  /// For each block in which a team can hold a session what that costs at least.
  func costs(ofTeam team: Int, holding session: Int) -> [Int: Int] {
    var costs: [Int: Int] = [:]
    for run in runs[team] {
      let block = Int(run.block)
      // What breaks a hard constraint in any case is among the runs only where nothing else is.
      guard byBlock[team, block].hard == 0,
        let start = leastStartCost(ofTeam: team, in: run),
        let room = leastRoomCost(ofTeam: team, holding: session, in: block)
      else { continue }
      let time = byBlock[team, block].soft.cappedSum(start)
      costs[block] = min(costs[block] ?? .max, time.cappedSum(room))
    }
    return costs
  }

  /// Whether a team can hold a session in a room in a block.
  func isOpen(_ room: Int, to team: Int, holding session: Int, in block: Int) -> Bool {
    rooms[team].contains(room) && byBlockAndRoom[team, block * byRoom.width + room].hard == 0
      && byBlock[team, block].hard == 0 && roomTimes.least(session, in: room, block).hard == 0
  }

  private func leastStartCost(ofTeam team: Int, in run: Run) -> Int? {
    guard byStart.rowOf[team] >= 0 else { return 0 }
    // All starts of the block, so that the grid does not matter: at most too few costs.
    let block = Int(run.block)
    return (startBase[block]..<startBase[block + 1]).map { byStart[team, $0] }
      .filter { $0.hard == 0 }.map(\.soft).min()
  }

  private func leastRoomCost(ofTeam team: Int, holding session: Int, in block: Int) -> Int? {
    var least: Int?
    for room in rooms[team] {
      guard room >= 0 else { return 0 }
      let alone = byRoom[team, room]
      let here = byBlockAndRoom[team, block * byRoom.width + room]
      let then = roomTimes.least(session, in: room, block)
      guard alone.hard == 0, here.hard == 0, then.hard == 0 else { continue }
      let cost = alone.soft.cappedSum(here.soft).cappedSum(then.soft)
      least = min(least ?? .max, cost)
    }
    return least
  }
}

extension PlacementDraft.Tables {
  /// What a thing's row says at a place.
  subscript(thing: Int, place: Int) -> Change {
    let row = Int(rowOf[thing])
    return row < 0 ? .none : values[row * width + place]
  }
}
