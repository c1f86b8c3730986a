/// Where each session may be held, by whom and in which rooms.
struct Domains: ~Copyable {
  private let teams: Rows
  /// For each team the rooms that it may use, those that cost least first.
  private let rooms: Rows
  /// For each team the number of rooms that cost least.
  private let fitting: FlatTable<Int32>
  private let domainOfTeam: FlatTable<Int32>
  /// For each domain and block where its runs begin, and where the last ones end.
  private let offsets: FlatTable<Int32>
  private let runs: FlatTable<PlacementDraft.Run>
  private let roomSetOfTeam: FlatTable<Int32>
  private let isInRoomSet: FlatTable<Bool>
  private let roomCount: Int
  private let blockCount: Int
  private let grid: Int32

  init(_ draft: PlacementDraft, blockCount: Int, grid: Int) {
    self.blockCount = blockCount
    self.grid = Int32(grid)
    roomCount = draft.byRoom.width
    teams = Rows(draft.teams)
    let sorted = draft.rooms.indices.map { draft.byRoom.sorted(draft.rooms[$0], of: $0) }
    rooms = Rows(sorted.map(\.rooms))
    fitting = FlatTable(sorted.map { Int32($0.fitting) })
    var domains: [[PlacementDraft.Run]: Int32] = [:]
    var domainOfTeam: [Int32] = []
    var offsets: [Int32] = [0]
    var all: [PlacementDraft.Run] = []
    for runs in draft.runs {
      if let known = domains[runs] {
        domainOfTeam.append(known)
        continue
      }
      domainOfTeam.append(Int32(domains.count))
      domains[runs] = Int32(domains.count)
      var next = 0
      for block in 0..<blockCount {
        while next < runs.count, Int(runs[next].block) == block { next += 1 }
        offsets.append(Int32(all.count + next))
      }
      all += runs
    }
    self.domainOfTeam = FlatTable(domainOfTeam)
    self.offsets = FlatTable(offsets)
    runs = FlatTable(all)
    var sets: [[Int]: Int32] = [:]
    var isInRoomSet: [Bool] = []
    var roomSetOfTeam: [Int32] = []
    for list in draft.rooms {
      if let known = sets[list] {
        roomSetOfTeam.append(known)
        continue
      }
      roomSetOfTeam.append(Int32(sets.count))
      sets[list] = Int32(sets.count)
      var row = [Bool](repeating: false, count: roomCount)
      for room in list where room >= 0 { row[room] = true }
      isInRoomSet += row
    }
    self.roomSetOfTeam = FlatTable(roomSetOfTeam)
    self.isInRoomSet = FlatTable(isInRoomSet)
  }

  /// Draws a place for a session, evenly over teams, runs, starts and rooms.
  @inline(__always)
  func draw(_ session: Int, using generator: inout SeededGenerator) -> Place {
    let team = drawTeam(session, using: &generator)
    let time = time(team, generator.next() >> 32, using: &generator)
    return Place(
      block: time.block,
      start: time.start,
      room: drawRoom(team, using: &generator),
      team: Int32(truncatingIfNeeded: team)
    )
  }

  /// Draws a team for a session.
  @inline(__always)
  func drawTeam(_ session: Int, using generator: inout SeededGenerator) -> Int {
    let range = teams.range(session)
    return teams[range.lowerBound &+ (range.count == 1 ? 0 : generator.below(range.count))]
  }

  /// Draws a room for a team; -1 where there are no rooms.
  @inline(__always)
  func drawRoom(_ team: Int, using generator: inout SeededGenerator) -> Int32 {
    room(team, rooms.range(team).count == 1 ? 0 : generator.next() >> 32)
  }

  /// A block and a start for a team by 32 random bits, and more chance where a block has several.
  @inline(__always)
  func time(
    _ team: Int,
    _ bits: UInt64,
    using generator: inout SeededGenerator
  ) -> (block: Int32, start: Int32) {
    let base = Int(domainOfTeam[team]) &* blockCount
    let first = Int(offsets[base])
    let run = runs[first &+ bits.scaled(to: Int(offsets[base &+ blockCount]) &- first)]
    if run.first == run.last { return (run.block, run.first) }
    let steps = Int((run.last &- run.first) / grid) &+ 1
    return (run.block, run.first &+ grid &* Int32(truncatingIfNeeded: generator.below(steps)))
  }

  /// A room for a team by 32 random bits, every other time one that fits; -1 where there are no rooms.
  @inline(__always)
  func room(_ team: Int, _ bits: UInt64) -> Int32 {
    let range = rooms.range(team)
    let count = bits & 1 == 0 ? Int(fitting[team]) : range.count
    return Int32(truncatingIfNeeded: rooms[range.lowerBound &+ bits.scaled(to: count)])
  }

  /// The places of the rooms that a team may use, to be used with ``room(at:)``.
  @inline(__always)
  func rooms(of team: Int32) -> Range<Int> { rooms.range(Int(team)) }

  /// The room at a place.
  @inline(__always)
  func room(at index: Int) -> Int32 { Int32(truncatingIfNeeded: rooms[index]) }

  /// Whether a team may begin at a time.
  @inline(__always)
  func allows(_ team: Int32, block: Int32, start: Int32) -> Bool {
    let base = Int(domainOfTeam[team]) &* blockCount &+ Int(block)
    for index in offsets[base]..<offsets[base &+ 1] {
      let run = runs[index]
      if run.first <= start, start <= run.last {
        return start == run.first || (start &- run.first) % grid == 0
      }
    }
    return false
  }

  /// The latest start on the grid of a block that is not after a time.
  @inline(__always)
  func start(notAfter time: Int32, blockStart: Int32) -> Int32 {
    let over = (time &- blockStart) % grid
    return time &- (over < 0 ? over &+ grid : over)
  }

  /// The earliest start on the grid of a block that is not before a time.
  @inline(__always)
  func start(notBefore time: Int32, blockStart: Int32) -> Int32 {
    start(notAfter: time &+ grid &- 1, blockStart: blockStart)
  }

  /// Whether a team may use a room.
  @inline(__always)
  func allows(_ team: Int32, room: Int32) -> Bool {
    room < 0 || isInRoomSet[Int(roomSetOfTeam[team]) &* roomCount &+ Int(room)]
  }

  /// Whether a session may be held at a place.
  @inline(__always)
  func allows(_ place: Place, of session: Int) -> Bool {
    allows(place.team, block: place.block, start: place.start)
      && allows(place.team, room: place.room)
  }

  /// The number of teams that may hold a session.
  @inline(__always)
  func teamCount(_ session: Int) -> Int { teams.range(session).count }
}

extension PlacementDraft.Tables {
  /// The rooms of a team, those that cost least first, and how many these are.
  fileprivate func sorted(_ rooms: [Int], of team: Int) -> (rooms: [Int], fitting: Int) {
    guard rowOf[team] >= 0, rooms.count > 1 else { return (rooms, rooms.count) }
    let costs = rooms.map { values[Int(rowOf[team]) * width + $0] }
    let least = costs.min { ($0.hard, $0.soft) < ($1.hard, $1.soft) }
    let fitting = zip(rooms, costs).filter { $0.1 == least }.map(\.0)
    return (fitting + zip(rooms, costs).filter { $0.1 != least }.map(\.0), fitting.count)
  }
}
