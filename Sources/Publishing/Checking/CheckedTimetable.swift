internal import Curricula
public import Diagnostics
public import Timetabling

/// A timetable made or edited by hand, held against its curriculum.
public struct CheckedTimetable: Sendable {
  /// What was to be laid out.
  public let problem: Problem
  /// The path of the file.
  public let file: String
  /// What is wrong with the file itself: names that are not known, sessions that stand there twice.
  public private(set) var findings = Findings()
  /// What could be placed.
  public let timetable: Timetable
  /// The cheapest timetable known; `nil` where none is.
  public let best: Solution?
  /// Why a session is not placed as it should be, in the words of the file, by session.
  let details: [Int: [String]]
  /// What was chosen, since the file does not say it.
  let chosen: [String]

  /// Holds a timetable against its curriculum.
  ///
  /// Where the file says nothing of rooms or trainers, they are those of the cheapest timetable known.
  ///
  /// - Parameters:
  ///   - written: The timetable as written.
  ///   - problem: The problem of the curriculum.
  ///   - best: The cheapest timetable known.
  public init(_ written: WrittenTimetable, of problem: Problem, best: Solution?) {
    var reading = PlacementReading(problem: problem, best: best, leavesOpen: written.leavesOpen)
    for row in written.rows { reading.take(row) }
    for session in problem.sessions.indices where !reading.isWritten(session) {
      reading.note("it is not in \(written.file)", of: session)
    }
    self.problem = problem
    self.best = best
    file = written.file
    findings = reading.findings
    timetable = Timetable(of: problem, reading.placements)
    details = reading.details
    chosen = [
      written.leavesOpen.rooms && !problem.curriculum.rooms.isEmpty ? "rooms" : nil,
      written.leavesOpen.trainers ? "trainers" : nil,
    ].compactMap(\.self)
  }

  /// Whether it can be held: nothing is wrong with the file, and all that must hold does.
  public var isValid: Bool { !findings.hasErrors && cost.hard == 0 }

  /// What it costs.
  public var cost: Cost { problem.cost(of: timetable) }
}

/// Reads what is written of sessions into placements.
private struct PlacementReading {
  let problem: Problem
  let best: Solution?
  let leavesOpen: (rooms: Bool, trainers: Bool)
  var findings = Findings()
  var placements: [Placement] = []
  var details: [Int: [String]] = [:]
  private var places: [Int: Diagnostic.Location] = [:]

  init(problem: Problem, best: Solution?, leavesOpen: (rooms: Bool, trainers: Bool)) {
    self.problem = problem
    self.best = best
    self.leavesOpen = leavesOpen
  }

  private var curriculum: Curriculum { problem.curriculum }

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
        "'\(id)' is here and at \(first)",
        remedy: "keep one of the two; the first was checked"
      )
      return
    }
    places[session] = row.location
    guard let date = row.date, let start = row.start else {
      note("\(row.location) does not say when", of: session)
      return
    }
    guard let block = block(on: date, at: start) else {
      note("there is no open block on \(date.full)", of: session)
      return
    }
    judge(start, in: block, of: session)
    if let end = row.end, end != start + problem.sessions[session].minutes {
      // Whoever moves a session in a table often leaves its end as it was.
      findings.warn(
        at: row.location,
        "'\(id)' ends at \(clock(end)) here, but takes "
          + "\(problem.sessions[session].minutes) minutes from \(clock(start))",
        remedy: "the end is ignored; to change it, change the minutes in the curriculum"
      )
    }
    placements.append(
      Placement(
        session: session,
        block: block,
        start: start,
        room: room(row, of: session),
        trainers: trainers(row, of: session)
      )
    )
  }

  /// The block in which a time lies, else the one of that day that is nearest.
  private func block(on date: CivilDate, at start: Int) -> Int? {
    problem.blocks.indices.filter { problem.blocks[$0].date == date }.min { left, right in
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
        "\(clock(start)) to \(clock(end)) on \(block.date.full) is not inside the block from "
          + "\(clock(block.start)) to \(clock(block.end))",
        of: session
      )
    }
    if (start - block.start) % curriculum.grid != 0 {
      note(
        "\(clock(start)) is off the grid: sessions begin every \(curriculum.grid) minutes from "
          + clock(block.start),
        of: session
      )
    }
  }

  private mutating func room(_ row: WrittenTimetable.Row, of session: Int) -> Int? {
    let facts = problem.sessions[session]
    let usual = best?.timetable.placement(of: session)?.room ?? facts.rooms.first
    guard !leavesOpen.rooms, !curriculum.rooms.isEmpty else { return usual }
    let id = curriculum.sessions[session].id
    guard let name = row.room else {
      findings.error(at: row.location, "'\(id)' has no room here", remedy: "name its room")
      return usual
    }
    guard
      let room = curriculum.rooms.firstIndex(where: { $0.id == name || $0.name == name })
    else {
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
      best?.timetable.placement(of: session)?.trainers ?? facts.teams.first?.trainers ?? []
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
