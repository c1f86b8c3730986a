internal import Diagnostics

extension Curriculum {
  /// Reads the choices of sessions, and reports what cannot be chosen.
  mutating func readChoices(in fields: Fields, _ findings: inout Findings) {
    var known: [String: SessionChoice] = [:]
    for node in fields["choices"]?.list(&findings) ?? [] {
      guard let choice = self.choice(node, in: fields, &findings) else { continue }
      if let first = known.updateValue(choice, forKey: choice.id) {
        findings.error(
          at: choice.location,
          "the choice '\(choice.id)' is declared twice",
          remedy: "give it another identifier; the first is in line \(first.location.line)"
        )
      }
      choices.append(choice)
    }
    guard !choices.isEmpty, !findings.hasErrors else { return }
    checkNeeds(&findings)
    if !findings.hasErrors { checkWays(&findings) }
  }

  /// Reads `{id: electives, hold: 3, of: [s1, s2, s3, s4, s5]}`, in which a series stands for its members.
  private func choice(
    _ node: Node,
    in fields: Fields,
    _ findings: inout Findings
  ) -> SessionChoice? {
    let keys = ["id", "hold", "of"]
    guard let written = Fields(node, of: "choice", keys: keys, &findings) else { return nil }
    let id = written.required("id", &findings)?.identifier(&findings)
    let hold = written.required("hold", &findings)?.integer(in: 1...1000, &findings)
    var isWhole = true
    var members: [String] = []
    for name in written.required("of", &findings)?.list(&findings) ?? [] {
      guard let text = name.sessionName(&findings) else {
        isWhole = false
        continue
      }
      let named = sessions(named: text)
      if named.isEmpty {
        isWhole = false
        guard isComplete("sessions", in: fields) else { continue }
        let names = sessions.map(\.id) + series.flatMap(\.names)
        findings.report(.undeclared("session", text, among: names, at: name.location))
      }
      for session in named {
        let other = self.choice(of: session)
        guard other != nil || members.contains(session) else {
          members.append(session)
          continue
        }
        isWhole = false
        findings.error(
          at: name.location,
          other.map { "the session '\(session)' is already in the choice '\($0.id)'" }
            ?? "the session '\(session)' is in the choice twice",
          remedy: "name it once; a session can be in one choice only"
        )
      }
    }
    guard let id, let hold, isWhole, !members.isEmpty else { return nil }
    guard hold < members.count else {
      findings.error(
        at: written.location(of: "hold"),
        "the choice '\(id)' holds \(hold) of \(members.counted("session")), so there is nothing to choose",
        remedy: members.count > 1
          ? "hold at most \(members.count - 1), or remove the choice"
          : "name more sessions, or remove the choice"
      )
      return nil
    }
    return SessionChoice(
      id: id,
      sessions: members,
      hold: hold,
      location: written.location(of: "id")
    )
  }

  /// What is held in any case cannot need what is perhaps not held.
  private func checkNeeds(_ findings: inout Findings) {
    for session in sessions where choice(of: session.id) == nil {
      for need in session.needs {
        guard let choice = self.choice(of: need.session) else { continue }
        findings.error(
          at: need.location,
          "the session '\(session.id)' is always held and needs '\(need.session)', which is perhaps not "
            + "held: it is in the choice '\(choice.id)'",
          remedy: "remove the need, or take '\(need.session)' out of the choice"
        )
      }
    }
  }

  private func checkWays(_ findings: inout Findings) {
    let pinned = self.pinned
    for choice in choices {
      let kept = choice.sessions.filter(pinned.contains)
      guard kept.count > choice.hold else { continue }
      findings.error(
        at: choice.location,
        "the choice '\(choice.id)' holds \(choice.hold.counted("session")), but \(kept.count) of its "
          + "sessions are pinned: \(kept.quoted())",
        remedy: "remove a pin, or raise 'hold'"
      )
    }
    guard !findings.hasErrors, let last = choices.last else { return }
    guard wayCount(holding: pinned) <= Self.wayLimit else {
      findings.error(
        at: last.location,
        "there are more than \(Self.wayLimit) ways to choose sessions, which is too many to try",
        remedy: choices.count > 1
          ? "make the choices smaller, or decide one of them: remove it and its other sessions"
          : "name fewer sessions in the choice, or pin some of them"
      )
      return
    }
    let ways = self.ways(holding: pinned)
    guard !ways.isEmpty else {
      findings.error(
        at: last.location,
        "no way to choose sessions holds everything that they need",
        remedy: pinned.isEmpty
          ? "raise 'hold', or remove a need" : "raise 'hold', or remove a need or a pin"
      )
      return
    }
    for session in sessions {
      guard let choice = self.choice(of: session.id),
        !ways.contains(where: { $0.contains(session.id) }),
        choice.sessions.count(where: pinned.contains) < choice.hold
      else { continue }
      findings.error(
        at: session.location,
        "the session '\(session.id)' can never be held together with what it needs",
        remedy: "raise 'hold' of the choice '\(choice.id)', or remove a need"
      )
    }
  }
}
