internal import Curricula
public import Diagnostics
public import Timetabling

extension Chronicle {
  /// The problem in which those sessions of the choices are held that a table has, with what was held
  /// already.
  ///
  /// - Parameters:
  ///   - written: The problem of the curriculum as it is written.
  ///   - table: The table, which may have more or fewer sessions of a choice than are held.
  /// - Returns: The problem.
  /// - Throws: What makes the past impossible to state.
  public func problem(
    of written: Problem,
    for table: WrittenTimetable
  ) throws(Findings) -> Problem {
    let named = Set(table.rows.map { $0.session.lowercased() })
    let present = written.curriculum.sessions.map(\.id).filter { named.contains($0.lowercased()) }
    return try problem(of: written.holding(Set(present).union(held.map(\.session))))
  }
}
