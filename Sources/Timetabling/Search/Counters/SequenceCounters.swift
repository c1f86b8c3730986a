internal import Curricula

/// Patterns within each day of some placements: breaks, gaps, sorts in a row, sessions alone.
struct SequenceCounters: ~Copyable, Counters {
  /// A pattern and where its excess on each day is kept.
  struct Watch: BitwiseCopyable {
    var level: Level
    var pattern: DayPattern
  }

  private var lists: DayLists
  /// For each list the patterns watched.
  private let watched: Rows
  private let watches: FlatTable<Watch>
  /// For each watch and day the excess.
  private var excess: FlatTable<Int>
  /// For each pattern of sorts in a row and each session whether it is of the sort; for each of ways
  /// to go and each room whether it is one of the rooms.
  private let sorts: FlatTable<Bool>
  /// Whether some pattern asks for rooms.
  private let readsRooms: Bool
  /// One day as it would be.
  private var day: DayScratch

  init(
    _ draft: Draft,
    of sequences: [(form: SequenceDraft, level: Level)],
    _ board: borrowing Board
  ) {
    var readsRooms = false
    var selections = Gathered<Selection>()
    var watched: [[Int]] = []
    var watches: [Watch] = []
    var sorts: [Bool] = []
    for (form, level) in sequences {
      var selection = form.selection
      let pattern: DayPattern
      switch form.pattern {
      case .form(.isolated): pattern = .isolated
      case .form(.idle): pattern = .idle
      case .form(.unbroken(let run, let pause)): pattern = .unbroken(run: run, pause: pause)
      case .paused(let most): pattern = .paused(most: most)
      case .travel(let rooms, let minutes):
        pattern = .travel(rooms: sorts.count, minutes: minutes)
        sorts += draft.problem.curriculum.rooms.indices.map(rooms.contains)
        readsRooms = true
      case .form(.backToBack(let among)):
        pattern = .backToBack(sort: sorts.count)
        let sort = Set(Self.sessions(of: form.selection))
        sorts += draft.problem.sessions.indices.map(sort.contains)
        selection = .sessions(among.filter { draft.isPlaced[$0] })
      }
      selections.add(selection, .none)
      if selections.things.count > watched.count { watched.append([]) }
      let list = selections.things.firstIndex(of: selection) ?? 0
      watched[list].append(watches.count)
      watches.append(Watch(level: level, pattern: pattern))
    }
    lists = DayLists(of: selections.things, draft, board)
    self.watched = Rows(watched)
    excess = FlatTable(repeating: 0, count: watches.count * board.dayCount)
    self.watches = FlatTable(watches)
    self.sorts = FlatTable(sorts)
    self.readsRooms = readsRooms
    day = DayScratch(capacity: board.sessionCount)
  }

  private static func sessions(of selection: Selection) -> [Int] {
    switch selection {
    case .sessions(let sessions): sessions
    case .trainer, .room: []
    }
  }

  var isEmpty: Bool { watches.isEmpty }

  mutating func change(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    let old = Int(board.day[from.block])
    let new = Int(board.day[to.block])
    var sum = Change.none
    for index in lists.membership.find(session, from: from, to: to, on: &board) {
      let part = lists.membership.found(index)
      let (list, was, isNow) = (Int(part.counter), part.was, part.isNow)
      let isThere = from.block == to.block && from.start == to.start
      if was, isNow, isThere, !readsRooms || from.room == to.room { continue }
      if was, !(isNow && old == new) {
        day.fill(from: &lists, list, on: old, without: session, with: nil, &board)
        sum += change(list, on: old, &board)
      }
      if isNow {
        day.fill(from: &lists, list, on: new, without: session, with: to, &board)
        sum += change(list, on: new, &board)
      }
    }
    return sum
  }

  /// The most that moving a session can save: all that the patterns find on the days concerned.
  mutating func mostSaved(
    moving session: Int,
    from: Place,
    to: Place,
    on board: inout Board
  ) -> Change {
    let old = Int(board.day[from.block])
    let new = Int(board.day[to.block])
    var sum = Change.none
    for index in lists.membership.find(session, from: from, to: to, on: &board) {
      let part = lists.membership.found(index)
      for index in watched.range(Int(part.counter)) {
        let level = watches[watched[index]].level
        let days = watched[index] &* board.dayCount
        if part.was { sum += Change(excess[days &+ old], at: level) }
        if part.isNow, !part.was || old != new { sum += Change(excess[days &+ new], at: level) }
      }
    }
    return sum
  }

  /// What the day in the scratch costs more than the day that is.
  private mutating func change(_ list: Int, on day: Int, _ board: inout Board) -> Change {
    var sum = Change.none
    for index in watched.range(list) {
      let watch = watches[watched[index]]
      let after = self.day.excess(of: watch.pattern, sorts, on: day, &board)
      let before = excess[watched[index] &* board.dayCount &+ day]
      sum += Change(after &- before, at: watch.level)
    }
    return sum
  }

  mutating func add(_ session: Int, at place: Place, on board: inout Board) {
    for index in lists.membership.find(session, at: place, on: &board) {
      let list = Int(lists.membership.found(index).counter)
      let day = Int(board.day[place.block])
      self.day.fill(from: &lists, list, on: day, without: session, with: place, &board)
      keep(list, on: day, &board)
    }
    lists.add(session, at: place, on: &board)
  }

  mutating func remove(_ session: Int, at place: Place, on board: inout Board) {
    lists.remove(session, at: place, on: &board)
    for index in lists.membership.find(session, at: place, on: &board) {
      let list = Int(lists.membership.found(index).counter)
      let day = Int(board.day[place.block])
      self.day.fill(from: &lists, list, on: day, without: session, with: nil, &board)
      keep(list, on: day, &board)
    }
  }

  private mutating func keep(_ list: Int, on day: Int, _ board: inout Board) {
    for index in watched.range(list) {
      let watch = watched[index]
      excess[watch &* board.dayCount &+ day] =
        self.day.excess(of: watches[watch].pattern, sorts, on: day, &board)
    }
  }

  mutating func total(on board: inout Board) -> Change {
    var sum = Change.none
    for watch in 0..<watches.count {
      for day in 0..<board.dayCount {
        sum += Change(excess[watch * board.dayCount + day], at: watches[watch].level)
      }
    }
    return sum
  }
}
