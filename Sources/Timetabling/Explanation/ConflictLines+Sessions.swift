internal import Curricula

// What a conflict says of its sessions.
extension ConflictLines {
  /// What must be said of sessions: who holds them, how long they take, or only that they are held.
  func sessions(besides lines: [Conflict.Line]) -> [Conflict.Line] {
    let held = facts.compactMap(\.session).sorted()
    let byTrainers = held.filter(isHeldByBlamed)
    let others = held.filter { !byTrainers.contains($0) }
    var found = holders(of: byTrainers)
    let long = others.filter(tooLong.contains)
    if !long.isEmpty { found.append(Conflict.Line(lengths(of: long), of: origins(of: long))) }
    let said = (lines + found).map(\.sentence)
    let silent = others.filter { !tooLong.contains($0) && !isMentioned($0, in: said) }
    if !silent.isEmpty {
      let verb = silent.count == 1 ? "is" : "are"
      found.append(
        Conflict.Line(
          "\(silent.map(name).listed()) \(verb) to be held",
          of: origins(of: silent)
        )
      )
    }
    return found
  }

  private func origins(of sessions: [Int]) -> [Origin] {
    facts.filter { fact in fact.session.map(sessions.contains) == true }.map(\.origin)
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
      let long = alike.filter(tooLong.contains)
      let length = long.isEmpty ? "" : "; \(lengths(of: long))"
      let verb = alike.count == 1 ? "is" : "are"
      return Conflict.Line(
        "\(alike.map(name).listed()) \(verb) held by \(phrase)\(length)",
        of: origins(of: alike)
      )
    }
  }

  private func isMentioned(_ session: Int, in sentences: [String]) -> Bool {
    let declared = problem.curriculum.sessions[session]
    return sentences.contains {
      $0.contains("'\(declared.id)'") || $0.contains("module '\(declared.module)'")
    }
  }

  /// Whether a fact about trainers concerns who holds a session.
  private func isHeldByBlamed(_ session: Int) -> Bool {
    facts.contains { fact in
      fact.standing == .trainers
        && fact.constraints.contains {
          problem.scope(of: problem.constraints[$0]).contains(session)
        }
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

  /// How long sessions take, and what blocks there are.
  private func lengths(of sessions: [Int]) -> String {
    let minutes = sessions.map { problem.sessions[$0].minutes }
    let sum = minutes.reduce(0, +)
    let blocks = problem.blocks.map(\.minutes)
    let isAlone = facts.allSatisfy { $0.session != nil }
    let room: String
    if blocks.isEmpty {
      room = "there is no block"
    } else if sessions.count > ConflictSearch.tellable || sessions.count > 1 && isAlone {
      let all = blocks.reduce(0, +)
      room = blocks.count == 1
        ? "the only block has \(all)" : "the \(blocks.count) blocks have \(all)"
    } else {
      room = "the longest block has \(blocks.max() ?? 0)"
    }
    if sessions.count == 1 { return "\(name(sessions[0])) takes \(sum) minutes; \(room)" }
    let who =
      sessions.count > ConflictSearch.tellable
      ? "\(sessions.count) sessions"
      : zip(sessions, minutes).map { "\(name($0)) (\($1))" }.listed()
    return "\(who) take \(sum) minutes together; \(room)"
  }
}
