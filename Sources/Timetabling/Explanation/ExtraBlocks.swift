internal import Curricula
internal import Diagnostics

/// Looks for blocks that, opened beside those there are or held longer, make a timetable possible.
struct ExtraBlocks {
  private let problem: Problem
  /// For each week at most one block that could be opened, after the one on the day that was asked for.
  let candidates: [Block]
  /// The day that was asked for, where it was one.
  private let date: CivilDate?

  /// The most single blocks that are told.
  private static let told = 3

  /// `nil` for a problem with constraints of which it is not known how to make them for more blocks.
  init?(_ problem: Problem, on date: CivilDate? = nil) {
    guard problem.remade(from: problem.curriculum) != nil else { return nil }
    self.problem = problem
    self.date = date
    let weekly = (1...max(1, problem.curriculum.weeks)).compactMap { week in
      Self.candidate(in: week, of: problem)
    }
    let asked = date.flatMap { Self.candidate(on: $0, of: problem) }
    candidates = [asked].compactMap(\.self) + weekly.filter { $0.date != asked?.date }
  }

  /// The block on the day that was asked for, where it makes a timetable possible.
  var asked: [Conflict.Repair] { candidates.filter { $0.date == date }.compactMap(repair) }

  /// The candidates, then one block for each other day that has a block or is a working day.
  var ofEveryDay: [Block] {
    let curriculum = problem.curriculum
    let open = Set(problem.days.map(\.date))
    let known = Set(candidates.map(\.date))
    let dates = (0..<7 * curriculum.weeks).map(curriculum.starts.adding(days:)).filter { date in
      !known.contains(date)
        && (open.contains(date) || ![.saturday, .sunday].contains(date.weekday))
    }
    return candidates + dates.compactMap { Self.candidate(on: $0, of: problem) }
  }

  /// A block like the longest on a day, an hour after the last one of the day if there is one.
  private static func candidate(on date: CivilDate, of problem: Problem) -> Block? {
    let curriculum = problem.curriculum
    guard let model = problem.blocks.max(by: { $0.minutes < $1.minutes }),
      let week = curriculum.week(of: date)
    else { return nil }
    let last = problem.blocks.last { $0.date == date }
    let start = last.map { $0.end + pause } ?? model.start
    let end = start + model.minutes
    guard end <= max(24 * 60, model.end), start < 24 * 60,
      curriculum.zone.instant(on: date, minutes: start) != nil
    else { return nil }
    let block = Block(date: date, start: start, end: end, week: week, location: model.location)
    return problem.blocks.contains(where: block.overlaps) ? nil : block
  }

  /// The minutes between a block and another one on the same day.
  private static let pause = 60

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

  /// Blocks each of which suffices, or has to be longer, the cheapest first.
  ///
  /// - Parameter conflict: What cannot hold together; where more time does not make it possible, it
  ///   does not help.
  /// - Returns: The repairs.
  func singleRepairs(of conflict: Excerpt) -> [Conflict.Repair] {
    func resolves(_ problem: Problem) -> Bool {
      let trial = Excerpt(
        of: problem,
        sessions: conflict.sessions,
        constraints: conflict.constraints
      )
      // With other constraints, the indices of the conflict say nothing.
      return problem.constraints.count != conflict.source.constraints.count
        || Feasibility(of: trial, .brief).answer == .possible
    }
    let possible = candidates.filter { block in
      problem(with: [block]).map { resolves($0) && Feasibility(ofAll: $0).answer == .possible }
        ?? false
    }
    let longest = lengthened(at: nil, by: Self.longestExtension).map(resolves) ?? false
    let then = possible.filter { $0.date == date }
    let others = spread(possible.filter { $0.date != date }, Self.told)
    return ((longest ? longerRepairs : []) + (then + others).compactMap(repair))
      .enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
  }

  /// For each declaration of blocks the least by which they have to be longer, where that suffices.
  private var longerRepairs: [Conflict.Repair] {
    var places: [Diagnostic.Location] = []
    for block in problem.blocks where !places.contains(block.location) {
      places.append(block.location)
    }
    return places.compactMap(longer)
  }

