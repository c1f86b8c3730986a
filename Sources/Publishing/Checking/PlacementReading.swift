internal import Curricula
internal import Diagnostics
internal import Timetabling

/// Reads what is written of sessions into placements.
struct PlacementReading {
  let problem: Problem
  /// Timetables from which the table may have been made: the last published one, the cheapest known.
  let bases: [Timetable]
  let leavesOpen: (rooms: Bool, trainers: Bool)
  private let held: [String: Revision.Entry]
  private let isDeclared: (String) -> Bool
  var findings = Findings()
  private(set) var placements: [Placement] = []
  private(set) var planned: [PublishedPlacement] = []
  private(set) var details: [Int: [String]] = [:]
  private var places: [Int: Diagnostic.Location] = [:]

  init(
    problem: Problem,
    bases: [Timetable],
    leavesOpen: (rooms: Bool, trainers: Bool),
    held: [Revision.Entry],
    isDeclared: @escaping (String) -> Bool
  ) {
    self.problem = problem
    self.bases = bases
    self.leavesOpen = leavesOpen
    self.held = Dictionary(held.map { ($0.session, $0) }) { first, _ in first }
    self.isDeclared = isDeclared
  }

  private var curriculum: Curriculum { problem.curriculum }

  /// Whether a session was held already.
  func isFact(_ session: String) -> Bool { held[session] != nil }

  /// What was held and has left the curriculum need not be in the file.
  mutating func takeHeld() {
    for session in problem.sessions.indices where !isWritten(session) {
      let id = curriculum.sessions[session].id
      guard held[id] != nil, !isDeclared(id) else { continue }
      places[session] = curriculum.sessions[session].location
      takeFact(of: session)
    }
  }

  /// Takes what was held as it was.
  private mutating func takeFact(of session: Int) {
    guard let entry = held[curriculum.sessions[session].id],
      let fact = bases.first?.placement(of: session)
    else { return }
    let (date, start) = entry.wallClock(in: curriculum.zone)
    placements.append(fact)
    planned.append(
      PublishedPlacement(
        session: entry.session,
        date: date,
        start: start,
        room: entry.room,
        trainers: entry.trainers
      )
    )
  }

  /// Whether the file says of a session that was held what was published.
  private mutating func judgeHeld(_ row: WrittenTimetable.Row, _ entry: Revision.Entry) {
    let (date, start) = entry.wallClock(in: curriculum.zone)
    let names = Set(
      row.trainers.map { name in
        curriculum.trainers.first { $0.id == name || $0.name == name }?.id ?? name
      }
    )
    let room = row.room.map { name in
      curriculum.room(named: name).map { curriculum.rooms[$0].id } ?? name
    }
    let isKept =
      row.date.map { $0 == date } ?? true && row.start.map { $0 == start } ?? true
      && (leavesOpen.rooms || room == entry.room)
      && (leavesOpen.trainers || names == Set(entry.trainers))
    guard !isKept else { return }
    let (day, time) = date.clock(after: start)
    findings.error(
      at: row.location,
      "'\(entry.session)' was held on \(day.full) at \(time) and stays as it was published",
      remedy: "put its row back, or say that it did not take place with 'seminar revise --not-held "
        + "\(entry.session) --why \"…\"'"
    )
  }

  func isWritten(_ session: Int) -> Bool { places[session] != nil }

  mutating func note(_ detail: String, of session: Int) {
    details[session, default: []].append(detail)
  }

  mutating func take(_ row: WrittenTimetable.Row) {
    guard let session = problem.session(named: row.session) else {
      findings.error(
        at: row.location,
        "there is no session '\(row.session.visible)' in the curriculum",
        remedy: didYouMean(
          row.session,
          among: curriculum.sessions.map(\.id),
          otherwise: "take the row out, or add the session to the curriculum"
        )
      )
      return
    }
    let id = curriculum.sessions[session].id
    if let first = places[session] {
      findings.error(
        at: row.location,
        "'\(id)' is both here and at \(first)",
        remedy: "keep one of the two; the first was checked"
      )
      return
    }
    places[session] = row.location
    if let entry = held[id] {
      judgeHeld(row, entry)
      takeFact(of: session)
      return
    }
    guard let date = row.date, let start = row.start else {
      note("\(row.location) does not say when", of: session)
      return
    }
    let room = room(row, of: session)
    let trainers = trainers(row, of: session)
    let plan = PublishedPlacement(
      session: id,
      date: date,
      start: start,
      room: room.map { curriculum.rooms[$0].id },
      trainers: trainers.map { curriculum.trainers[$0].id }
    )
    planned.append(plan)
    let columns = OtherColumns(problem: problem, session: session, bases: bases)
    columns.compare(row, with: plan, &findings)
    guard let block = block(on: date, at: start, for: session, in: plan.room) else {
      note("there is no open block on \(date.full)", of: session)
      return
    }
    judge(start, in: block, of: session)
    placements.append(
      Placement(session: session, block: block, start: start, room: room, trainers: trainers)
    )
  }

