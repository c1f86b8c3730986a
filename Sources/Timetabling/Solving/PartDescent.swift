internal import Curricula

/// Lays a programme out in which sessions can be held at the same time, one part after the other.
///
/// A part is a set of sessions of which one is held at a time, such as those of a group. The exact
/// method lays it out while all other sessions stay where they are; what it has to do with these counts
/// for each of its sessions alone. So a part is not always laid out best, but what comes of it is judged
/// by the readable definitions, and kept only where it is better than before.
struct PartDescent {
  private let problem: Problem
  private let parts: [[Int]]
  private var placements: [Placement?]
  private var cost: Cost?
  /// The steps that all parts together may still take.
  private var remaining: Int

  /// For a problem; with a timetable from which to go on.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - timetable: From which to go on.
  ///   - steps: The steps of the exact method for all parts together. Each looks at what the other
  ///     parts cost it, so it takes some ten times as long as a step for the whole programme.
  init(_ problem: Problem, startingFrom timetable: Timetable? = nil, steps: Int) {
    self.problem = problem
    remaining = steps
    parts = Self.parts(of: problem)
    placements = problem.sessions.indices.map { timetable?.placement(of: $0) }
    if let timetable, !placements.contains(nil) { cost = problem.cost(of: timetable) }
  }

  /// The parts: of each group, then what no group attends; none above what the exact method can follow.
  private static func parts(of problem: Problem) -> [[Int]] {
    var seen: Set<Int> = []
    var parts: [[Int]] = []
    let rows = problem.constraints.filter { constraint in
      guard constraint.weight == .hard, case .overlaps = constraint.shape.outlook else {
        return false
      }
      return constraint.shape.selection.isFixed
    }.map { problem.sessions.indices(certainlyIn: $0.shape.selection) }
    for row in rows.sorted(by: { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) })
    where !row.allSatisfy(seen.contains) {
      // A long row is cut where it is; its pieces follow one another in the file.
      let count = (row.count + SessionSet.capacity - 1) / SessionSet.capacity
      parts += (0..<count).map { piece in
        Array(row[(row.count * piece / count)..<(row.count * (piece + 1) / count)])
      }
      seen.formUnion(row)
    }
    return parts + problem.sessions.indices.filter { !seen.contains($0) }.map { [$0] }
  }

  /// Whether the programme has few enough parts for this to be quick.
  private var isPracticable: Bool { parts.count > 1 && parts.count <= Self.partLimit }

  private static let partLimit = 64
  /// The most steps of the exact method for one part.
  private static let steps = 3_000_000
  /// The most rounds through all parts.
  private static let rounds = 8
  /// What a breach of something that other sessions take part in counts while a part is laid out.
  private static let reluctance = 1 << 20

  /// Goes through all parts until a timetable can be held; `nil` where that is not reached.
  ///
  /// - Parameter shouldStop: Asked every few milliseconds.
  /// - Returns: The timetable.
  mutating func feasible(_ shouldStop: @escaping () -> Bool) -> Timetable? {
    guard isPracticable else { return nil }
    for round in 0..<Self.rounds where cost.map({ $0.hard > 0 }) ?? true {
      for part in round % 2 == 0 ? parts : parts.reversed() {
        if remaining <= 0 || shouldStop() { return nil }
        layOut(part, withWishes: false, round: round, shouldStop)
      }
      if placements.contains(nil) { return nil }
    }
    return cost?.hard == 0 ? timetable : nil
  }

  /// Goes through all parts as long as that makes the timetable cheaper.
  ///
  /// - Parameter shouldStop: Asked every few milliseconds.
  /// - Returns: The timetable, `nil` where it is not cheaper.
  mutating func cheaper(_ shouldStop: @escaping () -> Bool) -> Timetable? {
    guard isPracticable, let before = cost, before.hard == 0 else { return nil }
    var last: Cost?
    for round in 0..<Self.rounds where cost != last && remaining > 0 && !shouldStop() {
      last = cost
      for part in parts where cost?.soft ?? 0 > 0 && remaining > 0 && !shouldStop() {
        layOut(part, withWishes: true, round: round, shouldStop)
      }
    }
    return cost.map { $0 < before } == true ? timetable : nil
  }

  private var timetable: Timetable { Timetable(of: problem, placements.compactMap(\.self)) }

  /// Lays a part out beside all others, and keeps what is not worse than before.
  private mutating func layOut(
    _ part: [Int],
    withWishes: Bool,
    round: Int,
    _ shouldStop: @escaping () -> Bool
  ) {
    let members = Members(part, below: problem.sessions.count)
    let others = placements.compactMap(\.self).filter { !members.contains($0.session) }
    let excerpt = Excerpt(
      of: problem,
      sessions: part,
      constraints: problem.constraints.indices.filter {
        withWishes || problem.constraints[$0].weight == .hard
      }
    )
    var beside = excerpt.problem
    let isCoarse = !withWishes && round < Self.rounds / 2
    beside.constraints += excerpt.constraints.compactMap {
      coupling($0, part, others, isCoarse: isCoarse)
    }
    beside.constraints.append(beside.oneAtATime)
    if !withWishes { beside.constraints.append(beside.preference(round)) }
    guard let track = Track(beside) else { return }
    var method = ExactMethod(track) { _ in PartBounds.Effort(width: 8) }
    let steps = min(Self.steps, remaining)
    var watch = Watch(steps: steps, shouldStop: shouldStop)
    defer { remaining -= steps - max(0, watch.remaining) }
    var found: [Placement]?
    var penalty = Int.max
    for width in [64, 512] {
      let result = method.run(width: width, below: penalty, &watch)
      found = result.placements ?? found
      penalty = min(penalty, result.penalty)
      let isWellBeside = !withWishes && penalty < Self.reluctance
      if watch.isOver || isWellBeside || result.bound >= penalty { break }
    }
    guard let found else { return }
    var trial = placements
    for placement in excerpt.placements(of: Timetable(of: beside, found)) {
      trial[placement.session] = placement
    }
    guard !trial.contains(nil) else {
      placements = trial
      return
    }
    let judged = problem.cost(of: Timetable(of: problem, trial.compactMap(\.self)))
    if let cost, cost < judged { return }
    placements = trial
    cost = judged
  }

  /// What a constraint costs each session of a part alone beside those that stay where they are; `nil`
  /// where it has nothing to do with both.
  ///
  /// Coarsely, whoever is in a block takes all of it, so that starts do not matter.
  private func coupling(
    _ index: Int,
    _ part: [Int],
    _ others: [Placement],
    isCoarse: Bool
  ) -> Constraint? {
    let constraint = problem.constraints[index]
    let shape = constraint.shape
    let fixed = others.filter(shape.selection.takesIn)
    let scope = Set(problem.sessions.indices(possiblyIn: shape.selection))
    let members = part.indices.filter { scope.contains(part[$0]) }
    guard !fixed.isEmpty, !members.isEmpty, constraint.single == nil else { return nil }
    let weight: Weight =
      switch constraint.weight {
      case .hard: .soft(Self.reluctance)
      case .soft(let weight): .soft(weight)
      }
    let selection = shape.selection
    var parts: Single.Parts = .block
    if selection.dependsOnTrainers { parts.insert(.trainers) }
    if selection.dependsOnRooms { parts.insert(.room) }
    if case .overlaps = shape.outlook {
      if isCoarse {
        return problem.rule(
          Single(of: members, reads: parts) { placement in
            var placement = placement
            placement.session = part[placement.session]
            guard selection.takesIn(placement) else { return 0 }
            return fixed.count { $0.block == placement.block }
          },
          weight
        )
      }
      parts.insert(.start)
      let held = Timetable(of: problem, fixed)
      return problem.rule(
        Single(of: members, reads: parts) { placement in
          var placement = placement
          placement.session = part[placement.session]
          guard selection.takesIn(placement) else { return 0 }
          return fixed.count { held.overlap($0, placement) }
        },
        weight
      )
    }
    if case .order = shape.tie, !isCoarse { parts.insert(.start) }
    let excess = Self.excess(of: shape, fixed, in: problem)
    return problem.rule(
      Single(of: members, reads: parts) { [problem] placement in
        var placement = placement
        placement.session = part[placement.session]
        return max(0, Self.excess(of: shape, fixed + [placement], in: problem) - excess)
      },
      weight
    )
  }

  private static func excess(
    of shape: any Shape,
    _ placements: [Placement],
    in problem: Problem
  ) -> Int {
    shape.violations(in: Timetable(of: problem, placements)).reduce(0) { $0 + $1.excess }
  }
}

extension Problem {
  /// What leads the exact method to other timetables from round to round: early days, then late ones.
  fileprivate func preference(_ round: Int) -> Constraint {
    let last = days.count - 1
    let rule = Single(of: Array(sessions.indices), reads: .block) { [dayOfBlock] placement in
      let day = dayOfBlock[placement.block]
      return round % 2 == 0 ? day : last - day
    }
    return self.rule(rule, .soft(1))
  }
}
