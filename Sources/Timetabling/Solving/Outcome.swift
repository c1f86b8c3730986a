/// What came of laying a programme out.
public enum Outcome: Sendable {
  /// A timetable that can be held, with what is proved about its cost.
  case laidOut(Solution)
  /// Proof that none can be held.
  case infeasible(Conflict)
}
