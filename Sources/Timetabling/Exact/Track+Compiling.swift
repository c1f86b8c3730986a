internal import Curricula

extension Track {
  /// Makes a problem ready, `nil` when two sessions could be held at once or there are too many.
  init?(_ problem: Problem) {
    let count = problem.sessions.count
    let isOneTrack = problem.constraints.contains { constraint in
      guard case .clash(.sessions(let sessions)) = constraint.form else { return false }
      return constraint.weight == .hard && Set(sessions).count == count
    }
    guard count <= SessionSet.capacity, isOneTrack || count == 1 else { return nil }
    guard let order = Self.topologicalOrder(of: problem) else { return nil }
    var compiler = Compiler(problem: problem, sessions: order)
    compiler.compile()
    self.problem = problem
    sessions = order
    ranks = compiler.ranks
    before = compiler.before
    daysBefore = compiler.daysBefore
    minutes = order.map { problem.sessions[$0].minutes }
    options = compiler.options
    allowed = compiler.options.map { day in
      day.indices.reduce(into: SessionSet()) { if !day[$1].isEmpty { $0.insert($1) } }
    }
    capacity = Self.capacities(of: problem)
    let weeks = problem.days.map(\.week)
    startsWeek = weeks.indices.map { $0 == 0 || weeks[$0 - 1] != weeks[$0] }
    endsWeek = weeks.indices.map { $0 == weeks.count - 1 || weeks[$0 + 1] != weeks[$0] }
    dayTerms = compiler.dayTerms
    patterns = compiler.patterns
    couplings = compiler.couplings
    isRelaxed = compiler.isRelaxed
    arranged = compiler.arranged
  }

  /// For each day the most minutes that it can hold by its blocks and the hard loads of everybody.
  private static func capacities(of problem: Problem) -> [Int] {
    var perBlock = problem.blocks.map(\.minutes)
    var perDay = [Int](repeating: .max, count: problem.days.count)
    for constraint in problem.constraints where constraint.weight == .hard {
      guard case .load(let form) = constraint.form, form.unit == .minutes, let most = form.most,
        case .sessions(let sessions) = form.selection,
        Set(sessions).count == problem.sessions.count
      else { continue }
      switch form.per {
      case .block: perBlock = perBlock.map { min($0, most) }
      case .day, .week: perDay = perDay.map { min($0, most) }
      }
    }
    return problem.days.indices.map { day in
      min(perDay[day], problem.days[day].blocks.reduce(0) { $0 + perBlock[$1] })
    }
  }

  /// The sessions in an order in which each comes after what the hard orders put before it, `nil`
  /// when they go round in a circle.
  private static func topologicalOrder(of problem: Problem) -> [Int]? {
    let count = problem.sessions.count
    var waiting = [Int](repeating: 0, count: count)
    var followers = [Set<Int>](repeating: [], count: count)
    for constraint in problem.constraints where constraint.weight == .hard {
      guard case .order(let form) = constraint.form,
        followers[form.earlier].insert(form.later).inserted
      else { continue }
      waiting[form.later] += 1
    }
    var order: [Int] = []
    var ready = (0..<count).filter { waiting[$0] == 0 }
    while let session = ready.min() {
      ready.removeAll { $0 == session }
      order.append(session)
      for follower in followers[session].sorted() {
        waiting[follower] -= 1
        if waiting[follower] == 0 { ready.append(follower) }
      }
    }
    return order.count == count ? order : nil
  }
}

/// Sorts the constraints of a problem by what they need to be followed from day to day.
private struct Compiler {
  let problem: Problem
  let sessions: [Int]
  let ranks: [Int]
  let weekHasOneDay: Bool
  let dayHasOneBlock: Bool
  var before: [SessionSet]
  var daysBefore: [SessionSet]
  var options: [[[Track.Option]]] = []
  var dayTerms: [[Track.DayTerm]]
  var patterns: [Track.Pattern] = []
  var couplings: [Coupling] = []
  var arranged = SessionSet()
  var isRelaxed = false
  private var width = 0
  private var placementForms: [[(form: PlacementForm, weight: Weight)]]

  init(problem: Problem, sessions: [Int]) {
    self.problem = problem
    self.sessions = sessions
    var ranks = [Int](repeating: 0, count: sessions.count)
    for (rank, session) in sessions.enumerated() { ranks[session] = rank }
    self.ranks = ranks
    before = Array(repeating: SessionSet(), count: sessions.count)
    daysBefore = before
    dayTerms = Array(repeating: [], count: problem.days.count)
    weekHasOneDay = Set(problem.days.map(\.week)).count == problem.days.count
    dayHasOneBlock = problem.days.allSatisfy { $0.blocks.count == 1 }
    placementForms = Array(repeating: [], count: sessions.count)
  }

