/// Which sessions of an excerpt cannot overlap, and which have anything to do with each other.
struct Row {
  private let excerpt: Excerpt
  /// For each session of the source those that it cannot overlap.
  private var exclusive: [Members]
  /// The orders, as the sessions that come directly after each.
  private var followers: [Set<Int>]
  private var tied: [Members]

  init(_ excerpt: Excerpt) {
    self.excerpt = excerpt
    let count = excerpt.source.sessions.count
    exclusive = Array(repeating: Members(below: count), count: count)
    followers = Array(repeating: [], count: count)
    tied = exclusive
    let present = Members(excerpt.sessions, below: count)
    for index in excerpt.constraints { read(excerpt.source.constraints[index], present) }
    closeOrders()
  }

  /// Whether sessions wait for each other in a circle, so that nothing is possible.
  var hasCircle: Bool {
    excerpt.sessions.contains { exclusive[$0].contains($0) }
  }

  /// The sessions in parts that have nothing to do with each other.
  var parts: [[Int]] {
    var parts: [[Int]] = []
    var seen = Members(below: tied.count)
    for session in excerpt.sessions where !seen.contains(session) {
      var part: [Int] = []
      var waiting = [session]
      seen.insert(session)
      while let next = waiting.popLast() {
        part.append(next)
        waiting += tied[next].subtracting(seen).indices
        seen.formUnion(tied[next])
      }
      parts.append(part.sorted())
    }
    return parts
  }

  /// Whether no two of the sessions can overlap.
  func isExclusive(_ sessions: [Int]) -> Bool {
    let all = Members(sessions, below: exclusive.count)
    return sessions.allSatisfy { session in
      var others = all
      others.remove(session)
      return others.subtracting(exclusive[session]).isEmpty
    }
  }

  /// Sets of the sessions no two of which can overlap, each as large as adding one session after
  /// another makes it, and no larger than the exact method can follow.
  ///
  /// - Complexity: O(*n* × sets found) for *n* sessions.
  func exclusiveSets(in sessions: [Int]) -> [[Int]] {
    var found: [[Int]] = []
    for seed in sessions where found.count < Self.setLimit {
      var set = [seed]
      for session in sessions
      where session != seed && set.count < SessionSet.capacity
        && set.allSatisfy({ exclusive[session].contains($0) })
      {
        set.append(session)
      }
      set.sort()
      if !found.contains(set) { found.append(set) }
    }
    return found
  }

  /// The most sets that are looked at.
  private static let setLimit = 64

  private mutating func read(_ constraint: Constraint, _ present: Members) {
    let shape = constraint.shape
    let facts = excerpt.source.sessions
    switch shape.outlook {
    case .single, .holding: return
    case .overlaps:
      let certain = facts.indices(certainlyIn: shape.selection).filter(present.contains)
      let all = Members(certain, below: exclusive.count)
      for session in certain {
        // Only an order can make a session wait for itself.
        let waits = exclusive[session].contains(session)
        exclusive[session].formUnion(all)
        if !waits { exclusive[session].remove(session) }
      }
    case .amounts, .days, .growing, .several: break
    }
    if case .order(let earlier, let later, _) = shape.tie,
      present.contains(earlier), present.contains(later)
    {
      followers[earlier].insert(later)
    }
    let scope = facts.indices(possiblyIn: shape.selection).filter(present.contains)
    let all = Members(scope, below: tied.count)
    for session in scope { tied[session].formUnion(all) }
  }

  /// Sessions of which one follows the other, however indirectly, cannot overlap.
  private mutating func closeOrders() {
    for session in excerpt.sessions {
      var waiting = Array(followers[session])
      var reached: Set<Int> = []
      while let next = waiting.popLast() {
        guard reached.insert(next).inserted else { continue }
        waiting += followers[next]
      }
      for other in reached { exclusive[session].insert(other) }
      for other in reached { exclusive[other].insert(session) }
    }
  }
}
