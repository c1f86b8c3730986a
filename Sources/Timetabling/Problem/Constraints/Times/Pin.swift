internal import Curricula
internal import Diagnostics

/// A session is held exactly then, there and by them.
enum Pin: ConstraintReader {
  static let name = "pin"
  static let subjectKey: String? = nil
  static let keys = ["session", "at", "room", "trainers"]

  /// Reads `pin: {session: w1s1, at: 2026-03-24T10:00, room: …, trainers: […]}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let problem = arguments.problem
    let known = problem.curriculum.sessions.map(\.id)
    let written = arguments.required("session")
    if case .scalar(let name, _)? = written?.content, problem.curriculum.isNotHeld(name) {
      return []
    }
    if let written, case .scalar(let name, _) = written.content,
      case let members = problem.curriculum.sessions(named: name), members.count > 1
    {
      arguments.findings.error(
        at: written.location,
        "a pin is for one session, but '\(name)' stands for \(members.quoted(most: 8))",
        remedy: "write a pin for each of them"
      )
      return []
    }
    guard let session = written?.name(of: "session", among: known, &arguments.findings) else {
      return []
    }
    let reader = PinReader(session: session, problem: problem)
    let time = arguments["at"].map { reader.time($0, &arguments.findings) }
    let room = arguments["room"].map { reader.room($0, &arguments.findings) }
    let trainers = arguments["trainers"].map { reader.trainers($0, &arguments.findings) }
    if time == nil, room == nil, trainers == nil { _ = arguments.required("at") }
    let curriculum = problem.curriculum
    let words = [
      time.flatMap(\.self).map { block, start in
        let (date, time) = problem.blocks[block].date.clock(after: start)
        return "on \(date.spelled) at \(time)"
      },
      room.flatMap(\.self).map { "in the room '\(curriculum.rooms[$0].id)'" },
      trainers.flatMap(\.self).map { trainers in
        "by \(trainers.map { curriculum.trainers[$0].name }.joined(separator: " and "))"
      },
    ].compactMap(\.self).joined(separator: " ")
    let subject = Subject.session(session, in: problem)
    let origin = arguments.declaration.origin(
      .choices,
      Statement(subject, "is held \(words)"),
      .instruction(Instruction("let", subject.label, "be held otherwise than \(words)")),
      onDay: .move(
        subject.label,
        from: time.flatMap(\.self).map { problem.dayOfBlock[$0.block] }
      ),
      as: .pin
    )
    return [
      Constraint(
        origin,
        shape(of: subject, time.flatMap(\.self), room.flatMap(\.self), trainers.flatMap(\.self))
      )
    ]
  }

  /// The shape of a pin to a block and a start in it, a room, and trainers, ascending.
  private static func shape(
    of subject: Subject,
    _ time: (block: Int, start: Int)?,
    _ room: Int?,
    _ trainers: [Int]?
  ) -> Single {
    var parts: Single.Parts = []
    if time != nil { parts.formUnion([.block, .start]) }
    if room != nil { parts.insert(.room) }
    if trainers != nil { parts.insert(.trainers) }
    return Single(of: subject, reads: parts) { placement in
      let isThen = time.map { $0 == (placement.block, placement.start) } ?? true
      let isThere = room.map { $0 == placement.room } ?? true
      let isByThem = trainers.map { $0 == placement.trainers } ?? true
      return [isThen, isThere, isByThem].count { !$0 }
    }
  }
}

/// Reads the parts of a pin, and reports those that no placement of the session can have.
private struct PinReader {
  let session: Int
  let problem: Problem

  private var id: String { problem.curriculum.sessions[session].id }

  func time(_ node: Node, _ findings: inout Findings) -> (block: Int, start: Int)? {
    guard let moment = node.moment(&findings) else { return nil }
    let (date, start) = problem.curriculum.counted(moment.date, moment.minutes)
    guard
      let index = problem.curriculum.block(
        on: date,
        at: start,
        for: problem.curriculum.sessions[session]
      )
    else {
      let sameDay = problem.blocks.filter { $0.date == date }.map {
        Hours(from: $0.start, to: $0.end, at: $0.location).description
      }
      findings.error(
        at: node.location,
        "no block is open at \(node.summary)",
        remedy: sameDay.isEmpty
          ? "add a block on \(date), or choose a day that has one"
          : "the blocks of that day are \(sameDay.joined(separator: ", "))"
      )
      return nil
    }
    let block = problem.blocks[index]
    let end = start + problem.sessions[session].minutes
    guard end <= block.end else {
      findings.error(
        at: node.location,
        "'\(id)' takes \(problem.sessions[session].minutes) minutes and would end "
          + "\(end - block.end) minutes after its block",
        remedy: "choose an earlier time, or a longer block"
      )
      return nil
    }
    guard (start - block.start) % problem.curriculum.grid == 0 else {
      findings.error(
        at: node.location,
        "\(node.summary) is off the grid",
        remedy: "sessions begin every \(problem.curriculum.grid) minutes from the block's beginning"
      )
      return nil
    }
    return (index, start)
  }

  func room(_ node: Node, _ findings: inout Findings) -> Int? {
    let known = problem.curriculum.rooms
    let nodes = node.list(&findings)
    let named = nodes.compactMap { $0.name(of: "room", among: known.map(\.id), &findings) }
    guard let first = named.first, named.count == nodes.count else { return nil }
    let together = Set(named.map { known[$0].id })
    let joined = known.firstIndex { Set($0.parts) == together }
    guard let room = named.count == 1 ? first : joined else {
      findings.error(
        at: node.location,
        "'\(id)' is not held in these rooms at once",
        remedy: "write 'rooms-at-once: \(named.count)' at the session"
      )
      return nil
    }
    guard problem.sessions[session].rooms.contains(room) else {
      findings.error(
        at: node.location,
        "'\(id)' cannot be held in \(node.summary)",
        remedy: "add it to the 'rooms' of the session"
      )
      return nil
    }
    return room
  }

  func trainers(_ node: Node, _ findings: inout Findings) -> [Int]? {
    let known = problem.curriculum.trainers.map(\.id)
    let nodes = node.list(&findings)
    let trainers = nodes.compactMap { $0.name(of: "trainer", among: known, &findings) }.sorted()
    guard trainers.count == nodes.count else { return nil }
    guard problem.sessions[session].teams.contains(where: { $0.trainers == trainers }) else {
      findings.error(
        at: node.location,
        "'\(id)' cannot be held by just these trainers",
        remedy: "name one trainer, or one of its alternates, for each that the session needs"
      )
      return nil
    }
    return trainers
  }
}

extension Node {
  /// The index of a name among those declared; that of a session may be that of a member of a series.
  fileprivate func name(
    of subject: String,
    among known: [String],
    _ findings: inout Findings
  ) -> Int? {
    let written = subject == "session" ? sessionName(&findings) : identifier(&findings)
    guard let name = written else { return nil }
    if let index = known.firstIndex(of: name) { return index }
    findings.report(.undeclared(subject, name, among: known, at: location))
    return nil
  }
}
