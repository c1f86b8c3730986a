/// A problem as searches see it; made once, and shared by all searches beside one another.
struct CompiledProblem: Sendable {
  let draft: Draft
  let placements: PlacementDraft
  /// For each session the index of its first team among all teams.
  private let firstTeams: [Int]

  init(_ problem: Problem) {
    draft = Draft(problem)
    placements = PlacementDraft(draft)
    var firstTeams = [0]
    for (session, facts) in problem.sessions.enumerated() {
      firstTeams.append(firstTeams[session] + facts.teams.count)
    }
    self.firstTeams = firstTeams
  }

  /// The places of a timetable's sessions; `nil` for those that it does not place, or not by one of
  /// their teams.
  func places(_ timetable: Timetable) -> [Place?] {
    draft.problem.sessions.indices.map { session in
      guard let placement = timetable.placement(of: session),
        let team = draft.problem.sessions[session].teams.firstIndex(
          where: { $0.trainers == placement.trainers }
        )
      else { return nil }
      return Place(
        block: Int32(placement.block),
        start: Int32(placement.start),
        room: Int32(placement.room ?? -1),
        team: Int32(firstTeams[session] + team)
      )
    }
  }

  /// The timetable of some places, without the sessions that fit nowhere.
  func timetable(_ places: [Place]) -> Timetable {
    Timetable(
      of: draft.problem,
      places.indices.filter { draft.isPlaced[$0] }.map { session in
        let place = places[session]
        return Placement(
          session: session,
          block: Int(place.block),
          start: Int(place.start),
          room: place.room < 0 ? nil : Int(place.room),
          trainers: draft.problem.sessions[session].teams[
            Int(place.team) - firstTeams[session]
          ].trainers
        )
      }
    )
  }
}

extension Draft {
  /// Isolation as bits where that is possible, and as a sequence elsewhere.
  var dividedIsolations:
    (
      simple: [Selection], levels: [Level], rest: [(form: SequenceDraft, level: Level)]
    )
  {
    let fits = IsolationCounters.fits(self)
    var simple: [Selection] = []
    var levels: [Level] = []
    var rest: [(form: SequenceDraft, level: Level)] = []
    for (selection, level) in zip(isolations.things, isolations.levels) {
      if fits, case .sessions = selection {
        simple.append(selection)
        levels.append(level)
      } else {
        rest.append((SequenceDraft(selection: selection, pattern: .form(.isolated)), level))
      }
    }
    return (simple, levels, rest)
  }

  /// For each session the most that a move of it can save in what is judged last.
  ///
  /// A move of one session changes a number of different buckets by at most 1, the sessions alone in a
  /// selection by at most 3, and a load by at most its amount in two buckets. What cannot be bounded
  /// so is taken to save anything.
  func slack(_ isolated: [Selection], _ levels: [Level]) -> [Change] {
    let isBounded =
      spans.isEmpty && aparts.isEmpty && sequences.isEmpty && others.isEmpty
      && isolated.count == isolations.things.count
      && distincts.allSatisfy { $0.form.selection.isFixed }
      && loads.allSatisfy { $0.form.selection.isFixed }
    let unbounded = Change(hard: 1 << 40, soft: 1 << 61)
    var slack = [Change](
      repeating: isBounded ? .none : unbounded,
      count: problem.sessions.count
    )
    guard isBounded else { return slack }
    func allow(_ selection: Selection, _ amount: (Int) -> Int, _ level: Level) {
      guard case .sessions(let sessions) = selection else { return }
      for session in sessions { slack[session] += Change(amount(session), at: level) }
    }
    for (form, level) in distincts { allow(form.selection, { _ in 1 }, level) }
    for (selection, level) in zip(isolated, levels) { allow(selection, { _ in 3 }, level) }
    for (form, level) in loads {
      allow(
        form.selection,
        { form.unit == .minutes ? 2 * problem.sessions[$0].minutes : 2 },
        level
      )
    }
    return slack
  }
}

extension Selection {
  /// Whether the selection does not depend on where sessions are placed.
  var isFixed: Bool {
    switch self {
    case .sessions: true
    case .trainer, .room: false
    }
  }
}
