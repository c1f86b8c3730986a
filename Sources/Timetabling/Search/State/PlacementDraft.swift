internal import Curricula

/// What single placements cost, and where each session may be held at all, worked out once.
///
/// Excesses that only depend on a session's own placement become tables: by block, by start, by room,
/// by block and room; teams of trainers with equal tables share them. Where hard constraints leave a
/// session somewhere to be, they hold by construction, because nothing else is ever drawn.
struct PlacementDraft: Sendable {
  /// Rows of changes of one width; each team has a row or none.
  struct Tables: Sendable {
    let width: Int
    private(set) var rowOfTeam: [Int32] = []
    private(set) var values: [Change] = []
    private var rows: [[Change]: Int32] = [:]

    init(width: Int) { self.width = width }

    /// Adds the row of the next team, or none where it has no cost.
    mutating func append(_ row: [Change]?) {
      guard let row, row.contains(where: { $0 != .none }) else {
        rowOfTeam.append(-1)
        return
      }
      if let known = rows[row] {
        rowOfTeam.append(known)
      } else {
        let new = Int32(rows.count)
        rows[row] = new
        values += row
        rowOfTeam.append(new)
      }
    }
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
  /// For each session the forms that fit no table.
  private(set) var loose: [[Term]] = []
  /// For each session the teams that may hold it.
  private(set) var teams: [[Int]] = []
  /// For each team the rooms it may use.
  private(set) var rooms: [[Int]] = []
  /// For each team the starts it may use, in the order of time.
  private(set) var runs: [[Run]] = []
  /// For each block where its starts begin in rows by start.
  let startBase: [Int]

  /// A form with its level.
  struct Term: Sendable {
    let form: PlacementForm
    let level: Level
  }

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
    var terms = [[Term]](repeating: [], count: problem.sessions.count)
    for (form, level) in draft.placements {
      for session in form.sessions where draft.isPlaced[session] {
        terms[session].append(Term(form: form, level: level))
      }
    }
    for session in problem.sessions.indices {
      append(session, terms[session], draft)
    }
  }

  private mutating func append(_ session: Int, _ terms: [Term], _ draft: Draft) {
    let problem = draft.problem
    let facts = problem.sessions[session]
    let first = runs.count
    func reading(_ isMeant: (PlacementForm.Parts) -> Bool) -> [Term] {
      terms.filter { isMeant($0.form.reads) }
    }
    let blockTerms = reading { !$0.contains(.start) && !$0.contains(.room) }
    let startTerms = reading { $0.contains(.start) && !$0.contains(.room) }
    let roomTerms = reading { $0.contains(.room) && $0.isDisjoint(with: [.block, .start]) }
    let blockAndRoomTerms = reading { $0.contains([.room, .block]) && !$0.contains(.start) }
    loose.append(reading { $0.contains([.room, .start]) })
    var isPossible: [Bool] = []
    var charts: [TeamChart] = []
    for team in facts.teams {
      let chart = TeamChart(
        session,
        team,
        problem,
        startBase,
        blockTerms: blockTerms,
        startTerms: startTerms,
        roomTerms: roomTerms,
        blockAndRoomTerms: blockAndRoomTerms
      )
      charts.append(chart)
      isPossible.append(!chart.runs(keepingHard: true).isEmpty && chart.hasRoom)
    }
    let isRelaxed = !isPossible.contains(true)
    for chart in charts {
      let runs = chart.runs(keepingHard: !isRelaxed)
      self.runs.append(runs)
      rooms.append(chart.rooms(keepingHard: chart.hasRoom))
      byBlock.append(chart.blocks(within: runs))
      byStart.append(chart.starts(within: runs))
      byRoom.append(chart.byRoom)
      byBlockAndRoom.append(chart.byBlockAndRoom)
    }
    teams.append(charts.indices.filter { isRelaxed || isPossible[$0] }.map { $0 + first })
  }
}
