internal import Curricula
internal import Diagnostics
internal import Publishing
internal import Quizzes
internal import Records

extension WorkspaceCheck {
  /// What a window is tied to exists; a session may be named as it was before.
  func check(
    _ tie: Quiz.Tie,
    at location: Diagnostic.Location,
    _ curriculum: Curriculum,
    _ findings: inout Findings
  ) {
    switch tie.part {
    case .week(let number) where number > curriculum.weeks:
      findings.report(
        Diagnostic(
          .error,
          at: location,
          "the curriculum has no week \(number)",
          remedy: "write a week from 1 to \(curriculum.weeks)"
        )
      )
    case .week: break
    case .session(let name):
      let names = curriculum.sessions.map(\.id) + curriculum.series.flatMap(\.names)
      let sessions = curriculum.sessions(named: name)
      guard !names.contains(name), sessions.isEmpty else {
        checkChoices(of: sessions, called: name, at: location, curriculum, &findings)
        return
      }
      let present = presentNames(ofSession: name, in: curriculum)
      guard !present.isEmpty else {
        findings.report(.undeclared("session", name, among: names, at: location))
        return
      }
      findings.warn(
        at: location,
        "the session '\(name)' is now called \(present.map { "'\($0)'" }.listed())",
        remedy: present.count == 1
          ? "write '\(present[0])'"
          : "write one of these names, or leave it if the quiz belongs to all of them"
      )
      checkChoices(of: present, called: name, at: location, curriculum, &findings)
    }
  }

  /// What a window is tied to takes place, whatever a choice of sessions leaves out.
  ///
  /// Of a series for several groups, each group has a session of its own.
  private func checkChoices(
    of sessions: [String],
    called name: String,
    at location: Diagnostic.Location,
    _ curriculum: Curriculum,
    _ findings: inout Findings
  ) {
    let choices = sessions.compactMap { curriculum.choice(of: $0) }
    guard let choice = choices.first else { return }
    let ways = curriculum.waysToHold()
    let members = Dictionary(grouping: curriculum.sessions.filter { sessions.contains($0.id) }) {
      $0.membership?.group ?? ""
    }
    let mayBeLeftOut = members.values.contains { own in
      own.allSatisfy { curriculum.choice(of: $0.id) != nil }
        && ways.contains { way in !own.contains { way.contains($0.id) } }
    }
    guard mayBeLeftOut else { return }
    findings.warn(
      at: location,
      "'\(name)' may not be held: the choice '\(choice.id)' holds only \(choice.hold) of its "
        + "\(choice.sessions.count) sessions",
      remedy: "name a week, a date or a session that is always held, or keep this one with a 'pin'"
    )
  }

  /// The sessions that have taken the place of one, as revisions recorded it or the curriculum says under
  /// `formerly`.
  private func presentNames(ofSession name: String, in curriculum: Curriculum) -> [String] {
    let revisions = (try? workspace.revisions(of: Programme(curriculum))) ?? []
    let recorded = revisions.successors(ofSession: name)
    let renamings = Renamings(of: curriculum).sessions
    let declared = Set(curriculum.sessions.map(\.id))
    return (recorded.isEmpty ? [name] : recorded).flatMap { renamings[$0] ?? [$0] }
      .filter(declared.contains)
  }
}