  mutating func compile() {
    for (index, constraint) in problem.constraints.enumerated() {
      if case .soft(0) = constraint.weight { continue }
      switch constraint.form {
      case .placement(let form):
        for session in form.sessions {
          placementForms[ranks[session]].append((form, constraint.weight))
        }
      case .clash:
        // Sessions in a row never overlap.
        break
      case .order(let form): add(form, constraint, index)
      case .load(let form): add(form, constraint, index)
      case .distinct(let form): add(form, constraint, index)
      case .span(let form):
        let bits = form.mostDays > 0 ? bitWidth(problem.days.count + 1) : 0
        couple(.span(mostDays: form.mostDays), form.selection, constraint, bits, needsAll: true)
      case .sequence(let form):
        let members = set(of: form.selection).scope
        guard members.count > 1 || form.pattern == .isolated else { continue }
        patterns.append(Track.Pattern(members: members, constraint: index))
        arranged = arranged.union(members)
      case .apart(let form):
        guard form.sessions.count == 2 || constraint.weight == .hard else {
          isRelaxed = true
          continue
        }
        couple(
          .apart(leastDays: form.leastDays),
          .sessions(form.sessions),
          constraint,
          bitWidth(problem.days.count + 1),
          needsAll: true
        )
      case .other:
        if !(constraint is InsideBlock) { isRelaxed = true }
      }
    }
    if !dayHasOneBlock { arranged = SessionSet(first: sessions.count) }
    for rank in sessions.indices where minutesAreOffGrid(rank) { arranged.insert(rank) }
    compileOptions()
  }

  private func minutesAreOffGrid(_ rank: Int) -> Bool {
    problem.sessions[sessions[rank]].minutes % problem.curriculum.grid != 0
  }

  private func bitWidth(_ values: Int) -> Int {
    Int.bitWidth - max(0, values - 1).leadingZeroBitCount
  }

  /// The ranks that a selection takes in for certain, and those that it may take in.
  private func set(of selection: Selection) -> (members: SessionSet, scope: SessionSet) {
    var members = SessionSet()
    var scope = SessionSet()
    switch selection {
    case .sessions(let sessions):
      for session in sessions { scope.insert(ranks[session]) }
      members = scope
    case .trainer(let trainer):
      for (rank, session) in sessions.enumerated() {
        let teams = problem.sessions[session].teams
        if teams.contains(where: { $0.trainers.contains(trainer) }) { scope.insert(rank) }
        if teams.allSatisfy({ $0.trainers.contains(trainer) }) { members.insert(rank) }
      }
    case .room(let room):
      for (rank, session) in sessions.enumerated() {
        let rooms = problem.sessions[session].rooms
        if rooms.contains(room) { scope.insert(rank) }
        if rooms == [room] { members.insert(rank) }
      }
    }
    return (members, scope)
  }

  /// Adds a coupling, or gives the constraint up where its carry would not fit.
  private mutating func couple(
    _ kind: Coupling.Kind,
    _ selection: Selection,
    _ constraint: any Constraint,
    _ bits: Int,
    needsAll: Bool = false
  ) {
    let (members, scope) = set(of: selection)
    guard !scope.isEmpty else { return }
    var isChoice = members != scope
    if case .rooms = kind { isChoice = true }
    guard width + bits <= 128, !(isChoice && needsAll) else {
      isRelaxed = true
      return
    }
    couplings.append(
      Coupling(
        kind: kind,
        weight: constraint.weight,
        members: members,
        choice: isChoice ? selection : nil,
        scope: scope,
        shift: width,
        width: bits
      )
    )
    width += bits
    if isChoice { arranged = arranged.union(scope) }
  }

  private mutating func add(_ form: OrderForm, _ constraint: any Constraint, _ index: Int) {
    let (earlier, later) = (ranks[form.earlier], ranks[form.later])
    if constraint.weight == .hard {
      before[later].insert(earlier)
      if form.leastDays > 0 { daysBefore[later].insert(earlier) }
      if form.leastDays <= 1, form.mostDays == nil { return }
    }
    couple(
      .order(
        earlier: earlier,
        later: later,
        leastDays: form.leastDays,
        mostDays: form.mostDays
      ),
      .sessions([form.earlier, form.later]),
      constraint,
      form.leastDays > 0 || form.mostDays != nil ? bitWidth(problem.days.count + 1) : 0
    )
    if constraint.weight != .hard, form.leastDays > 0 { isRelaxed = true }
    if constraint.weight != .hard, form.leastDays == 0 {
      let pair = SessionSet().inserting(earlier).inserting(later)
      patterns.append(Track.Pattern(members: pair, constraint: index))
      arranged = arranged.union(pair)
    }
  }

  private mutating func add(_ form: LoadForm, _ constraint: any Constraint, _ index: Int) {
    let (members, scope) = set(of: form.selection)
    let most = form.most ?? .max
    let isDecidedByDay =
      members == scope
      && (form.per == .day || form.per == .week && weekHasOneDay
        || form.per == .block && dayHasOneBlock)
    if isDecidedByDay {
      for day in dayTerms.indices {
        dayTerms[day].append(
          Track.DayTerm(
            members: members,
            inMinutes: form.unit == .minutes,
            least: form.least,
            most: most,
            weight: constraint.weight
          )
        )
      }
    } else if form.per == .week, !weekHasOneDay || members != scope {
      let largest =
        form.unit == .minutes
        ? scope.reduce(0) { $0 + problem.sessions[sessions[$1]].minutes } : scope.count
      couple(
        .weekLoad(inMinutes: form.unit == .minutes, least: form.least, most: most),
        form.selection,
        constraint,
        bitWidth(largest + 1)
      )
    } else {
      // Decided within the day, but by the choice of blocks or trainers. A least amount counts in
      // blocks without a session too; the day's arrangement does not follow that.
      patterns.append(Track.Pattern(members: scope, constraint: index))
      arranged = arranged.union(scope)
      if form.least > 0 { isRelaxed = true }
    }
  }

