internal import Curricula
public import Diagnostics
public import Timetabling

extension Chronicle {
  /// A problem in which what was held is as it was held, and waivers count.
  ///
  /// - Parameters:
  ///   - problem: The problem of the curriculum as it is written.
  ///   - planned: What somebody places by hand and may break a rule; its rooms, trainers and times become
  ///     possible for its sessions.
  /// - Returns: The problem.
  /// - Throws: What makes the past impossible to state, such as an identifier used twice.
  public func problem(
    of problem: Problem,
    allowing planned: [PublishedPlacement] = []
  ) throws(Findings) -> Problem {
    let waivers = last?.particulars.waivers ?? []
    let waived = Set(waivers.filter { $0.constraint == "inside-block" }.flatMap(\.sessions))
    let kept = placements.filter { waived.contains($0.session) }
    let replaced = Set(planned.map(\.session))
    let allowed = planned + kept.filter { !replaced.contains($0.session) }
    guard !held.isEmpty || !allowed.isEmpty || !waivers.isEmpty else { return problem }
    var past = Past(problem, departed: departed(from: problem.curriculum))
    for entry in held { past.state(entry, in: problem.curriculum.zone) }
    let facts = Set(held.map(\.session))
    for placement in allowed where !facts.contains(placement.session) { past.allow(placement) }
    past.addBlocks()
    let members = facts.union(allowed.map(\.session))
    let published = placements
    return try Problem(past.curriculum)
      .reserving(past.addedBlocks, for: members)
      .excusing(held: facts, of: published)
      .waiving(
        waivers.map { waiver in
          (waiver.constraint, published.filter { waiver.sessions.contains($0.session) })
        }
      )
  }
}

/// A curriculum being given what was held.
private struct Past {
  private let problem: Problem
  private let departed: Revision.People
  private(set) var curriculum: Curriculum
  /// The identifiers of blocks that are not in the curriculum as it is written.
  private(set) var addedBlocks: Set<String> = []
  private var times: [(date: CivilDate, start: Int, end: Int)] = []

  init(_ problem: Problem, departed: Revision.People) {
    self.problem = problem
    self.departed = departed
    curriculum = problem.curriculum
    // Nobody and nothing that is added must be taken for what a session leaves open.
    for index in curriculum.sessions.indices {
      let facts = problem.sessions[index]
      if !departed.groups.isEmpty {
        curriculum.sessions[index].groups = facts.groups.map { curriculum.groups[$0].id }
      }
      if !departed.rooms.isEmpty {
        curriculum.sessions[index].rooms = facts.rooms.map { curriculum.rooms[$0].id }
      }
    }
  }

  /// Makes a session what it was when it was held.
  mutating func state(_ entry: Revision.Entry, in zone: Zone) {
    let (date, start) = entry.wallClock(in: zone)
    for trainer in entry.trainers { addTrainer(trainer) }
    for group in entry.groups { addGroup(group) }
    if let room = entry.room, !problem.curriculum.rooms.isEmpty { addRoom(room, entry) }
    let index = index(of: entry)
    let isWritten = index < problem.sessions.count
    curriculum.sessions[index].minutes = entry.minutes
    let sessions = Set(curriculum.sessions.map(\.id))
    curriculum.sessions[index].needs.removeAll { !sessions.contains($0.session) }
    let facts = isWritten ? problem.sessions[index] : nil
    if Set(facts?.groups.map { problem.curriculum.groups[$0].id } ?? []) != Set(entry.groups) {
      curriculum.sessions[index].groups = entry.groups
    }
    setTrainers(entry.trainers, of: index, facts)
    let room = entry.room ?? problem.curriculum.rooms.first?.id
    if let room, !problem.curriculum.rooms.isEmpty { setRoom(room, of: index, facts) }
    times.append((date, start, start + entry.minutes))
  }

  /// Makes possible what somebody places by hand.
  mutating func allow(_ placement: PublishedPlacement) {
    guard let index = curriculum.sessions.firstIndex(where: { $0.id == placement.session }) else {
      return
    }
    let facts = problem.sessions[index]
    setTrainers(placement.trainers, of: index, facts)
    if let room = placement.room, !problem.curriculum.rooms.isEmpty {
      let known = facts.rooms.map { problem.curriculum.rooms[$0].id }
      if !known.contains(room) { curriculum.sessions[index].rooms = known + [room] }
    }
    let minutes = curriculum.sessions[index].minutes
    times.append((placement.date, placement.start, placement.start + minutes))
  }

  private mutating func setTrainers(
    _ trainers: [String],
    of index: Int,
    _ facts: Problem.SessionFacts?
  ) {
    let isPossible =
      facts?.teams.contains { team in
        Set(team.trainers.map { problem.curriculum.trainers[$0].id }) == Set(trainers)
      } ?? false
    guard !isPossible else { return }
    curriculum.sessions[index].trainers = trainers
    curriculum.sessions[index].oneOf = []
  }

  private mutating func setRoom(_ room: String, of index: Int, _ facts: Problem.SessionFacts?) {
    let isPossible = facts?.rooms.contains { problem.curriculum.rooms[$0].id == room } ?? false
    if !isPossible { curriculum.sessions[index].rooms = [room] }
  }

