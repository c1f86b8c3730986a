internal import Curricula

/// Looks for blocks that, opened beside those there are, make a timetable possible.
struct ExtraBlocks {
  private let problem: Problem
  /// For each week at most one block that could be opened.
  private let candidates: [Block]

  /// The most single blocks that are told.
  private static let told = 3
  /// The most changes in one repair.
  private static let most = 6

  /// `nil` for a problem with constraints that are not in its curriculum.
  init?(_ problem: Problem) {
    guard let made = try? Problem(problem.curriculum),
      made.constraints.count == problem.constraints.count
    else { return nil }
    self.problem = problem
    candidates = (1...max(1, problem.curriculum.weeks)).compactMap { week in
      Self.candidate(in: week, of: problem)
    }
  }

  /// A block like the longest on the working day that comes after the last one of the week with a
  /// block; in a week without blocks, on the weekday of the longest.
  private static func candidate(in week: Int, of problem: Problem) -> Block? {
    let curriculum = problem.curriculum
    guard let model = problem.blocks.max(by: { $0.minutes < $1.minutes }) else { return nil }
    let start = curriculum.starts.adding(days: (week - 1) * 7)
    let last = problem.days.last { $0.week == week }?.date
    let offset = model.date.days(since: curriculum.starts) % 7
    let first = last?.adding(days: 1) ?? start.adding(days: offset)
    let working = (0..<7).map(first.adding(days:)).filter { date in
      date < start.adding(days: 7) && ![.saturday, .sunday].contains(date.weekday)
    }
    let date = working.first { curriculum.zone.instant(on: $0, minutes: model.start) != nil }
    return date.map {
      Block(date: $0, start: model.start, end: model.end, week: week, location: model.location)
    }
  }

  /// Blocks each of which suffices, the cheapest first.
  var singleRepairs: [Conflict.Repair] {
    let possible = candidates.filter { block in
      extended(by: [block]).map { Feasibility(ofAll: $0).answer == .possible } ?? false
    }
    return spread(possible, Self.told).compactMap(repair)
      .enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
  }

  /// Blocks, and facts to give up beside them, that suffice together; none of them could be left out.
  ///
  /// With all blocks open, as little as possible is given up; then as few of the blocks as possible
  /// are kept.
  var jointRepair: Conflict.Repair? {
    func chosen(_ indices: [Int]) -> [Block] { indices.sorted().map { candidates[$0] } }
    guard let wide = extended(by: candidates) else { return nil }
    let search = ConflictSearch(wide)
    guard let left = search.leastGivenUp(sessionsToo: false) else { return nil }
    let given = left.map { search.facts[$0].origin }
    func problem(with blocks: [Block]) -> Problem? { extended(by: blocks)?.without(given) }
    let needed = QuickXplain.smallest(among: Array(candidates.indices)) { indices in
      problem(with: chosen(indices)).map { Feasibility(ofAll: $0).answer == .possible } ?? false
    }
    guard left.count + needed.count <= Self.most,
      let cost = problem(with: chosen(needed)).flatMap(RepairSearch.cost(of:))
    else { return nil }
    let relaxations = Relaxations(search: search, conflict: left)
    let changes = left.map { fact in
      Conflict.Change(
        search.facts[fact].origin,
        relaxations.whole(of: fact)?.sentence ?? ""
      )
    }
    return Conflict.Repair(changes + chosen(needed).map(change), cost: cost)
  }

  /// Some of the blocks, evenly spread.
  private func spread(_ blocks: [Block], _ count: Int) -> [Block] {
    guard blocks.count > count else { return blocks }
    return (0..<count).map { blocks[(2 * $0 + 1) * blocks.count / (2 * count)] }
  }

  private func extended(by blocks: [Block]) -> Problem? {
    var curriculum = problem.curriculum
    curriculum.blocks = (curriculum.blocks + blocks).sorted {
      ($0.date, $0.start, $0.end) < ($1.date, $1.start, $1.end)
    }
    return try? Problem(curriculum)
  }

  private func repair(_ block: Block) -> Conflict.Repair? {
    extended(by: [block]).flatMap(RepairSearch.cost(of:)).map {
      Conflict.Repair([change(block)], cost: $0)
    }
  }

  private func change(_ block: Block) -> Conflict.Change {
    let minutes = problem.blocks.reduce(0) { $0 + $1.minutes }
    let times = [block.start, block.end]
      .map { TimeOfDay(minutes: $0)?.description ?? String($0) }.joined(separator: " to ")
    let origin = Origin(
      "blocks",
      .hard,
      "the blocks have \(minutes) minutes",
      relaxation: nil,
      at: block.location
    )
    return Conflict.Change(
      origin,
      "open another block in week \(block.week), such as on \(block.date.spelled), \(times)"
    )
  }
}

extension Problem {
  /// The problem without the constraints of some origins.
  fileprivate func without(_ origins: [Origin]) -> Problem {
    with(constraints: constraints.filter { !origins.contains($0.origin) })
  }
}
