internal import Curricula
internal import Diagnostics

/// What stands in the way of a timetable that breaks hard constraints.
public struct Obstacles: Hashable, Sendable {
  /// Sessions without which it would break nothing, by their identifiers, in the order of the
  /// curriculum.
  public let homeless: [String]
  /// The declarations that it breaks, the most broken first.
  public let broken: [Origin]

  /// Looks at a timetable of a problem.
  ///
  /// - Complexity: Linear in violations × sessions.
  init(to timetable: Timetable, of problem: Problem) {
    let hard = problem.penalties(of: timetable).filter {
      problem.constraints[$0.constraint].weight == .hard
    }
    var rest = hard.map { Set($0.violation.sessions) }.filter { !$0.isEmpty }
    var taken = problem.sessions.indices.filter { timetable.placement(of: $0) == nil }
    // One after the other, whoever has a part in most of what is left.
    while !rest.isEmpty {
      var parts: [Int: Int] = [:]
      for sessions in rest { for session in sessions { parts[session, default: 0] += 1 } }
      guard let most = parts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else {
        break
      }
      taken.append(most)
      rest.removeAll { $0.contains(most) }
    }
    homeless = Set(taken).sorted().map { problem.curriculum.sessions[$0].id }
    var sums: [Origin: Int] = [:]
    for penalty in hard {
      let origin = problem.constraints[penalty.constraint].origin
      sums[origin] = (sums[origin] ?? 0).saturatingAdded(to: penalty.violation.excess)
    }
    broken = sums.sorted { left, right in
      left.value == right.value
        ? (left.key.location, left.key.sentence) < (right.key.location, right.key.sentence)
        : left.value > right.value
    }.map(\.key)
  }
}