  /// The session of an entry, added where the curriculum no longer has it.
  private mutating func index(of entry: Revision.Entry) -> Int {
    if let index = curriculum.sessions.firstIndex(where: { $0.id == entry.session }) {
      return index
    }
    let written = entry.module ?? "held"
    let module = curriculum.sessions.contains { $0.id == written } ? written + ".held" : written
    if let index = curriculum.modules.firstIndex(where: { $0.id == module }) {
      curriculum.modules[index].sessions.append(entry.session)
    } else {
      curriculum.modules.append(
        Module(
          id: module,
          title: entry.moduleTitle ?? "Held before",
          sessions: [entry.session],
          location: curriculum.location
        )
      )
    }
    curriculum.sessions.append(
      Session(
        id: entry.session,
        title: entry.title,
        module: module,
        kind: entry.kind.map { Session.Kind($0) } ?? .lecture,
        minutes: entry.minutes,
        location: curriculum.location
      )
    )
    return curriculum.sessions.count - 1
  }

  private mutating func addTrainer(_ id: String) {
    guard !curriculum.trainers.contains(where: { $0.id == id }) else { return }
    curriculum.trainers.append(departed.trainer(id, in: curriculum))
  }

  private mutating func addGroup(_ id: String) {
    guard !curriculum.groups.contains(where: { $0.id == id }) else { return }
    curriculum.groups.append(departed.group(id, in: curriculum))
  }

  private mutating func addRoom(_ id: String, _ entry: Revision.Entry) {
    guard !curriculum.rooms.contains(where: { $0.id == id }) else { return }
    for part in entry.rooms ?? [] where !curriculum.rooms.contains(where: { $0.id == part }) {
      curriculum.rooms.append(departed.room(part, in: curriculum))
    }
    var room = departed.room(id, named: entry.roomName, in: curriculum)
    room.parts = entry.rooms ?? []
    room.isDeclared = false
    curriculum.rooms.append(room)
  }

  /// Adds a block for each time that lies in none, and takes away the blocks in its way.
  mutating func addBlocks() {
    let missing = times.filter { !isOpen($0.date, $0.start, $0.end) }
    for day in missing.map(\.date).uniqued() {
      var spans: [(start: Int, end: Int)] = []
      for time in times.filter({ $0.date == day }).sorted(by: { $0.start < $1.start }) {
        if let last = spans.last, time.start < last.end {
          spans[spans.count - 1].end = max(last.end, time.end)
        } else {
          spans.append((time.start, time.end))
        }
      }
      for span in spans { add(span, on: day) }
    }
    curriculum.blocks.sort { ($0.date, $0.start, $0.end) < ($1.date, $1.start, $1.end) }
    for time in times {
      guard
        let block = curriculum.blocks.first(where: {
          $0.date == time.date && $0.start <= time.start && time.end <= $0.end
        })
      else { continue }
      // Where sessions at the same time began at odd distances, the grid becomes finer.
      curriculum.grid = Self.divisor(curriculum.grid, time.start - block.start)
    }
  }

  private static func divisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : divisor(right, left % right)
  }

  private func isOpen(_ date: CivilDate, _ start: Int, _ end: Int) -> Bool {
    curriculum.blocks.contains { block in
      block.date == date && block.start <= start && end <= block.end
        && (start - block.start) % curriculum.grid == 0
    }
  }

  private mutating func add(_ span: (start: Int, end: Int), on day: CivilDate) {
    let week = curriculum.week(of: day) ?? 1
    let others = curriculum.blocks.filter {
      $0.date == day && $0.start < span.end && span.start < $0.end
    }
    curriculum.blocks.removeAll { others.contains($0) }
    // What is left of a block before and after stays open.
    for block in others {
      if block.start < span.start {
        curriculum.blocks.append(block.part(from: block.start, to: span.start))
      }
      if span.end < block.end {
        curriculum.blocks.append(block.part(from: span.end, to: block.end))
      }
    }
    let block = Block(
      date: day,
      start: span.start,
      end: span.end,
      week: week,
      location: curriculum.location
    )
    curriculum.blocks.append(block)
    addedBlocks.insert(block.id)
  }
}

extension Block {
  /// What is left of it from a time to another, for the same groups and place.
  fileprivate func part(from start: Int, to end: Int) -> Block {
    var part = Block(date: date, start: start, end: end, week: week, location: location)
    part.id += id.drop { $0 != "@" }
    part.groups = groups
    part.place = place
    return part
  }
}

extension Revision.People {
  /// A trainer as published, for a curriculum that no longer has it.
  func trainer(_ id: String, in curriculum: Curriculum) -> Trainer {
    let person = trainers.first { $0.id == id }
    return Trainer(
      id: id,
      name: person?.name ?? id,
      email: person?.email,
      zone: person?.zone.flatMap(Zone.init) ?? curriculum.zone,
      location: curriculum.location
    )
  }

  /// A group as published, for a curriculum that no longer has it.
  func group(_ id: String, in curriculum: Curriculum) -> Group {
    let person = groups.first { $0.id == id }
    var group = Group(
      id: id,
      name: person?.name ?? id,
      email: person?.email,
      location: curriculum.location
    )
    group.zone = person?.zone.flatMap(Zone.init)
    return group
  }

  /// A room as published, for a curriculum that no longer has it.
  func room(_ id: String, named name: String? = nil, in curriculum: Curriculum) -> Room {
    let person = rooms.first { $0.id == id }
    return Room(
      id: id,
      name: person?.name ?? name ?? id,
      email: person?.email,
      location: curriculum.location
    )
  }
}
