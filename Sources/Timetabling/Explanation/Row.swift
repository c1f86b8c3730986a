/// Which sessions of an excerpt cannot overlap, and which have anything to do with each other.
struct Row {
  private let excerpt: Excerpt
  /// For each session of the source those that it cannot overlap.
  private var exclusive: [Set<Int>]
  /// The orders, as the sessions that come directly after each.
  private var followers: [Set<Int>]
  private var tied: [Set<Int>]

  init(_ excerpt: Excerpt) {
    self.excerpt = excerpt
    let none = [Set<Int>](repeating: [], count: excerpt.source.sessions.count)
    exclusive = none
    followers = none
    tied = none
    for index in excerpt.constraints { read(excerpt.source.constraints[index]) }
    closeOrders()
  }

  /// Whether sessions wait for each other in a circle, so that nothing is possible.
  var hasCircle: Bool {
    excerpt.sessions.contains { exclusive[$0].contains($0) }
  }

  /// The sessions in parts that have nothing to do with each other.
  var parts: [[Int]] {
    var parts: [[Int]] = []
    var seen: Set<Int> = []
    for session in excerpt.sessions where !seen.contains(session) {
      var part: [Int] = []
      var waiting = [session]
      seen.insert(session)
      while let next = waiting.popLast() {
        part.append(next)
        for other in tied[next].sorted() where seen.insert(other).inserted {
          waiting.append(other)
        }
      }
      parts.append(part.sorted())
    }
    return parts
  }

  /// Whether no two of the sessions can overlap.
  func isExclusive(_ sessions: [Int]) -> Bool {
    sessions.allSatisfy { session in
      sessions.allSatisfy { $0 == session || exclusive[session].contains($0) }
    }
  }

  /// Sets of the sessions no two of which can overlap, each as large as adding one session after
  /// another makes it, and no larger than the exact method can follow.
  func exclusiveSets(in sessions: [Int]) -> [[Int]] {
    var found: [[Int]] = []
    for seed in sessions {
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

  private mutating func read(_ constraint: any Constraint) {
    let source = excerpt.source
    let isHere = Set(excerpt.sessions)
    let scope = source.scope(of: constraint).filter(isHere.contains)
    switch constraint.form {
    case .placement: return
    case .clash(let selection):
      let certain = scope.filter { session in
        switch selection {
        case .sessions: true
        case .trainer(let trainer):
          source.sessions[session].teams.allSatisfy { $0.trainers.contains(trainer) }
        case .room(let room): source.sessions[session].rooms == [room]
        }
      }
      for session in certain { exclusive[session].formUnion(certain.filter { $0 != session }) }
    case .order(let form):
      if scope.count == 2 { followers[form.earlier].insert(form.later) }
    case .load, .distinct, .span, .sequence, .apart, .other: break
    }
    if constraint is InsideBlock { return }
    for session in scope { tied[session].formUnion(scope) }
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
      exclusive[session].formUnion(reached)
      for other in reached { exclusive[other].insert(session) }
    }
  }
}
