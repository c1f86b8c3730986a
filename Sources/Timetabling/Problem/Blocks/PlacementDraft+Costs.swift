internal import Curricula

extension PlacementDraft {
  /// For each block in which a team can hold a session what that costs at least.
  ///
  /// - Complexity: O(blocks × rooms), times the starts of a block where constraints ask for both.
  func costs(
    ofTeam team: Int,
    of trainers: [Int],
    holding session: Int,
    in problem: Problem
  ) -> [Int: Int] {
    let asksForBoth =
      !loose[session].isEmpty
      || rooms[team].contains { $0 >= 0 && roomTimes.asksForStarts(session, in: $0) }
    var costs: [Int: Int] = [:]
    for run in runs[team] {
      let block = Int(run.block)
      // What breaks a hard constraint in any case is among the runs only where nothing else is.
      guard byBlock[team, block].hard == 0 else { continue }
      let least =
        asksForBoth
        ? leastCost(ofTeam: team, of: trainers, holding: session, in: run, problem)
        : leastStartCost(ofTeam: team, in: run, problem).flatMap { start in
          leastRoomCost(ofTeam: team, holding: session, in: block).map(start.cappedSum)
        }
      guard let least else { continue }
      costs[block] = min(costs[block] ?? .max, byBlock[team, block].soft.cappedSum(least))
    }
    return costs
  }

  /// Whether a team can hold a session in a room in a block.
  func isOpen(_ room: Int, to team: Int, holding session: Int, in block: Int) -> Bool {
    rooms[team].contains(room) && byBlockAndRoom[team, block * byRoom.width + room].hard == 0
      && byBlock[team, block].hard == 0 && roomTimes.least(session, in: room, block).hard == 0
  }

  /// What the starts of a run and the rooms cost at least together.
  private func leastCost(
    ofTeam team: Int,
    of trainers: [Int],
    holding session: Int,
    in run: Run,
    _ problem: Problem
  ) -> Int? {
    choices(ofTeam: team, of: trainers, holding: session, in: run, problem).map(\.cost).min()
  }

  /// When and where a team can hold a session in a run, with what that costs beside the block.
  func choices(
    ofTeam team: Int,
    of trainers: [Int],
    holding session: Int,
    in run: Run,
    _ problem: Problem
  ) -> [(start: Int, room: Int?, cost: Int)] {
    let block = Int(run.block)
    var found: [(start: Int, room: Int?, cost: Int)] = []
    for (start, place) in starts(in: run, problem) {
      let time = byStart[team, place]
      guard time.hard == 0 else { continue }
      for room in rooms[team] {
        var cost = time
        if room >= 0 {
          cost += byRoom[team, room] + byBlockAndRoom[team, block * byRoom.width + room]
          cost += roomTimes.cost(session, in: room, block, start: place)
        }
        let placement = Placement(
          session: session,
          block: block,
          start: start,
          room: room < 0 ? nil : room,
          trainers: trainers
        )
        cost += loose[session].cost(of: placement)
        if cost.hard == 0 { found.append((start, placement.room, cost.soft)) }
      }
    }
    return found
  }

  private func leastStartCost(ofTeam team: Int, in run: Run, _ problem: Problem) -> Int? {
    guard byStart.rowOf[team] >= 0 else { return 0 }
    return starts(in: run, problem).map { byStart[team, $0.place] }
      .filter { $0.hard == 0 }.map(\.soft).min()
  }

  /// The starts of a run, each with its place in rows by start.
  private func starts(in run: Run, _ problem: Problem) -> [(start: Int, place: Int)] {
    let (block, grid) = (Int(run.block), problem.curriculum.grid)
    return stride(from: Int(run.first), through: Int(run.last), by: grid).map { start in
      (start, startBase[block] + (start - problem.blocks[block].start) / grid)
    }
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
