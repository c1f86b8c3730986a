internal import Curricula
internal import Diagnostics

// What a conflict says of its sessions.
extension ConflictLines {
  /// The most sessions that are told one by one.
  private static let tellable = 8

  /// What must be said of sessions: who holds them, how long they take, or only that they are held.
  func sessions(besides lines: [Conflict.Line]) -> [Conflict.Line] {
    let held = facts.compactMap(\.session).sorted()
    var found = holders(of: held.filter(circumstances.bound.contains))
    let long = held.filter(circumstances.tooLong.contains)
    if !long.isEmpty { found.append(Conflict.Line(lengths(of: long), of: origins(of: long))) }
    let said = lines.flatMap(\.origins).reduce(into: Set<Statement.Mention>()) {
      $0.formUnion($1.statement.mentions)
    }
    let silent = held.filter { session in
      !circumstances.tooLong.contains(session) && !circumstances.bound.contains(session)
        && !isMentioned(session, in: said)
    }
    if !silent.isEmpty {
      let weeks = problem.curriculum.weeks
      let span = silent.count > Self.tellable ? " in \(weeks.counted("week"))" : ""
      found.append(
        Conflict.Line(
          "\(listed(silent)) \(silent.count.agreeing("is", "are")) to be held\(span)",
          of: origins(of: silent)
        )
      )
    }
    return found
  }

  private func origins(of sessions: [Int]) -> [Origin] {
    facts.filter { fact in fact.session.map(sessions.contains) == true }.map(\.origin)
  }

  private func listed(_ sessions: [Int]) -> String {
    sessions.count > Self.tellable
      ? "\(sessions.count) sessions" : sessions.map(name).listed()
  }

  private func isMentioned(_ session: Int, in said: Set<Statement.Mention>) -> Bool {
    let declared = problem.curriculum.sessions[session]
    return said.contains(.session(declared.id)) || said.contains(.module(declared.module))
  }

  /// Who holds sessions, one line for all that are held by the same.
  private func holders(of sessions: [Int]) -> [Conflict.Line] {
    var phrases: [String] = []
    for session in sessions {
      let phrase = trainers(of: session)
      if !phrases.contains(phrase) { phrases.append(phrase) }
    }
    return phrases.map { phrase in
      let alike = sessions.filter { trainers(of: $0) == phrase }
      return Conflict.Line(
        "\(listed(alike)) \(alike.count.agreeing("is", "are")) held by \(phrase)",
        of: origins(of: alike)
      )
    }
  }

  private func trainers(of session: Int) -> String {
    let curriculum = problem.curriculum
    let declared = curriculum.sessions[session]
    func trainer(_ id: String) -> Trainer? { curriculum.trainers.first { $0.id == id } }
    func name(_ id: String) -> String { trainer(id)?.name ?? id }
    func alternates(_ id: String) -> [String] { (trainer(id)?.alternates ?? []).map(name) }
    var seats = declared.trainers.map { id in
      let others = alternates(id)
      return others.isEmpty ? name(id) : "\(name(id)) (or \(others.listed("or")))"
    }
    if !declared.oneOf.isEmpty {
      var choice: [String] = []
      for other in declared.oneOf.flatMap({ [name($0)] + alternates($0) })
      where !choice.contains(other) { choice.append(other) }
      seats.append((seats.isEmpty ? "" : "either ") + choice.listed("or"))
    }
    return seats.isEmpty ? "nobody" : seats.listed()
  }

  /// How long sessions take, and why the blocks that there are for them do not suffice.
  private func lengths(of sessions: [Int]) -> String {
    let minutes = sessions.map { problem.sessions[$0].minutes }
    let sum = minutes.reduce(0, +)
    let open = openBlocks
    guard let longest = open.map({ problem.blocks[$0].minutes }).max() else {
      return "\(listed(sessions)) \(sessions.count.agreeing("takes", "take")) \(sum) minutes; "
        + (problem.blocks.isEmpty ? "there is no block" : "no block is open")
    }
    if sessions.count == 1 {
      let lead = "\(name(sessions[0])) takes \(sum) minutes"
      return sum > longest ? "\(lead); the longest block has \(longest)" : lead
    }
    let who =
      sessions.count > Self.tellable
      ? "\(sessions.count) sessions"
      : zip(sessions, minutes).map { "\(name($0)) (\($1))" }.listed()
    let lead = "\(who) take \(sum) minutes together\(common(to: sessions))"
    let reach = Reach(of: sessions, by: facts.flatMap(\.constraints), in: problem)
    let within = reach.blocks(of: sessions).filter(open.contains)
    if !within.isEmpty, let shortage = shortage(of: minutes, in: within, of: open) {
      return lead + shortage
    }
    guard isOnlyAboutRoom else { return "\(lead); the longest block has \(longest)" }
    return "\(lead) and do not fit into \(called(open, of: open))"
  }

