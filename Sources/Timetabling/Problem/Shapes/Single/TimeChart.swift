internal import Curricula

/// What it costs to hold one session by one team at some time, whatever the room.
struct TimeChart {
  /// What charts are made from; where nothing asks which session it is, equal ones have equal charts.
  struct Key: Hashable {
    let minutes: Int
    let terms: [Int]
  }

  private let grid: Int
  private let blocks: [Block]
  private let startBase: [Int]
  /// For each block what it costs.
  private let byBlock: [Change]
  /// For each start what it costs, `nil` where no term asks for the start.
  private let byStart: [Change]?
  /// The starts that break no hard constraint.
  let kept: [PlacementDraft.Run]
  /// The starts that fit.
  let all: [PlacementDraft.Run]

  init(
    _ session: Int,
    _ team: Problem.Team,
    _ problem: Problem,
    _ startBase: [Int],
    blockTerms: [PlacementTerms.Term],
    startTerms: [PlacementTerms.Term]
  ) {
    grid = problem.curriculum.grid
    blocks = problem.blocks
    self.startBase = startBase
    let facts = problem.sessions[session]
    var placement = Placement(
      session: session,
      block: 0,
      start: 0,
      room: facts.rooms.first,
      trainers: team.trainers
    )
    var byBlock = [Change](repeating: .none, count: problem.blocks.count)
    var byStart =
      startTerms.isEmpty ? nil : [Change](repeating: .none, count: startBase.last ?? 0)
    var kept: [PlacementDraft.Run] = []
    var all: [PlacementDraft.Run] = []
    for (block, times) in problem.blocks.enumerated() where times.minutes >= facts.minutes {
      placement.block = block
      placement.start = times.start
      byBlock[block] = blockTerms.cost(of: placement)
      let last = times.start + (times.minutes - facts.minutes) / grid * grid
      let run = PlacementDraft.Run(
        block: Int32(block),
        first: Int32(times.start),
        last: Int32(last)
      )
      all.append(run)
      guard !startTerms.isEmpty else {
        if byBlock[block].hard == 0 { kept.append(run) }
        continue
      }
      var isOpen = false
      for (index, start) in problem.starts(of: session, in: block).enumerated() {
        placement.start = start
        let cost = startTerms.cost(of: placement)
        byStart?[startBase[block] + index] = cost
        if byBlock[block].hard > 0 || cost.hard > 0 {
          isOpen = false
        } else if isOpen {
          kept[kept.count - 1].last = Int32(start)
        } else {
          isOpen = true
          kept.append(
            PlacementDraft.Run(block: Int32(block), first: Int32(start), last: Int32(start))
          )
        }
      }
    }
    self.byBlock = byBlock
    self.byStart = byStart
    self.kept = kept
    self.all = all
  }

  /// The costs by block in some runs, `nil` where there are none.
  func blocks(within runs: [PlacementDraft.Run]) -> [Change]? {
    runs.contains { byBlock[Int($0.block)] != .none } ? byBlock : nil
  }

  /// The costs by start in some runs, `nil` where there are none.
  func starts(within runs: [PlacementDraft.Run]) -> [Change]? {
    guard let byStart else { return nil }
    let isFree = runs.allSatisfy { run in
      let first = startBase[Int(run.block)] + (Int(run.first) - blocks[Int(run.block)].start) / grid
      return byStart[first...(first + Int(run.last - run.first) / grid)].allSatisfy { $0 == .none }
    }
    return isFree ? nil : byStart
  }
}
