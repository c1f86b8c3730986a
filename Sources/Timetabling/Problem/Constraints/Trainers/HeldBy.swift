internal import Curricula

/// Sessions are held by some of those who can hold them.
enum HeldBy: ConstraintReader {
  static let name = "held-by"
  static let keys = ["trainers"]

  /// Reads `held-by: {of: w4s3, trainers: [unoda]}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let known = arguments.problem.curriculum.trainers
    let trainers = arguments.indices("trainers", of: "trainer", among: known.map(\.id))
    guard !trainers.isEmpty else { return [] }
    let listed = trainers.map { known[$0].name }.joined(separator: " or ")
    let allowed = Set(trainers)
    return arguments.constraints(.trainers) {
      $0.does("is", "are", "held by \(listed)")
    } as: {
      Single(of: $0, reads: .trainers) { $0.trainers.contains(where: allowed.contains) ? 0 : 1 }
    }
  }
}
