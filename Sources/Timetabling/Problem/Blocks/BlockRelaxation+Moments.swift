internal import Curricula

// When sessions begin, where they are to begin together.
extension BlockRelaxation {
  /// For each different beginning of what a selection takes in for certain the literal that something
  /// begins then; `nil` where there would be too many.
  ///
  /// A session that is held in a block begins at one of its times there. What lets one thing be held
  /// at a time, and what comes before another thing, does not begin with it.
  ///
  /// - Complexity: Quadratic in the sessions, and linear in blocks × starts.
  mutating func beginnings(of selection: Selection, as beginning: Beginning) -> [Literal]? {
    let members = members(certainlyIn: selection)
    guard members.count > 1 else { return [] }
    let moments = members.map { self.moments(of: $0) }
    let count = moments.reduce(0) { $0 + $1.count }
    guard count * members.count <= Self.momentLimit else { return nil }
    var known: [[Int: Literal]] = []
    var byKey: [Int: [Literal]] = [:]
    for (session, moments) in zip(members, moments) {
      var literals: [Int: Literal] = [:]
      for moment in moments {
        let literal = variable()
        literals[moment.exact] = literal
        byKey[moment.key(as: beginning), default: []].append(literal)
      }
      for way in ways[session] {
        let starts = Set(self.moments(of: way).map(\.exact)).sorted()
        penalty.solver.require(anyOf: [!way.literal] + starts.compactMap { literals[$0] })
      }
      known.append(literals)
    }
    for (first, later) in members.indices.flatMap({ first in
      ((first + 1)..<members.count).map { (first, $0) }
    }) where cannotBeginTogether(members[first], members[later]) {
      for (moment, literal) in known[first].sorted(by: { $0.key < $1.key }) {
        guard let other = known[later][moment] else { continue }
        penalty.solver.require(anyOf: [!literal, !other])
      }
    }
    return byKey.sorted { $0.key < $1.key }.map { any(of: $0.value) }
  }

  /// The most beginnings, times the sessions, that are looked at.
  private static let momentLimit = 40_000

  /// A time of a day.
  private struct Moment: Hashable {
    let day: Int
    let start: Int

    /// A number for it, ascending in time within a day.
    var exact: Int { day * 2 * 1440 + start }

    func key(as beginning: Beginning) -> Int {
      switch beginning {
      case .exact: exact
      case .inWeek: (day % 7 + 7) % 7 * 2 * 1440 + start
      }
    }
  }

  /// All moments at which a session can begin, in the order of time.
  private func moments(of session: Int) -> [Moment] {
    Set(ways[session].flatMap(moments(of:))).sorted { $0.exact < $1.exact }
  }

  private func moments(of way: Way) -> [Moment] {
    let day = problem.blocks[way.block].date.dayNumber
    return placements.runs[way.team].filter { Int($0.block) == way.block }.flatMap { run in
      stride(from: Int(run.first), through: Int(run.last), by: problem.curriculum.grid)
        .map { Moment(day: day, start: $0) }
    }
  }

  /// Whether two sessions cannot begin at the same moment, whoever holds them.
  private func cannotBeginTogether(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (problem.sessions[first], problem.sessions[second])
    guard one.minutes > 0, other.minutes > 0 else { return false }
    let isOrdered = orders.contains { order in
      (order.earlier, order.later) == (first, second)
        || (order.earlier, order.later) == (second, first)
    }
    return isOrdered
      || exclusions.contains { index in
        let certain = members(certainlyIn: problem.constraints[index].shape.selection)
        return certain.contains(first) && certain.contains(second)
      }
  }
}
