internal import Curricula

/// Decides whether sessions of which one is held at a time have a timetable.
///
/// First by days alone, which is quick: what cannot be done so cannot be done. What can be done so is
/// then arranged within those days, with the same rooms and trainers and then with any; only where
/// that fails, days and times are sought together.
struct RowSearch {
  /// The problem, hard constraints only, with no two sessions at once.
  private let problem: Problem
  /// The problem without what depends on the order and the times within a day.
  private let coarse: Problem
  private let isCoarser: Bool

  private let effort: Effort

  /// How hard a timetable, or the proof that there is none, is sought.
  enum Effort: Sendable {
    /// Until one of the two is found, if it can be.
    case thorough
    /// As far as a proof is not laborious.
    case moderate
    /// As far as it is quick; enough for problems that have many timetables.
    case brief
    /// Hardly at all; enough where many questions are asked of which none matters much.
    case cursory

    /// Whether days and times are sought together where days alone do not tell.
    fileprivate var isPatient: Bool { self == .thorough || self == .moderate }

    /// The same, or brief where it is more than that.
    var atMostBrief: Effort { isPatient ? .brief : self }

    /// What is tried first, before the choice of blocks is asked.
    var first: Effort { isPatient ? .cursory : self }

    /// The most states a day, tried one after the other.
    fileprivate var widths: [Int] {
      switch self {
      case .thorough: [8, 64, 1_024, 16_384]
      case .moderate: [8, 64, 1_024, 8_192]
      case .brief: [8, 64, 512]
      case .cursory: [8, 64]
      }
    }

    /// The trial changes of a search where sessions can be held at the same time.
    var moves: Int {
      switch self {
      case .thorough: 100_000
      case .moderate: 50_000
      case .brief: 30_000
      case .cursory: 10_000
      }
    }

    /// The literals that are followed where only blocks are chosen.
    var blockSteps: Int {
      switch self {
      case .thorough: 2_000_000
      case .moderate: 500_000
      case .brief: 200_000
      case .cursory: 50_000
      }
    }

    /// The steps of the exact method, each a fraction of a microsecond.
    fileprivate var steps: Int {
      switch self {
      case .thorough: 8_000_000
      case .moderate: 3_000_000
      case .brief: 500_000
      case .cursory: 100_000
      }
    }
  }

  init(_ hard: Problem, _ effort: Effort) {
    self.effort = effort
    var isCoarser = false
    let coarse = hard.constraints.compactMap { constraint -> Constraint? in
      switch constraint.shape.coarse {
      case .kept: return constraint
      case .dropped:
        isCoarser = true
        return nil
      case .eased(let easier):
        isCoarser = true
        return Constraint(constraint.origin, easier(hard))
      }
    }
    let row = hard.constraints + [hard.oneAtATime]
    problem = hard.with(constraints: row)
    let guided = coarse + [hard.oneAtATime, hard.earliness]
    self.coarse = hard.with(constraints: guided).withoutInterchange
    self.isCoarser = isCoarser
  }

  /// What can be decided, with a timetable where there is one.
  var verdict: (FeasibilityOracle.Answer, Timetable?) {
    let (answer, found) = decide(coarse, effort.widths)
    guard isCoarser, answer != .impossible, found != nil || effort.isPatient else {
      return (answer, found)
    }
    if let found {
      for pin in [found.daysAndChoices, found.days] {
        let pinned = problem.with(constraints: problem.constraints + [pin])
        let (answer, arranged) = decide(pinned, [64])
        if answer == .possible { return (.possible, arranged) }
      }
    }
    let full = problem.with(constraints: problem.constraints + [problem.earliness])
      .withoutInterchange
    return decide(full, effort.isPatient ? effort.widths : Array(effort.widths.prefix(1)))
  }

  /// A timetable in which each session is held in a block that is given; `nil` where none is found.
  func timetable(within blocks: [Int]) -> Timetable? {
    let all = Array(problem.sessions.indices)
    let pin = Single(of: all, reads: .block) { $0.block == blocks[$0.session] ? 0 : 1 }
    return decide(problem.with(constraints: problem.constraints + [problem.rule(pin)]), [64]).1
  }

  /// Looks for any timetable of a problem, with one width after the other.
  private func decide(
    _ problem: Problem,
    _ widths: [Int]
  ) -> (FeasibilityOracle.Answer, Timetable?) {
    guard let track = Track(problem) else { return (.unknown, nil) }
    var method = ExactMethod(track) { _ in PartBounds.Effort(width: Self.boundingWidth) }
    var watch = Watch(steps: effort.steps)
    for width in widths {
      let result = method.run(width: width, below: .max, &watch)
      if let placements = result.placements,
        let found = Incumbent(Timetable(of: problem, placements), of: problem)
      {
        return (.possible, found.timetable)
      }
      if result.bound == .max { return (.impossible, nil) }
      if watch.isOver || result.bound == result.penalty { break }
    }
    return (.unknown, nil)
  }

  /// Bounding what is still to come any better takes longer than it saves.
  private static let boundingWidth = 8
}

extension Problem {
  /// The problem with one order only of sessions that can change places.
  fileprivate var withoutInterchange: Problem {
    guard let track = Track(self) else { return self }
    let orders = ordering(Interchange(of: self, track).orders)
    return orders.isEmpty ? self : with(constraints: constraints + orders)
  }

  /// What leads the exact method to full days first, so that it soon finds a timetable.
  fileprivate var earliness: Constraint {
    let days = Single(of: Array(sessions.indices), reads: .block) { [dayOfBlock] in
      dayOfBlock[$0.block]
    }
    return rule(days, .soft(1))
  }
}

extension Timetable {
  /// That every session stays on its day, in its room and with its trainers.
  fileprivate var daysAndChoices: Constraint {
    var chosen = [Placement?](repeating: nil, count: problem.sessions.count)
    for placement in placements { chosen[placement.session] = placement }
    let rule = Single(of: placements.map(\.session), reads: [.block, .room, .trainers]) {
      [dayOfBlock = problem.dayOfBlock, chosen] placement in
      guard let other = chosen[placement.session] else { return 1 }
      return dayOfBlock[placement.block] == dayOfBlock[other.block]
        && placement.room == other.room && placement.trainers == other.trainers ? 0 : 1
    }
    return problem.rule(rule)
  }

  /// That every session stays on its day.
  fileprivate var days: Constraint {
    var dayOfSession = [Int?](repeating: nil, count: problem.sessions.count)
    for placement in placements { dayOfSession[placement.session] = day(of: placement) }
    let rule = Single(of: placements.map(\.session), reads: .block) {
      [dayOfBlock = problem.dayOfBlock, dayOfSession] placement in
      dayOfBlock[placement.block] == dayOfSession[placement.session] ? 0 : 1
    }
    return problem.rule(rule)
  }
}
