internal import Curricula

extension Solver {
  /// Why there is no timetable: a smallest set of declarations that cannot hold together, and what
  /// would make a timetable possible.
  ///
  /// Only hard constraints are blamed. Of several conflicts the one is told that can best be acted on:
  /// it blames holidays only where it must, and few sessions, and rather the days of trainers and what
  /// the programme asks for than what sessions need or rooms have.
  ///
  /// - Returns: `nil` when it is not proved that there is no timetable.
  /// - Complexity: O(*k* log *n*) runs of the exact method without soft constraints, for *k* facts in
  ///   the conflict among *n*, and one run for each change tried as a repair.
  public func explainConflict() -> Conflict? {
    conflict(asking: [])
  }

  /// Why there is no timetable with what was asked beside the declarations.
  ///
  /// - Parameters:
  ///   - asked: The indices of constraints that are not to be blamed.
  ///   - date: The day that was asked for, where it was one.
  ///   - isProved: Whether it is known already that there is none.
  /// - Returns: `nil` when it is not proved that there is no timetable.
  func conflict(
    asking asked: [Int],
    on date: CivilDate? = nil,
    isProved: Bool = false
  ) -> Conflict? {
    var search = ConflictSearch(problem, background: asked)
    guard let indices = search.conflict(isProved: isProved) else { return nil }
    let facts = indices.map { search.facts[$0] }
    let isMinimal = search.isMinimal(indices)
    let circumstances = search.circumstances(of: indices)
    let lines = ConflictLines(
      problem: problem,
      facts: facts,
      circumstances: circumstances,
      asked: asked.map { problem.constraints[$0].origin }
    ).lines
    let repairs = RepairSearch(
      search: search,
      conflict: indices,
      circumstances: circumstances,
      date: date
    )
    return Conflict(
      facts: facts.map(\.origin).sorted {
        ($0.location, $0.sentence) < ($1.location, $1.sentence)
      },
      lines: lines,
      isMinimal: isMinimal,
      repairs: repairs.repairs()
    )
  }
}
