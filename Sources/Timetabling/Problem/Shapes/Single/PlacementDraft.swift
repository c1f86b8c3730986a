internal import Curricula

/// What single placements cost, and where each session may be held at all, worked out once.
///
/// Excesses that only depend on a session's own placement become tables: by block, by start, by room,
/// by block and room, by room and time; teams of trainers with equal tables share them. Where hard constraints leave a
/// session somewhere to be, they hold by construction, because nothing else is ever drawn.
struct PlacementDraft: Sendable {
  /// Rows of changes of one width; each team, or class and room, has a row or none.
  struct Tables: Sendable {
    let width: Int
    /// For each thing its row; -1 for none.
    private(set) var rowOf: [Int32] = []
    private(set) var values: [Change] = []
    private var rows: [[Change]: Int32] = [:]

    init(width: Int) { self.width = width }

    /// Adds the row of the next thing, or none where it has no cost.
    mutating func append(_ row: [Change]?) {
      guard let row, row.contains(where: { $0 != .none }) else {
        rowOf.append(-1)
        return
      }
      if let known = rows[row] {
        rowOf.append(known)
      } else {
        let new = Int32(rows.count)
        rows[row] = new
        values += row
        rowOf.append(new)
      }
    }

    /// Gives the next thing the row of an earlier one.
    mutating func repeatRow(of earlier: Int) { rowOf.append(rowOf[earlier]) }
  }

  /// Starts from `first` to `last` in a block.
  struct Run: BitwiseCopyable, Hashable, Sendable {
    var block: Int32
    var first: Int32
    var last: Int32
  }

  private(set) var byBlock: Tables
  private(set) var byStart: Tables
  private(set) var byRoom: Tables
  private(set) var byBlockAndRoom: Tables
  let roomTimes: RoomTimes
  /// For each session the shapes that fit no table.
  private(set) var loose: [[PlacementTerms.Term]] = []
  /// For each session the teams that may hold it.
  private(set) var teams: [[Int]] = []
  /// For each team the rooms it may use.
  private(set) var rooms: [[Int]] = []
  /// For each team the starts it may use, in the order of time.
  private(set) var runs: [[Run]] = []
  /// For each block where its starts begin in rows by start.
  let startBase: [Int]

  init(_ draft: Draft) {
    let problem = draft.problem
    let grid = problem.curriculum.grid
    var startBase = [0]
    for block in problem.blocks {
      startBase.append((startBase.last ?? 0) + max(0, block.minutes) / grid + 1)
    }
    self.startBase = startBase
    byBlock = Tables(width: problem.blocks.count)
    byStart = Tables(width: startBase.last ?? 0)
    byRoom = Tables(width: problem.curriculum.rooms.count)
    byBlockAndRoom = Tables(width: problem.blocks.count * problem.curriculum.rooms.count)
    let terms = PlacementTerms(draft)
    roomTimes = RoomTimes(terms, problem, startBase: startBase)
    var times = Times()
    for session in problem.sessions.indices { append(session, terms, problem, &times) }
  }

  /// The charts of times made so far, with the teams for which they were written down.
  private struct Times {
    var charts: [TimeChart.Key: TimeChart] = [:]
    /// For each chart and whether hard constraints are kept, the first team with it.
    var teams: [TimeChart.Key: [Bool: Int]] = [:]
  }

  private mutating func append(
    _ session: Int,
    _ terms: PlacementTerms,
    _ problem: Problem,
    _ times: inout Times
  ) {
    let facts = problem.sessions[session]
    let first = runs.count
    var loose: [PlacementTerms.Term] = []
    var isPossible: [Bool] = []
    var charts: [(time: TimeChart, key: TimeChart.Key?, room: RoomChart)] = []
    var left: [RoomsAndStarts] = []
    for team in facts.teams {
      let terms = terms.terms(of: session, heldBy: team.trainers)
      let both = terms.reading { $0.isSuperset(of: [.room, .start]) }
      for term in both where !loose.contains(where: { $0.id == term.id }) { loose.append(term) }
      let timeTerms = terms.reading { !$0.contains(.room) }
      let isAlike = timeTerms.allSatisfy(\.single.isAlike)
      let key =
        isAlike ? TimeChart.Key(minutes: facts.minutes, terms: timeTerms.map(\.id)) : nil
      let time =
        key.flatMap { times.charts[$0] }
        ?? TimeChart(
          session,
          team,
          problem,
          startBase,
          blockTerms: timeTerms.reading { !$0.contains(.start) },
          startTerms: timeTerms.reading { $0.contains(.start) }
        )
      if let key { times.charts[key] = time }
      let room = RoomChart(
        session,
        team,
        problem,
        roomTerms: terms.reading { $0.contains(.room) && $0.isDisjoint(with: [.block, .start]) },
        blockAndRoomTerms: terms.reading { $0.contains([.room, .block]) && !$0.contains(.start) }
      )
      charts.append((time, key, room))
      let open = RoomsAndStarts(
        session,
        team,
        problem,
        rooms: room.usable,
        runs: time.kept,
        terms: both
      )
      left.append(open)
      isPossible.append(!open.runs.isEmpty && !open.rooms.isEmpty && room.hasRoom)
    }
    self.loose.append(loose)
    let isRelaxed = !isPossible.contains(true)
    for ((time, key, room), left) in zip(charts, left) {
      let runs = isRelaxed ? time.all : time.kept
      if let key, let known = times.teams[key]?[isRelaxed] {
        byBlock.repeatRow(of: known)
        byStart.repeatRow(of: known)
      } else {
        if let key { times.teams[key, default: [:]][isRelaxed] = self.runs.count }
        byBlock.append(time.blocks(within: runs))
        byStart.append(time.starts(within: runs))
      }
      self.runs.append(isRelaxed ? runs : left.runs)
      rooms.append(isRelaxed ? room.usable : left.rooms)
      byRoom.append(room.byRoom)
      byBlockAndRoom.append(room.byBlockAndRoom)
    }
    teams.append(charts.indices.filter { isRelaxed || isPossible[$0] }.map { $0 + first })
  }
}
