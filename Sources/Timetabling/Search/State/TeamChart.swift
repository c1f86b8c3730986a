internal import Curricula

/// What it costs to hold one session by one team, wherever that may be.
struct TeamChart {
  private let problem: Problem
  private let session: Int
  private let trainers: [Int]
  private let startBase: [Int]
  private let byBlock: [Change]
  private let byStart: [Change]?
  let byRoom: [Change]?
  let byBlockAndRoom: [Change]?

  init(
    _ session: Int,
    _ team: Problem.Team,
    _ problem: Problem,
    _ startBase: [Int],
    blockTerms: [PlacementDraft.Term],
    startTerms: [PlacementDraft.Term],
    roomTerms: [PlacementDraft.Term],
    blockAndRoomTerms: [PlacementDraft.Term]
  ) {
    self.problem = problem
    self.session = session
    self.startBase = startBase
    trainers = team.trainers
    let facts = problem.sessions[session]
    let fitting = problem.blocks.indices.filter { problem.blocks[$0].minutes >= facts.minutes }
    func cost(_ terms: [PlacementDraft.Term], block: Int, start: Int, room: Int?) -> Change {
      let placement = Placement(
        session: session,
        block: block,
        start: start,
        room: room,
        trainers: team.trainers
      )
      return terms.reduce(.none) { $0 + Change($1.form.excess(placement), at: $1.level) }
    }
    let anyBlock = fitting.first ?? 0
    let anyStart = fitting.first.map { problem.blocks[$0].start } ?? 0
    var byBlock = [Change](repeating: .none, count: problem.blocks.count)
    if !blockTerms.isEmpty {
      for block in fitting {
        let start = problem.blocks[block].start
        byBlock[block] = cost(blockTerms, block: block, start: start, room: facts.rooms.first)
      }
    }
    self.byBlock = byBlock
    if startTerms.isEmpty {
      byStart = nil
    } else {
      var byStart = [Change](repeating: .none, count: startBase.last ?? 0)
      for block in fitting {
        for (index, start) in problem.starts(of: session, in: block).enumerated() {
          byStart[startBase[block] + index] =
            cost(startTerms, block: block, start: start, room: facts.rooms.first)
        }
      }
      self.byStart = byStart
    }
    let roomCount = problem.curriculum.rooms.count
    if roomTerms.isEmpty || roomCount == 0 {
      byRoom = nil
    } else {
      var byRoom = [Change](repeating: .none, count: roomCount)
      for room in facts.rooms {
        byRoom[room] = cost(roomTerms, block: anyBlock, start: anyStart, room: room)
      }
      self.byRoom = byRoom
    }
    if blockAndRoomTerms.isEmpty || roomCount == 0 {
      byBlockAndRoom = nil
    } else {
      var table = [Change](repeating: .none, count: problem.blocks.count * roomCount)
      for block in fitting {
        let start = problem.blocks[block].start
        for room in facts.rooms {
          table[block * roomCount + room] =
            cost(blockAndRoomTerms, block: block, start: start, room: room)
        }
      }
      byBlockAndRoom = table
    }
  }

  /// Whether some room breaks no hard constraint, or there are no rooms.
  var hasRoom: Bool {
    guard let byRoom else { return true }
    return problem.sessions[session].rooms.contains { byRoom[$0].hard == 0 }
  }

  /// The rooms, all or those that break no hard constraint; -1 where there are no rooms.
  func rooms(keepingHard: Bool) -> [Int] {
    let rooms = problem.sessions[session].rooms
    guard !rooms.isEmpty else { return [-1] }
    guard keepingHard, let byRoom else { return rooms }
    return rooms.filter { byRoom[$0].hard == 0 }
  }

  /// The starts, all that fit or those that break no hard constraint.
  func runs(keepingHard: Bool) -> [PlacementDraft.Run] {
    var runs: [PlacementDraft.Run] = []
    for block in problem.blocks.indices {
      if keepingHard, byBlock[block].hard > 0 { continue }
      var isOpen = false
      for (index, start) in problem.starts(of: session, in: block).enumerated() {
        if keepingHard, let byStart, byStart[startBase[block] + index].hard > 0 {
          isOpen = false
          continue
        }
        if isOpen {
          runs[runs.count - 1].last = Int32(start)
        } else {
          isOpen = true
          runs.append(
            PlacementDraft.Run(block: Int32(block), first: Int32(start), last: Int32(start))
          )
        }
      }
    }
    return runs
  }

  /// The costs by block in some runs, `nil` where there are none.
  func blocks(within runs: [PlacementDraft.Run]) -> [Change]? {
    runs.contains { byBlock[Int($0.block)] != .none } ? byBlock : nil
  }

  /// The costs by start in some runs, `nil` where there are none.
  func starts(within runs: [PlacementDraft.Run]) -> [Change]? {
    guard let byStart else { return nil }
    let grid = Int32(problem.curriculum.grid)
    let isFree = runs.allSatisfy { run in
      let first =
        startBase[Int(run.block)]
        + Int(run.first - Int32(problem.blocks[Int(run.block)].start)) / Int(grid)
      return byStart[first...(first + Int((run.last - run.first) / grid))]
        .allSatisfy { $0 == .none }
    }
    return isFree ? nil : byStart
  }
}