  /// Why sessions of some minutes cannot all be held in some blocks, by the blocks' lengths alone; `nil`
  /// where these do not tell.
  private func shortage(of minutes: [Int], in blocks: [Int], of open: [Int]) -> String? {
    let sum = minutes.reduce(0, +)
    let lengths = blocks.map { problem.blocks[$0].minutes }
    let which = called(blocks, of: open)
    let all = lengths.reduce(0, +)
    if sum > all { return "; \(which) \(blocks.count.agreeing("has", "have")) \(all)" }
    let packing = Packing(of: minutes, grid: problem.curriculum.grid)
    let each = Set(lengths).count == 1 ? lengths.first : nil
    let most = lengths.reduce(0) { $0 + packing.count(in: $1) }
    if minutes.count > most {
      guard let each, blocks.count > 1 else {
        return "; \(which) \(blocks.count.agreeing("takes", "take")) at most \(most) of them"
      }
      return "; of \(which), each takes at most \(packing.count(in: each)) of them"
    }
    let fill = lengths.reduce(0) { $0 + packing.fill(of: $1) }
    guard sum > fill else { return nil }
    guard let each, blocks.count > 1 else {
      return "; of the \(all) minutes of \(which), they can fill at most \(fill)"
    }
    return "; of \(which), they can fill at most \(packing.fill(of: each)) minutes each, "
      + "\(fill) in all"
  }

  /// Blocks in words, with their length where it is the same, and when they are where others are open.
  private func called(_ blocks: [Int], of open: [Int]) -> String {
    let lengths = Set(blocks.map { problem.blocks[$0].minutes })
    let length = lengths.count == 1 && blocks.count > 1 ? lengths.first : nil
    let size = length.map { " of \($0) minutes" } ?? ""
    let isOpen = open.count < problem.blocks.count && blocks.count == open.count ? "open " : ""
    let number = blocks.count == 1 ? "only \(isOpen)block" : "\(blocks.count) \(isOpen)blocks"
    let lead = "the \(number)\(size)"
    guard blocks.count < open.count, let first = blocks.first, let last = blocks.last else {
      return lead
    }
    let (from, to) = (problem.blocks[first], problem.blocks[last])
    let when =
      from.date == to.date
      ? "on \(from.date.spelled)"
      : from.week == to.week
        ? "in week \(from.week)" : "from \(from.date.spelled) to \(to.date.spelled)"
    return "\(lead) in which they can be held, \(when),"
  }

  /// What sessions of different groups have in common, so that one of them is held at a time.
  private func common(to sessions: [Int]) -> String {
    let facts = sessions.map { problem.sessions[$0] }
    func shared(_ of: (Problem.SessionFacts) -> [Int]) -> Int? {
      facts.dropFirst().reduce(facts.first.map { Set(of($0)) } ?? []) {
        $0.intersection(of($1))
      }.min()
    }
    let curriculum = problem.curriculum
    guard curriculum.groups.count > 1 else { return "" }
    if let group = shared(\.groups) {
      return facts.allSatisfy { $0.groups.count == curriculum.groups.count }
        ? "" : " for the group '\(curriculum.groups[group].id)'"
    }
    let trainer = shared { facts in
      let teams = facts.teams.map { Set($0.trainers) }
      return teams.dropFirst().reduce(teams.first ?? []) { $0.intersection($1) }.sorted()
    }
    if let trainer { return " with \(curriculum.trainers[trainer].name)" }
    guard facts.allSatisfy({ $0.rooms.count == 1 }), let room = shared(\.rooms) else { return "" }
    return " in the room '\(curriculum.rooms[room].id)'"
  }

  /// Whether nothing but sessions, loads and closed days is blamed.
  private var isOnlyAboutRoom: Bool {
    facts.allSatisfy { fact in
      fact.constraints.allSatisfy { index in
        switch problem.constraints[index].shape.outlook {
        case .amounts: true
        case .single: fact.standing == .given
        case .overlaps, .holding, .days, .growing, .several: false
        }
      }
    }
  }

  /// The blocks that no closed day among the facts takes away.
  private var openBlocks: [Int] {
    let closed = facts.filter { $0.standing == .given }.flatMap(\.constraints)
    let general = closed.compactMap { problem.constraints[$0].single }
      .filter { $0.reads == .block && $0.sessions.count == problem.sessions.count }
    return problem.blocks.indices.filter { block in
      let placement = Placement(
        session: 0,
        block: block,
        start: problem.blocks[block].start,
        room: nil,
        trainers: []
      )
      return general.allSatisfy { $0.excess(placement) == 0 }
    }
  }
}
