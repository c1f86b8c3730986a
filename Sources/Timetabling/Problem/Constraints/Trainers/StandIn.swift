internal import Curricula
internal import Diagnostics

/// The trainers named come themselves rather than an alternate.
enum StandIn: ConstraintReader {
  static let name = "stand-in"
  static let isFixed = true

  /// Reads `stand-in: all sessions`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let teams = arguments.problem.sessions.map(\.teams)
    return arguments.constraints {
      Statement("the trainers of \($0.label) come themselves", about: $0)
    } as: {
      Single(of: $0, reads: .trainers) { placement in
        teams[placement.session].first { $0.trainers == placement.trainers }?.standIns ?? 0
      }
    }
  }
}
