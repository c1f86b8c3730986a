internal import Curricula

/// Whether sessions that are to be held in one block, each by some trainers, find times and rooms there.
///
/// Sessions are begun one after the other, each as early as those begun before it allow. If there are
/// times at all, then also those, in the order in which sessions begin there: nothing is later than it
/// was. Only what excludes one another and what needs what is looked at, so that "no" is certain.
struct BlockArrangement {
  /// A session as it is to be held in the block.
  struct Entry {
    let session: Int
    let minutes: Int
    /// The starts that it may use, in the order of time.
    let runs: [PlacementDraft.Run]
    /// What it occupies while it lasts: indices of constraints that let one thing be held at a time.
    let occupies: [Int]
    /// What it may occupy, one of them: a room, or several at once; `nil` where it finds one in any
    /// case.
    let rooms: [[Int]]?
  }

  private let entries: [Entry]
  /// For each entry the positions of those that have to end before it begins.
  private let before: [[Int]]
  private let block: Block
  private let grid: Int
  private var freeFrom: [Int: Int] = [:]
  private var roomFreeFrom: [Int: Int] = [:]
  private var ends: [Int?]
  private var left: Int
  /// The steps that were taken.
  private(set) var steps = 0

  /// Prepares the question, with which session is to be held before which.
  init(
    _ entries: [Entry],
    orders: [(earlier: Int, later: Int)],
    in block: Block,
    grid: Int,
    steps: Int = 20_000
  ) {
    self.entries = entries
    self.block = block
    self.grid = grid
    left = steps
    ends = Array(repeating: nil, count: entries.count)
    before = entries.map { entry in
      entries.indices.filter { position in
        orders.contains { $0.later == entry.session && $0.earlier == entries[position].session }
      }
    }
  }

  /// Whether all find a place; also true where that took too many steps.
  ///
  /// - Complexity: At worst factorial in the sessions, which are as few as fit a block.
  mutating func isPossible() -> Bool { place(count: 0) }

  private mutating func place(count: Int) -> Bool {
    if count == entries.count { return true }
    left -= 1
    steps += 1
    guard left > 0 else { return true }
    let open = entries.indices.filter { ends[$0] == nil }
    guard open.allSatisfy({ earliest($0, roomFrom: leastRoom(of: $0)) != nil }) else {
      return false
    }
    for position in open where before[position].allSatisfy({ ends[$0] != nil }) {
      let entry = entries[position]
      var tried: Set<Int> = []
      for room in entry.rooms.map({ $0.map(Optional.some) }) ?? [nil] {
        let free = room.map(time(whenFree:)) ?? 0
        // Rooms that are free from the same time on, to the same sessions, are alike.
        if let room, room.count == 1, let like = likeness(of: room[0], freeFrom: free),
          !tried.insert(like).inserted
        {
          continue
        }
        guard let start = earliest(position, roomFrom: free) else { continue }
        let end = start + entry.minutes
        let former = entry.occupies.map { freeFrom[$0] }
        for resource in entry.occupies { freeFrom[resource] = end }
        let rooms = (room ?? []).map { ($0, roomFreeFrom[$0]) }
        for (room, _) in rooms { roomFreeFrom[room] = end }
        ends[position] = end
        if place(count: count + 1) { return true }
        ends[position] = nil
        for (room, time) in rooms { roomFreeFrom[room] = time }
        for (resource, time) in zip(entry.occupies, former) { freeFrom[resource] = time }
      }
    }
    return false
  }

  private func leastRoom(of position: Int) -> Int {
    entries[position].rooms?.map(time(whenFree:)).min() ?? 0
  }

  /// From when on all of some rooms are free.
  private func time(whenFree rooms: [Int]) -> Int {
    rooms.reduce(0) { max($0, roomFreeFrom[$1] ?? 0) }
  }

  /// What rooms have in common that can change places; `nil` where one is used with others.
  private func likeness(of room: Int, freeFrom time: Int) -> Int? {
    var hasher = Hasher()
    hasher.combine(time)
    for entry in entries {
      let uses = entry.rooms?.filter { $0.contains(room) } ?? []
      guard uses.allSatisfy({ $0.count == 1 }) else { return nil }
      hasher.combine(!uses.isEmpty)
    }
    return hasher.finalize()
  }