  private mutating func add(_ form: DistinctForm, _ constraint: any Constraint, _ index: Int) {
    let (_, scope) = set(of: form.selection)
    let most = form.most ?? .max
    guard form.least > 1 || form.most.map({ $0 < scope.count }) == true else { return }
    switch form.of {
    case .room:
      // Whoever uses more rooms than bits is beyond this method.
      couple(
        .rooms(least: form.least, most: most),
        form.selection,
        constraint,
        problem.curriculum.rooms.count
      )
    case .bucket(let bucket):
      let cap = max(form.least, form.most ?? 0)
      couple(
        .distinct(bucket, least: form.least, most: most),
        form.selection,
        constraint,
        bitWidth(2 * (cap + 2))
      )
    }
  }

  private mutating func compileOptions() {
    options = problem.days.map { day in
      sessions.indices.map { rank in
        day.blocks.flatMap { options(of: rank, in: $0) }
      }
    }
    for rank in sessions.indices
    where options.contains(where: { $0[rank].contains(where: \.dependsOnStart) }) {
      arranged.insert(rank)
    }
  }

  /// The rooms and teams for a session in a block, without those that a hard constraint forbids at
  /// every start, and of those that nothing distinguishes only the cheapest.
  private func options(of rank: Int, in block: Int) -> [Track.Option] {
    let session = sessions[rank]
    let facts = problem.sessions[session]
    let starts = problem.starts(of: session, in: block)
    guard starts.contains(where: { _ in true }) else { return [] }
    let rooms: [Int?] = facts.rooms.isEmpty ? [nil] : facts.rooms
    guard problem.curriculum.rooms.isEmpty || !facts.rooms.isEmpty else { return [] }
    let forms = placementForms[rank]
    let startForms = forms.filter { $0.form.reads.contains(.start) }
    let otherForms = forms.filter { !$0.form.reads.contains(.start) }
    let roomMatters = couplings.contains { coupling in
      if case .rooms = coupling.kind { return coupling.scope.contains(rank) }
      if case .room? = coupling.choice { return coupling.scope.contains(rank) }
      return false
    }
    let teamMatters =
      couplings.contains { coupling in
        if case .trainer? = coupling.choice { return coupling.scope.contains(rank) }
        return false
      }
      || patterns.contains { pattern in
        pattern.members.contains(rank) && problem.constraints[pattern.constraint].form.readsTrainers
      }
    var found: [Track.Option] = []
    for team in facts.teams.indices {
      for room in rooms {
        var placement = Placement(
          session: session,
          block: block,
          start: starts.first { _ in true } ?? 0,
          room: room,
          trainers: facts.teams[team].trainers
        )
        guard let penalty = softPenalty(of: placement, otherForms) else { continue }
        var dependsOnStart = false
        var extra: Int? = 0
        if !startForms.isEmpty {
          let costs = starts.map { start -> Int? in
            placement.start = start
            return softPenalty(of: placement, startForms)
          }
          guard costs.contains(where: { $0 != nil }) else { continue }
          dependsOnStart = costs.contains { $0 != costs[0] }
          extra = dependsOnStart ? 0 : costs[0]
        }
        let option = Track.Option(
          block: block,
          room: room,
          team: team,
          penalty: penalty.saturatingAdded(to: extra ?? 0),
          dependsOnStart: dependsOnStart
        )
        let rival = found.firstIndex { other in
          (!roomMatters || other.room == room) && (!teamMatters || other.team == team)
            && !other.dependsOnStart && !dependsOnStart
        }
        if let rival {
          if option.penalty < found[rival].penalty { found[rival] = option }
        } else {
          found.append(option)
        }
      }
    }
    return found
  }

  /// The soft penalty of a placement, `nil` when a hard constraint forbids it.
  private func softPenalty(
    of placement: Placement,
    _ forms: [(form: PlacementForm, weight: Weight)]
  ) -> Int? {
    var cost = Cost.zero
    for (form, weight) in forms { cost += Cost(form.excess(placement), at: weight) }
    return cost.hard == 0 ? cost.soft : nil
  }
}

extension Form {
  /// Whether the form counts what a trainer holds.
  fileprivate var readsTrainers: Bool {
    let selection: Selection
    switch self {
    case .placement, .order, .apart, .other: return false
    case .clash(let of): selection = of
    case .load(let form): selection = form.selection
    case .distinct(let form): selection = form.selection
    case .span(let form): selection = form.selection
    case .sequence(let form): selection = form.selection
    }
    if case .trainer = selection { return true }
    return false
  }
}
