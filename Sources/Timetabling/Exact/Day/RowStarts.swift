internal import Curricula

/// The starts worth trying for a session behind a row of others.
///
/// Where nothing gains from a pause, a session begins at once. Where a single pattern asks for a
/// break, or all patterns concern every session of the day alike, it begins at once or when the break
/// is over: shifting the row to the left makes no run longer. A session whose own cost depends on its
/// start begins, without such patterns, only where no earlier start is as cheap. In all other cases
/// every start on the grid is tried.
struct RowStarts {
  /// Whether a session begins at once, always.
  let isAtOnce: Bool

  private let track: Track
  /// The breaks that can gain something, each with those whose end it is counted from.
  private let breaks: [(selection: Selection, pause: Int)]
  private let triesAll: Bool

  init(
    _ track: Track,
    _ day: Int,
    _ set: SessionSet,
    _ options: [[Track.Option]],
    _ patterns: [Track.Pattern]
  ) {
    self.track = track
    let dependsOnStart = set.contains { options[$0].contains(where: \.dependsOnStart) }
    let blocks = track.days[day].blocks.map { track.problem.blocks[$0] }
    let abut = zip(blocks, blocks.dropFirst()).contains { $0.end == $1.start }
    var breaks: [(selection: Selection, pause: Int)] = []
    var timed: [Track.Pattern] = []
    var needsAll = false
    for pattern in patterns where pattern.members.intersection(set).count > 1 {
      switch pattern.pattern.starts {
      case .none: continue
      case .atOnce: break
      case .afterBreak(let minutes): breaks.append((pattern.selection, minutes))
      case .anyWhereBlocksAbut: needsAll = needsAll || abut
      case .anyInSeveralBlocks: needsAll = needsAll || blocks.count > 1
      case .any: needsAll = true
      }
      timed.append(pattern)
    }
    let isSimple =
      timed.count <= 1
      || timed.allSatisfy {
        !$0.readsRooms && !$0.readsTrainers && set.isSubset(of: $0.members)
      }
    triesAll = needsAll || !timed.isEmpty && (dependsOnStart || !isSimple)
    self.breaks = breaks
    isAtOnce = breaks.isEmpty && !dependsOnStart && !triesAll
  }

  /// The starts worth trying for a session behind a row, ascending.
  func after(_ row: [Placement], _ rank: Int, _ option: Track.Option) -> [Int] {
    let block = track.problem.blocks[option.block]
    var earliest = block.start
    if let last = row.last {
      guard option.block >= last.block else { return [] }
      if option.block == last.block { earliest = end(of: last) }
    }
    let latest = block.end - track.minutes[rank]
    let first = onGrid(earliest, block)
    guard first <= latest else { return [] }
    if triesAll { return Array(stride(from: first, through: latest, by: grid)) }
    if option.dependsOnStart { return cheapening(from: first, to: latest, rank, option) }
    var starts = [first]
    for entry in breaks {
      guard
        let last = row.last(where: {
          $0.block == option.block && entry.selection.takesIn($0)
        })
      else { continue }
      let start = onGrid(end(of: last) + entry.pause, block)
      if start > first, start <= latest, !starts.contains(start) { starts.append(start) }
    }
    return starts.sorted()
  }

  /// The starts than which no earlier one is as cheap.
  private func cheapening(
    from first: Int,
    to latest: Int,
    _ rank: Int,
    _ option: Track.Option
  ) -> [Int] {
    let session = track.sessions[rank]
    var placement = Placement(
      session: session,
      block: option.block,
      start: first,
      room: option.room,
      trainers: track.problem.sessions[session].teams[option.team].trainers
    )
    var least = Int.max
    return stride(from: first, through: latest, by: grid).filter { start in
      placement.start = start
      guard let penalty = track.startSingles[rank].softPenalty(of: placement), penalty < least
      else { return false }
      least = penalty
      return true
    }
  }

  private var grid: Int { track.problem.curriculum.grid }

  private func onGrid(_ time: Int, _ block: Block) -> Int {
    block.start + (time - block.start + grid - 1) / grid * grid
  }

  private func end(of placement: Placement) -> Int {
    placement.start + track.problem.sessions[placement.session].minutes
  }
}
