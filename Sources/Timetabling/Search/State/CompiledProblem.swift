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