  /// The block in which a time lies, else the one of that day that is nearest.
  private func block(
    on date: CivilDate,
    at start: Int,
    for session: Int,
    in room: String?
  ) -> Int? {
    let written = curriculum.sessions[session]
    if let open = curriculum.block(on: date, at: start, for: written, in: room) { return open }
    return problem.blocks.indices.filter { problem.blocks[$0].date == date }.min { left, right in
      distance(start, problem.blocks[left]) < distance(start, problem.blocks[right])
    }
  }

  private func distance(_ start: Int, _ block: Block) -> Int {
    max(0, block.start - start, start - block.end + 1)
  }

  private mutating func judge(_ start: Int, in block: Int, of session: Int) {
    let block = problem.blocks[block]
    let end = start + problem.sessions[session].minutes
    if start < block.start || end > block.end {
      note(
        "\(clockOfStart(start)) to \(clock(end)) on \(block.date.clock(after: start).date.full) "
          + "is not inside the block from \(clock(block.start)) to \(clock(block.end))",
        of: session
      )
    }
    if (start - block.start) % curriculum.grid != 0 {
      note(
        "\(clockOfStart(start)) is off the grid: sessions begin every \(curriculum.grid) minutes from "
          + clock(block.start),
        of: session
      )
    }
  }

  private mutating func room(_ row: WrittenTimetable.Row, of session: Int) -> Int? {
    let facts = problem.sessions[session]
    let usual = bases.first?.placement(of: session)?.room ?? facts.rooms.first
    guard !leavesOpen.rooms, !curriculum.rooms.isEmpty else { return usual }
    let id = curriculum.sessions[session].id
    guard let name = row.room else {
      findings.error(at: row.location, "'\(id)' has no room here", remedy: "name its room")
      return usual
    }
    guard let room = curriculum.room(named: name) else {
      findings.error(
        at: row.location,
        "there is no room '\(name.visible)' in the curriculum",
        remedy: didYouMean(
          name,
          among: curriculum.rooms.map(\.id),
          otherwise: "name a room by its identifier"
        )
      )
      return usual
    }
    if !facts.rooms.contains(room) {
      note("it cannot be held in the room '\(curriculum.rooms[room].id)'", of: session)
    }
    return room
  }

  private mutating func trainers(_ row: WrittenTimetable.Row, of session: Int) -> [Int] {
    let facts = problem.sessions[session]
    let usual =
      bases.first?.placement(of: session)?.trainers ?? facts.teams.first?.trainers ?? []
    guard !leavesOpen.trainers else { return usual }
    var trainers: [Int] = []
    var isWhole = true
    for name in row.trainers {
      if let trainer = curriculum.trainers.firstIndex(where: { $0.id == name || $0.name == name }) {
        trainers.append(trainer)
      } else {
        isWhole = false
        findings.error(
          at: row.location,
          "there is no trainer '\(name.visible)' in the curriculum",
          remedy: didYouMean(
            name,
            among: curriculum.trainers.map(\.id),
            otherwise: "name trainers by their identifiers, separated by ';'"
          )
        )
      }
    }
    guard isWhole else { return usual }
    trainers = Array(Set(trainers)).sorted()
    if !facts.teams.contains(where: { $0.trainers == trainers }) {
      let names = trainers.map { curriculum.trainers[$0].id }.joined(separator: ", ")
      note("it cannot be held by just \(names.isEmpty ? "nobody" : names)", of: session)
    }
    return trainers
  }
}

extension Curriculum {
  /// The room of an identifier or a name, or what is made of several that are named with `;` or `+`.
  fileprivate func room(named name: String) -> Int? {
    if let known = rooms.firstIndex(where: { $0.id == name || $0.name == name }) { return known }
    let parts = name.split { $0 == ";" || $0 == "+" || $0 == "," }.map { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let ids = parts.compactMap { part in rooms.first { $0.id == part || $0.name == part }?.id }
    guard ids.count == parts.count else { return nil }
    return rooms.firstIndex { !$0.parts.isEmpty && Set($0.parts) == Set(ids) }
  }
}
