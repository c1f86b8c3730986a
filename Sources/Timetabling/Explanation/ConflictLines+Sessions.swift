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
      seats.append("one of \(choice.listed("or"))")
    }
    return seats.isEmpty ? "nobody" : seats.listed()
  }

  /// How long sessions take, and what blocks there are for them.
  private func lengths(of sessions: [Int]) -> String {
    let minutes = sessions.map { problem.sessions[$0].minutes }
    let sum = minutes.reduce(0, +)
    let blocks = openBlocks.map { problem.blocks[$0].minutes }
    guard let longest = blocks.max() else {
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
    let lead = "\(who) take \(sum) minutes together"
    guard isOnlyAboutRoom else { return "\(lead); the longest block has \(longest)" }
    let all = blocks.reduce(0, +)
    let open = blocks.count < problem.blocks.count ? "open " : ""
    let which =
      blocks.count == 1 ? "the only \(open)block" : "the \(blocks.count) \(open)blocks"
    if sum > all { return "\(lead); \(which) \(blocks.count.agreeing("has", "have")) \(all)" }
    return "\(lead) and do not fit into \(which) with \(all) minutes"
  }

  /// Whether nothing but sessions, loads and closed days is blamed.
  private var isOnlyAboutRoom: Bool {
    facts.allSatisfy { fact in
      fact.constraints.allSatisfy { index in
        switch problem.constraints[index].shape.outlook {
        case .amounts: true
        case .single: fact.standing == .given
        case .overlaps, .holding, .several: false
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
