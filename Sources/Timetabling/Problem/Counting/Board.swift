internal import Curricula

/// What all counters look at: the calendar, the teams, and where every session is held.
struct Board: ~Copyable {
  /// For each block the index of its day.
  let day: FlatTable<Int32>
  /// For each block the number of its date, in days.
  let date: FlatTable<Int32>
  /// For each block when it begins, in minutes since midnight.
  let blockStart: FlatTable<Int32>
  /// For each block when it ends, in minutes since midnight.
  let blockEnd: FlatTable<Int32>
  /// For each bucket, as block, day, week and programme, and each block the index of the bucket.
  let bucket: FlatTable<Int32>
  /// For each day the number of its date, in days.
  let dayDate: FlatTable<Int32>
  /// For each week that has a block its number in the programme.
  let weekNumber: FlatTable<Int32>
  /// For each day the indices of its first block and of the block after its last.
  let dayBlocks: FlatTable<Int32>
  /// For each start in a block its beginning.
  let starts: StartTable
  /// For each session how long it takes, in minutes.
  let minutes: FlatTable<Int32>
  /// For each team its trainers.
  let trainers: Rows
  /// For each session whether it is placed at all.
  let isPlaced: FlatTable<Bool>
  /// For each session where it is held; meaningless where it is not placed.
  var places: FlatTable<Place>

  let blockCount: Int
  let dayCount: Int
  let weekCount: Int
  let sessionCount: Int

  init(_ draft: Draft) {
    let problem = draft.problem
    let weeks = problem.buckets(.week)
    let weekIndex = Dictionary(uniqueKeysWithValues: weeks.enumerated().map { ($1, $0) })
    blockCount = problem.blocks.count
    dayCount = problem.days.count
    weekCount = weeks.count
    sessionCount = problem.sessions.count
    day = FlatTable(problem.dayOfBlock.map { Int32($0) })
    date = FlatTable(problem.blocks.map { Int32($0.date.dayNumber) })
    blockStart = FlatTable(problem.blocks.map { Int32($0.start) })
    blockEnd = FlatTable(problem.blocks.map { Int32($0.end) })
    bucket = FlatTable(
      problem.blocks.indices.map { Int32($0) } + problem.dayOfBlock.map { Int32($0) }
        + problem.blocks.map { Int32(weekIndex[$0.week] ?? 0) } + problem.blocks.map { _ in 0 }
    )
    dayDate = FlatTable(problem.days.map { Int32($0.date.dayNumber) })
    weekNumber = FlatTable(weeks.map { Int32($0) })
    dayBlocks = FlatTable(
      problem.days.map { Int32($0.blocks.lowerBound) } + [Int32(problem.blocks.count)]
    )
    starts = StartTable(
      problem,
      isAsked: draft.distincts.contains { entry in
        if case .start = entry.formula.dimension { true } else { false }
      }
    )
    minutes = FlatTable(problem.sessions.map { Int32($0.minutes) })
    trainers = Rows(problem.sessions.flatMap { $0.teams.map(\.trainers) })
    isPlaced = FlatTable(draft.isPlaced)
    places = FlatTable(repeating: .none, count: problem.sessions.count)
  }

  /// When a session ends that begins at a place.
  @inline(__always)
  func end(of session: Int, at place: Place) -> Int32 {
    place.start &+ minutes[session]
  }

  /// The number of buckets of a sort, and where they begin in ``bucket``; without a sort, the programme
  /// is one.
  func extent(of bucket: Bucket?) -> (count: Int, offset: Int) {
    switch bucket {
    case .block: (blockCount, 0)
    case .day: (dayCount, blockCount)
    case .week: (weekCount, 2 * blockCount)
    case nil: (1, 3 * blockCount)
    }
  }
}

extension Board {
  /// The placement that a place stands for.
  func placement(of session: Int, at place: Place) -> Placement {
    Placement(
      session: session,
      block: Int(place.block),
      start: Int(place.start),
      room: place.room < 0 ? nil : Int(place.room),
      trainers: trainers.range(Int(place.team)).map { trainers[$0] }
    )
  }

  /// The timetable that the board shows.
  func timetable(of problem: Problem) -> Timetable {
    Timetable(
      of: problem,
      (0..<sessionCount).compactMap {
        isPlaced[$0] ? placement(of: $0, at: places[$0]) : nil
      }
    )
  }
}