  /// The earliest start of a session beside what has begun; `nil` where there is none.
  private func earliest(_ position: Int, roomFrom: Int) -> Int? {
    let entry = entries[position]
    var time = max(block.start, roomFrom)
    for resource in entry.occupies { time = max(time, freeFrom[resource] ?? 0) }
    for earlier in before[position] { time = max(time, ends[earlier] ?? 0) }
    let start = block.start + (time - block.start + grid - 1) / grid * grid
    for run in entry.runs where start <= Int(run.last) { return max(start, Int(run.first)) }
    return nil
  }
}

extension BlockRelaxation {
  /// Looks at the last answer block by block, and rules out what finds no times there.
  ///
  /// - Parameter watch: Where it is over, what was not looked at yet counts as possible.
  /// - Returns: Whether anything was ruled out.
  mutating func ruleOutCrowds(_ watch: inout Watch) -> Bool {
    var found = false
    let chosen = ways.map { ways in ways.first { penalty.solver.isTrue($0.literal) } }
    for block in problem.blocks.indices {
      let sessions = chosen.indices.filter { chosen[$0]?.block == block }
      guard sessions.count > 1, sessions.count <= Self.crowdLimit else { continue }
      var crowd = sessions.compactMap { session in chosen[session].map { (session, $0.team) } }
      guard !watch.isOver, !isPossible(crowd, in: block, &watch) else { continue }
      for (session, _) in crowd where crowd.count > 2 {
        let rest = crowd.filter { $0.0 != session }
        if !isPossible(rest, in: block, &watch) { crowd = rest }
      }
      ruleOut(crowd, in: block)
      found = true
    }
    return found
  }

  /// The most sessions in a block for which times are looked for.
  private static let crowdLimit = 14

  /// Rules sessions out for a block, and for all that are like it to them.
  private mutating func ruleOut(_ crowd: [(session: Int, team: Int)], in block: Int) {
    func hours(_ other: Int) -> [[Int]] {
      let start = problem.blocks[other].start
      return crowd.map { entry in
        runs(of: entry.team, in: other).flatMap { [Int($0.first) - start, Int($0.last) - start] }
      }
    }
    func rooms(_ other: Int) -> [[Int]] {
      crowd.map { openRooms(to: $0.team, holding: $0.session, in: other) }
    }
    let (own, ownRooms) = (hours(block), rooms(block))
    for other in problem.blocks.indices
    where other == block || hours(other) == own && rooms(other) == ownRooms {
      let literals = crowd.compactMap { entry in
        ways[entry.session].first { $0.block == other && $0.team == entry.team }?.literal
      }
      guard literals.count == crowd.count else { continue }
      penalty.solver.require(anyOf: literals.map { !$0 })
    }
  }

  private func runs(of team: Int, in block: Int) -> [PlacementDraft.Run] {
    placements.runs[team].filter { Int($0.block) == block }
  }

  /// The rooms in which a team can hold a session in a block; -1 where there are none at all.
  private func openRooms(to team: Int, holding session: Int, in block: Int) -> [Int] {
    placements.rooms[team].filter {
      $0 < 0 || placements.isOpen($0, to: team, holding: session, in: block)
    }
  }

  private func isPossible(
    _ crowd: [(session: Int, team: Int)],
    in block: Int,
    _ watch: inout Watch
  ) -> Bool {
    let entries = crowd.map { session, team in
      let rooms = openRooms(to: team, holding: session, in: block)
      let isCertain = rooms.contains { $0 < 0 || !takenRooms.contains($0) }
      return BlockArrangement.Entry(
        session: session,
        minutes: problem.sessions[session].minutes,
        runs: runs(of: team, in: block),
        occupies: occupied(by: session, trainers: trainers(of: team, session)),
        rooms: isCertain ? nil : rooms.map(taken(by:))
      )
    }
    var arrangement = BlockArrangement(
      entries,
      orders: orders,
      in: problem.blocks[block],
      grid: problem.curriculum.grid
    )
    defer { watch.take(arrangement.steps * Self.stepsOfWatch) }
    return arrangement.isPossible()
  }

  /// The literals that could be followed in the time of a step of an arrangement.
  private static let stepsOfWatch = 8

  /// The rooms in which one thing is held at a time that a room takes: itself, or those of which it is
  /// made.
  func taken(by room: Int) -> [Int] {
    let parts = roomParts[room].filter(takenRooms.contains)
    return parts.isEmpty ? [room] : parts
  }

  /// What a session that some trainers hold occupies beside its room.
  func occupied(by session: Int, trainers: [Int]) -> [Int] {
    exclusions.filter { index in
      switch problem.constraints[index].shape.selection {
      case .sessions(let sessions): sessions.contains(session)
      case .trainer(let trainer): trainers.contains(trainer)
      case .room, .rooms: false
      }
    }
  }
}
