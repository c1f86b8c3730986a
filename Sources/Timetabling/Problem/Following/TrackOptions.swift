internal import Curricula

/// The blocks, rooms and teams that sessions can have on each day.
struct TrackOptions {
  /// For each day and rank the options that break no hard constraint; of those that nothing
  /// distinguishes only the cheapest.
  private(set) var options: [[[Track.Option]]] = []
  /// For each rank what is wanted of its start.
  let startSingles: [[Track.Weighted]]
  /// For each day the ranks whose cost depends on the start within a block.
  var arranged: [SessionSet] {
    options.map { day in
      day.indices.reduce(into: SessionSet()) { set, rank in
        if day[rank].contains(where: \.dependsOnStart) { set.insert(rank) }
      }
    }
  }

  private let problem: Problem
  private let sessions: [Int]
  private let blockSingles: [[Track.Weighted]]
  private let otherSingles: [[Track.Weighted]]
  private var roomMatters = SessionSet()
  private var teamMatters = SessionSet()

  init(_ compiler: TrackCompiler) {
    problem = compiler.problem
    sessions = compiler.sessions
    startSingles = compiler.singles.map { $0.filter { $0.single.reads.contains(.start) } }
    blockSingles = compiler.singles.map { $0.filter { $0.single.reads == .block } }
    otherSingles = compiler.singles.map {
      $0.filter { !$0.single.reads.contains(.start) && $0.single.reads != .block }
    }
    for coupling in compiler.couplings {
      if coupling.asks.contains(.rooms) || coupling.choice?.dependsOnRooms == true {
        roomMatters = roomMatters.union(coupling.scope)
      }
      if coupling.choice?.dependsOnTrainers == true {
        teamMatters = teamMatters.union(coupling.scope)
      }
    }
    for pattern in compiler.patterns {
      if pattern.readsRooms { roomMatters = roomMatters.union(pattern.members) }
      if pattern.readsTrainers { teamMatters = teamMatters.union(pattern.members) }
    }
    options = problem.days.map { day in
      sessions.indices.map { rank in day.blocks.flatMap { options(of: rank, in: $0) } }
    }
  }

  /// For each day the ranks that have an option.
  var allowed: [SessionSet] {
    options.map { day in
      day.indices.reduce(into: SessionSet()) { if !day[$1].isEmpty { $0.insert($1) } }
    }
  }

  private func options(of rank: Int, in block: Int) -> [Track.Option] {
    let session = sessions[rank]
    let facts = problem.sessions[session]
    guard let first = problem.starts(of: session, in: block).first(where: { _ in true }),
      problem.curriculum.rooms.isEmpty || !facts.rooms.isEmpty
    else { return [] }
    var placement = Placement(
      session: session,
      block: block,
      start: first,
      room: nil,
      trainers: []
    )
    guard let blockPenalty = blockSingles[rank].softPenalty(of: placement) else { return [] }
    var found: [Track.Option] = []
    for team in facts.teams.indices {
      placement.trainers = facts.teams[team].trainers
      for room in facts.rooms.isEmpty ? [nil] : facts.rooms.map(Optional.some) {
        placement.room = room
        placement.start = first
        guard let penalty = otherSingles[rank].softPenalty(of: placement),
          let (extra, dependsOnStart) = startPenalty(of: placement, rank)
        else { continue }
        let option = Track.Option(
          block: block,
          room: room,
          team: team,
          penalty: blockPenalty.saturatingAdded(to: penalty).saturatingAdded(to: extra),
          dependsOnStart: dependsOnStart
        )
        enter(option, of: rank, into: &found)
      }
    }
    return found
  }

  /// Keeps an option, unless another one that differs in nothing that matters is as cheap.
  private func enter(_ option: Track.Option, of rank: Int, into found: inout [Track.Option]) {
    let rival = found.firstIndex { other in
      (!roomMatters.contains(rank) || other.room == option.room)
        && (!teamMatters.contains(rank) || other.team == option.team)
        && !other.dependsOnStart && !option.dependsOnStart
    }
    guard let rival else {
      found.append(option)
      return
    }
    if option.penalty < found[rival].penalty { found[rival] = option }
  }

  /// What the start adds where that is the same at all starts, and whether it is not; `nil` when
  /// every start is forbidden.
  private func startPenalty(
    of placement: Placement,
    _ rank: Int
  ) -> (penalty: Int, dependsOnStart: Bool)? {
    guard !startSingles[rank].isEmpty else { return (0, false) }
    let starts = problem.starts(of: placement.session, in: placement.block)
    let penalties = starts.map { start in
      var placement = placement
      placement.start = start
      return startSingles[rank].softPenalty(of: placement)
    }
    guard penalties.contains(where: { $0 != nil }) else { return nil }
    if let first = penalties[0], penalties.allSatisfy({ $0 == first }) { return (first, false) }
    return (0, true)
  }
}

extension [Track.Weighted] {
  /// The soft penalty of a placement, `nil` when a hard constraint forbids it.
  func softPenalty(of placement: Placement) -> Int? {
    var cost = Cost.zero
    for entry in self { cost += Cost(entry.single.excess(placement), at: entry.weight) }
    return cost.hard == 0 ? cost.soft : nil
  }
}