  /// The least by which the blocks of a declaration have to be longer, `nil` where that does not help.
  private func longer(at place: Diagnostic.Location) -> Conflict.Repair? {
    let step = max(problem.curriculum.grid, Self.longerStep)
    func isPossible(_ steps: Int) -> Bool {
      lengthened(at: place, by: steps * step)
        .map { Feasibility(ofAll: $0).answer == .possible } ?? false
    }
    var (least, most) = (1, Self.longestExtension / step)
    guard most >= 1, isPossible(most) else { return nil }
    while least < most {
      let middle = (least + most) / 2
      if isPossible(middle) { most = middle } else { least = middle + 1 }
    }
    let blocks = problem.blocks.filter { $0.location == place }
    guard let block = blocks.first,
      let cost = lengthened(at: place, by: least * step).flatMap(RepairSearch.cost(of:))
    else { return nil }
    let which =
      blocks.count == 1
      ? "the block of \(block.date.spelled), \(time(block.start)) to \(time(block.end)),"
      : "the \(blocks.count) blocks from \(time(block.start)) to \(time(block.end))"
    let sentence = "let \(which) end at \(time(block.end + least * step))"
    let change = Conflict.Change(
      origin(at: place),
      Instruction(sentence),
      as: [.lengthen(place, until: block.end + least * step)]
    )
    return Conflict.Repair([change], cost: cost)
  }

  /// By how much more a block is tried to be longer, in minutes, and by how much at most.
  private static let (longerStep, longestExtension) = (15, 180)

  /// The problem with the blocks of a declaration, or all, held longer, each as far as the day and the
  /// next block allow.
  private func lengthened(at place: Diagnostic.Location?, by minutes: Int) -> Problem? {
    var curriculum = problem.curriculum
    curriculum.blocks = curriculum.blocks.map { block in
      guard place == nil || block.location == place else { return block }
      let next = curriculum.blocks.filter { $0.date == block.date && $0.start >= block.end }
      let limit = next.map(\.start).min() ?? 24 * 60
      var longer = block
      longer.end = max(block.end, min(block.end + minutes, limit))
      return longer
    }
    return problem.remade(from: curriculum)
  }

  /// Some of the blocks, evenly spread.
  private func spread(_ blocks: [Block], _ count: Int) -> [Block] {
    guard blocks.count > count else { return blocks }
    return (0..<count).map { blocks[(2 * $0 + 1) * blocks.count / (2 * count)] }
  }

  /// The problem with some blocks added.
  func problem(with blocks: [Block]) -> Problem? {
    problem.remade(from: curriculum(with: blocks))
  }

  private func curriculum(with blocks: [Block]) -> Curriculum {
    var curriculum = problem.curriculum
    curriculum.blocks = (curriculum.blocks + blocks).sorted {
      ($0.date, $0.start, $0.end) < ($1.date, $1.start, $1.end)
    }
    return curriculum
  }

  /// The addition of a block on its day and no other.
  func supposed(_ block: Block) -> SupposedChange {
    SupposedChange(change: change(block, on: block.date), curriculum: curriculum(with: [block]))
  }

  private func repair(_ block: Block) -> Conflict.Repair? {
    problem(with: [block]).flatMap(RepairSearch.cost(of:)).map {
      Conflict.Repair([change(block)], cost: $0)
    }
  }

  /// A block's addition as an instruction.
  func change(_ block: Block) -> Conflict.Change { change(block, on: date) }

  private func change(_ block: Block, on date: CivilDate?) -> Conflict.Change {
    Conflict.Change(
      origin(at: block.location),
      Instruction(
        "open another block "
          + (block.date == date ? "" : "in week \(block.week), such as ")
          + "on \(block.date.spelled), \(time(block.start)) to \(time(block.end))"
      ),
      as: [
        .addBlock(after: block.location, on: block.date, from: block.start, until: block.end)
      ]
    )
  }

  private func origin(at location: Diagnostic.Location) -> Origin {
    let minutes = problem.blocks.reduce(0) { $0 + $1.minutes }
    return Origin(
      "blocks",
      .hard,
      .given,
      Statement("the blocks have \(minutes) minutes"),
      at: location
    )
  }

  private func time(_ minutes: Int) -> String {
    TimeOfDay(onClock: minutes).description
  }
}
