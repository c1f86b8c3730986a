internal import Curricula

/// The single changes that could take a fact away, the finer first.
struct Relaxations {
  let search: ConflictSearch
  /// The conflict in which the facts stand, by their indices.
  let conflict: [Int]
  var circumstances = Circumstances(tooLong: [], bound: [])

  private var problem: Problem { search.problem }

  /// Changes that take a fact away in part: on a day, by a limit, for a session.
  func finer(of fact: Int) -> [Relaxation] {
    let blamed = search.facts[fact]
    if let session = blamed.session { return of(session, fact) }
    guard blamed.origin.relaxation != nil else { return [] }
    return onDays(fact, blamed.constraints) + limits(fact, blamed.constraints)
  }

  /// The change that takes a fact away wholly, `nil` for what lies in the nature of things.
  func whole(of fact: Int) -> Relaxation? {
    let blamed = search.facts[fact]
    guard let relaxation = blamed.origin.relaxation, !blamed.constraints.isEmpty else { return nil }
    return Relaxation(
      fact: fact,
      sentence: instruction(fact, relaxation),
      change: .drop(blamed.constraints)
    )
  }

  /// The change that takes away all that a fact's declaration says, `nil` where that is the fact alone.
  func declaration(of fact: Int) -> Relaxation? {
    let blamed = search.facts[fact].origin
    let shared = search.facts.filter { other in
      other.session == nil && other.origin.location == blamed.location
    }
    guard isDeclared(blamed), shared.count > 1, shared.allSatisfy({ $0.origin.relaxation != nil })
    else { return nil }
    return Relaxation(
      fact: fact,
      sentence: "remove '\(blamed.name)' altogether, or give it a weight",
      change: .drop(shared.flatMap(\.constraints))
    )
  }

  private func isDeclared(_ origin: Origin) -> Bool {
    problem.curriculum.declarations.contains { $0.location == origin.location }
  }

  /// What takes a fact away, said so that nothing else can be meant.
  private func instruction(_ fact: Int, _ relaxation: String) -> String {
    let blamed = search.facts[fact].origin
    guard isDeclared(blamed), blamed.name != Pin.name else { return relaxation }
    // A declaration that says several things is not removed for one of them.
    let isShared = search.facts.contains { other in
      other.origin.location == blamed.location && other.origin.sentence != blamed.sentence
    }
    return isShared
      ? "make an exception from '\(blamed.name)': \(blamed.sentence)"
      : "remove '\(blamed.name)', or give it a weight: \(blamed.sentence)"
  }

  private func id(_ session: Int) -> String {
    "'\(problem.curriculum.sessions[session].id)'"
  }

  /// The longest of the sessions whose length matters.
  private var longestSessions: ArraySlice<Int> {
    circumstances.tooLong.sorted { left, right in
      (-problem.sessions[left].minutes, left) < (-problem.sessions[right].minutes, right)
    }.prefix(3)
  }

  private func of(_ session: Int, _ fact: Int) -> [Relaxation] {
    var found: [Relaxation] = []
    if circumstances.bound.contains(session) {
      found.append(
        Relaxation(
          fact: fact,
          sentence: "let somebody else hold \(id(session))",
          change: .release(session)
        )
      )
    }
    if longestSessions.contains(session), let minutes = longest(session) {
      found.append(
        Relaxation(
          fact: fact,
          sentence: "shorten \(id(session)) from \(problem.sessions[session].minutes) "
            + "to \(minutes) minutes",
          change: .shorten(session, minutes: minutes)
        )
      )
    }
    return found
  }

  /// The most minutes on the grid that a session can take, `nil` when shortening it is of no use.
  private func longest(_ session: Int) -> Int? {
    let grid = problem.curriculum.grid
    func isPossible(_ steps: Int) -> Bool {
      Feasibility(ofAll: problem.with(minutes: steps * grid, of: session)).answer == .possible
    }
    var (least, most) = (1, (problem.sessions[session].minutes - 1) / grid)
    guard most >= 1, isPossible(1) else { return nil }
    while least < most {
      let middle = (least + most + 1) / 2
      if isPossible(middle) { least = middle } else { most = middle - 1 }
    }
    return least * grid
  }

  private func onDays(_ fact: Int, _ indices: [Int]) -> [Relaxation] {
    let sessions = conflict.compactMap { search.facts[$0].session }
    return problem.daysForbidden(by: indices, to: sessions).compactMap { day in
      sentence(fact, on: day).map {
        Relaxation(fact: fact, sentence: $0, change: .exempt(indices, day: day))
      }
    }
  }

