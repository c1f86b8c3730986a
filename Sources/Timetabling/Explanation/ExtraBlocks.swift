internal import Curricula

/// Looks for blocks that, opened beside those there are, make a timetable possible.
struct ExtraBlocks {
  private let problem: Problem
  /// For each week at most one block that could be opened.
  private let candidates: [Block]

  /// The most single blocks that are told.
  private static let told = 3
  /// The most blocks opened together.
  private static let most = 6
  /// The pauses before another block on a day, in minutes, tried one after the other.
  private static let pauses = [120, 60]
  /// The latest end of another block, in minutes since midnight.
  private static let latestEnd = 18 * 60

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

  /// A block as long as the longest, on a day of the week that has blocks, after the last of them.
  private static func candidate(in week: Int, of problem: Problem) -> Block? {
    let curriculum = problem.curriculum
    guard let model = problem.blocks.max(by: { $0.minutes < $1.minutes }) else { return nil }
    let days = problem.days.filter { $0.week == week }
    for day in days {
      let end = problem.blocks[day.blocks].map(\.end).max() ?? 0
      for pause in pauses {
        let start = end + pause
        guard start + model.minutes <= max(latestEnd, model.end),
          curriculum.zone.instant(on: day.date, minutes: start) != nil
        else { continue }
        return Block(
          date: day.date,
          start: start,
          end: start + model.minutes,
          week: week,
          location: model.location
        )
      }
    }
    guard days.isEmpty else { return nil }
    let offset = model.date.days(since: curriculum.starts) % 7
    return Block(
      date: curriculum.starts.adding(days: (week - 1) * 7 + offset),
      start: model.start,
      end: model.end,
      week: week,
      location: model.location
    )
  }

  /// Blocks each of which suffices, the cheapest first.
  var singleRepairs: [Conflict.Repair] {
    let possible = candidates.filter { isPossible([$0]) }
    return spread(possible, Self.told).compactMap { repair([$0]) }
      .enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
  }

  /// Blocks that suffice together, none of which could be left out; `nil` when there are too many.
  var jointRepair: Conflict.Repair? {
    func chosen(_ indices: [Int]) -> [Block] { indices.sorted().map { candidates[$0] } }
    guard isPossible(candidates) else { return nil }
    let needed = QuickXplain.smallest(among: Array(candidates.indices)) { indices in
      isPossible(chosen(indices))
    }
    return needed.count <= Self.most ? repair(chosen(needed)) : nil
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

  private func isPossible(_ blocks: [Block]) -> Bool {
    extended(by: blocks).map { Feasibility(ofAll: $0).answer == .possible } ?? false
  }

  private func repair(_ blocks: [Block]) -> Conflict.Repair? {
    guard let cost = extended(by: blocks).flatMap(RepairSearch.cost(of:)) else { return nil }
    let minutes = problem.blocks.reduce(0) { $0 + $1.minutes }
    let changes = blocks.map { block in
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
        "open another block on \(block.date.spelled), \(times)"
      )
    }
    return Conflict.Repair(changes, cost: cost)
  }
}
