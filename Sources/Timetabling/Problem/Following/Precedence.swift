/// What the hard constraints say of the order of some sessions, and which share a day.
struct Precedence {
  /// For each rank the session.
  private(set) var sessions: [Int]
  /// For each rank those that must have been held before, directly or through others.
  private(set) var before: [SessionSet]
  /// For each rank those that must have been held on an earlier day.
  private(set) var daysBefore: [SessionSet]
  /// For each rank those that must be held on the same day, itself among them.
  private(set) var companions: [SessionSet]
  /// Whether the hard constraints on order and days contradict each other.
  private(set) var isContradictory = false

  /// Gathers what concerns the sessions, at most ``SessionSet/capacity`` of them.
  ///
  /// - Complexity: O(constraints × sessions + sessions³).
  init(of problem: Problem, _ part: [Int]) {
    let graph = DayGraph(of: problem, part)
    sessions = graph.order
    let count = sessions.count
    var rank: [Int: Int] = [:]
    for (index, session) in sessions.enumerated() { rank[session] = index }
    func ranks(_ set: SessionSet) -> SessionSet {
      set.reduce(into: SessionSet()) { sum, node in
        if let index = rank[part[node]] { sum.insert(index) }
      }
    }
    before = Array(repeating: SessionSet(), count: count)
    daysBefore = before
    companions = before
    for (node, session) in part.enumerated() {
      guard let index = rank[session] else { continue }
      before[index] = ranks(graph.before[node])
      daysBefore[index] = ranks(graph.daysBefore[node])
      companions[index] = ranks(graph.companions[node])
    }
    isContradictory = (0..<count).contains { index in
      before[index].contains(index) || daysBefore[index].meets(companions[index])
    }
  }

  /// What is held on one day, in an order in which each comes after what must be held before it.
  func units(minutes: [Int], strangers: [SessionSet]) -> [Track.Unit] {
    var units: [Track.Unit] = []
    var gathered = SessionSet()
    for rank in sessions.indices where !gathered.contains(rank) {
      let set = companions[rank]
      gathered = gathered.union(set)
      func union(_ sets: [SessionSet]) -> SessionSet {
        set.reduce(SessionSet()) { $0.union(sets[$1]) }
      }
      let daysBefore = union(daysBefore)
      let strangers = union(strangers)
      // Whoever is a stranger to itself can never be held.
      let isImpossible = isContradictory || strangers.meets(set)
      units.append(
        Track.Unit(
          set: set,
          minutes: set.reduce(0) { $0 + minutes[$1] },
          before: isImpossible ? set : union(before).subtracting(set),
          daysBefore: isImpossible ? set : daysBefore,
          strangers: strangers
        )
      )
    }
    return units
  }
}

/// Sessions as nodes, with the hard orders and days between them.
private struct DayGraph {
  /// The sessions in an order in which units come one after the other.
  private(set) var order: [Int] = []
  /// For each node those that are held before, directly or through others.
  private(set) var before: [SessionSet]
  /// For each node those that are held on an earlier day.
  private(set) var daysBefore: [SessionSet]
  /// For each node those that are held on the same day.
  private(set) var companions: [SessionSet]

  init(of problem: Problem, _ part: [Int]) {
    let count = part.count
    var node: [Int: Int] = [:]
    for (index, session) in part.enumerated() { node[session] = index }
    before = Array(repeating: SessionSet(), count: count)
    daysBefore = before
    companions = (0..<count).map { SessionSet().inserting($0) }
    let weekHasOneDay = problem.weekHasOneDay
    for constraint in problem.constraints where constraint.weight == .hard {
      switch constraint.shape.tie {
      case .none: continue
      case .order(let earlier, let later, let days):
        guard let first = node[earlier], let second = node[later] else { continue }
        before[second].insert(first)
        if days.least > 0 { daysBefore[second].insert(first) }
        if days.most == 0 { unite([first, second]) }
      case .together(.week) where !weekHasOneDay: continue
      case .together(.block), .together(.day), .together(.week):
        unite(
          problem.sessions.indices(certainlyIn: constraint.shape.selection)
            .compactMap { node[$0] }
        )
      }
    }
    close()
    order = ordered().map { part[$0] }
  }

  private mutating func unite(_ nodes: [Int]) {
    let union = nodes.reduce(SessionSet()) { $0.union(companions[$1]) }
    for node in union { companions[node] = union }
  }

  /// Carries orders through and gathers what must, by the orders, be held on one day.
  private mutating func close() {
    let count = before.count
    for middle in 0..<count {
      for node in 0..<count where before[node].contains(middle) {
        before[node] = before[node].union(before[middle])
      }
    }
    // "On this day or earlier", through orders and companions; whoever is so in both directions is
    // held on the same day.
    var notAfter = (0..<count).map { before[$0].union(companions[$0]) }
    for middle in 0..<count {
      for node in 0..<count where notAfter[node].contains(middle) {
        notAfter[node] = notAfter[node].union(notAfter[middle])
      }
    }
    for node in 0..<count {
      unite(notAfter[node].filter { notAfter[$0].contains(node) })
    }
    // Earlier days, through anything that is not after.
    let direct = daysBefore
    for node in 0..<count {
      for other in notAfter[node] {
        for earlier in direct[other] {
          daysBefore[node] = daysBefore[node].union(notAfter[earlier])
        }
      }
    }
  }

  /// The nodes, units one after the other, the lowest first where there is a choice.
  private func ordered() -> [Int] {
    let count = before.count
    var order: [Int] = []
    var placed = SessionSet()
    while order.count < count {
      let waiting = SessionSet(first: count).subtracting(placed)
      let next = waiting.first { node in
        companions[node].allSatisfy { member in
          before[member].isSubset(of: placed.union(companions[node]))
        }
      }
      // With orders that go round in a circle there is no right place; any will do.
      let set = next.map { companions[$0] } ?? waiting
      var inside = set
      while let member = inside.first(where: { !before[$0].meets(inside.removing($0)) })
        ?? inside.first(where: { _ in true })
      {
        order.append(member)
        inside = inside.removing(member)
      }
      placed = placed.union(set)
    }
    return order
  }
}