  /// The instruction that lifts a fact on one day; `nil` for facts that are not about days.
  private func sentence(_ fact: Int, on day: Int) -> String? {
    let blamed = search.facts[fact]
    let date = problem.days[day].date.spelled
    guard
      let constraint = blamed.constraints.first.flatMap({
        problem.constraints[$0] as? any PlacementConstraint
      })
    else { return nil }
    let label = constraint.subject.label
    switch blamed.origin.name {
    case "trainer-away", "trainer-only": return "let \(label) also come on \(date)"
    case "room-closed", "room-only": return "open \(label) also on \(date)"
    case "closed-days": return "hold sessions also on \(date)"
    case Window.name: return "let \(label) also be held on \(date)"
    case Pin.name:
      let pinned = (constraint as? Pin)?.time.map { problem.dayOfBlock[$0.block] }
      return pinned == day
        ? "let \(label) be held at another time of \(date)"
        : "let \(label) be held on \(date) instead"
    default: return nil
    }
  }

  /// The least that a number in a constraint must be changed.
  private func limits(_ fact: Int, _ indices: [Int]) -> [Relaxation] {
    guard indices.count == 1, let index = indices.first else { return [] }
    let constraint = problem.constraints[index]
    guard let excess = leastExcess(of: index), excess > 0,
      let (easier, before, after) = constraint.eased(by: excess), after > 0,
      constraint.origin.sentence.split(separator: " ").contains("\(before)")
    else { return [] }
    let verb = after > before ? "raise" : "lower"
    return [
      Relaxation(
        fact: fact,
        sentence: "\(verb) the limit from \(before) to \(after): \(constraint.origin.sentence)",
        change: .replace(index, easier)
      )
    ]
  }

  /// The excess of a constraint's worst violation in a timetable that violates only that constraint,
  /// and as little as it can; `nil` when there is none.
  private func leastExcess(of index: Int) -> Int? {
    let constraint = problem.constraints[index]
    var softened = constraint
    softened.origin.weight = .soft(1)
    let others = problem.constraints.enumerated()
      .filter { $0.offset != index && $0.element.weight == .hard }.map(\.element)
    let verdict = Solver(problem.with(constraints: others + [softened]))
      .exactly(widths: RepairSearch.widths)
    guard case .found(let solution) = verdict else { return nil }
    return constraint.violations(in: solution.timetable).map(\.excess).max()
  }
}

extension Constraint {
  /// The constraint with the one number in it raised or lowered, with the number before and after;
  /// `nil` where there is no such number.
  fileprivate func eased(
    by excess: Int
  ) -> (easier: any Constraint, before: Int, after: Int)? {
    switch form {
    case .load(let form):
      guard let limit = Limit(least: form.least, most: form.most, eased: excess) else {
        return nil
      }
      let limits = LoadForm(
        selection: form.selection,
        unit: form.unit,
        per: form.per,
        least: limit.least,
        most: limit.most
      )
      return (Load(origin: origin, limits: limits), limit.before, limit.after)
    case .distinct(let form):
      guard let limit = Limit(least: form.least, most: form.most, eased: excess) else {
        return nil
      }
      let limits = DistinctForm(
        selection: form.selection,
        of: form.of,
        least: limit.least,
        most: limit.most
      )
      return (Distinct(origin: origin, limits: limits), limit.before, limit.after)
    case .span(let form):
      let most = form.mostDays + excess
      let limits = SpanForm(selection: form.selection, mostDays: most)
      return (Span(origin: origin, limits: limits), form.mostDays, most)
    case .order(let form):
      guard let limit = Limit(least: form.leastDays, most: form.mostDays, eased: excess) else {
        return nil
      }
      let order = Order(
        origin: origin,
        earlier: form.earlier,
        later: form.later,
        leastDays: limit.least,
        mostDays: limit.most
      )
      return (order, limit.before, limit.after)
    case .apart(let form):
      let least = max(0, form.leastDays - excess)
      let apart = Apart(origin: origin, sessions: form.sessions, leastDays: least)
      return (apart, form.leastDays, least)
    case .sequence(let form):
      guard case .unbroken(let run, let pause) = form.pattern else { return nil }
      let easier = Break(
        origin: origin,
        selection: form.selection,
        limit: run + excess,
        pause: pause
      )
      return (easier, run, run + excess)
    case .placement, .clash, .other: return nil
    }
  }
}

/// A least or a most, made easier.
private struct Limit {
  let least: Int
  let most: Int?
  let before: Int
  let after: Int

  /// `nil` when there is no limit, or one on both sides.
  init?(least: Int, most: Int?, eased excess: Int) {
    if let most {
      guard least == 0 else { return nil }
      (before, after) = (most, most + excess)
      (self.least, self.most) = (0, most + excess)
    } else {
      guard least > 0 else { return nil }
      (before, after) = (least, max(0, least - excess))
      (self.least, self.most) = (max(0, least - excess), nil)
    }
  }
}
