internal import Curricula

/// Decides whether sessions of which one is held at a time have a timetable.
///
/// First by days alone, which is quick: what cannot be done so cannot be done. What can be done so is
/// then arranged within those days; only where that fails, days and times are sought together.
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
    /// As far as it is quick; enough for problems that have many timetables.
    case brief

    /// The most states a day, tried one after the other.
    fileprivate var widths: [Int] {
      switch self {
      case .thorough: [8, 64, 1_024, 16_384]
      case .brief: [8, 64, 512]
      }
    }
  }

  init(_ hard: Problem, _ effort: Effort) {
    self.effort = effort
    var isCoarser = false
    let coarse = hard.constraints.compactMap { constraint -> (any Constraint)? in
      switch constraint.form {
      case .sequence:
        isCoarser = true
        return nil
      case .placement(let form) where form.reads.contains(.start):
        isCoarser = true
        return hard.atSomeStart(constraint, form)
      case .placement, .clash, .order, .load, .distinct, .span, .apart, .other:
        return constraint
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
    search: for width in effort.widths {
      switch Solver(coarse).exactly(widths: [width]) {
      case .none: return (.impossible, nil)
      case .open: continue
      case .found(let solution):
        if !isCoarser { return (.possible, solution.timetable) }
        let pinned = problem.with(constraints: problem.constraints + [solution.timetable.days])
        if case .found(let solution) = Solver(pinned).exactly(widths: [64]) {
          return (.possible, solution.timetable)
        }
        break search
      }
    }
    guard isCoarser else { return (.unknown, nil) }
    let full = problem.with(constraints: problem.constraints + [problem.earliness])
      .withoutInterchange
    for width in effort == .brief ? effort.widths.prefix(1) : effort.widths[...] {
      switch Solver(full).exactly(widths: [width]) {
      case .none: return (.impossible, nil)
      case .open: continue
      case .found(let solution): return (.possible, solution.timetable)
      }
    }
    return (.unknown, nil)
  }
}

extension Problem {
  /// The problem with one order only of sessions that can change places.
  fileprivate var withoutInterchange: Problem {
    guard let track = Track(self) else { return self }
    let orders = Interchange(of: self, track).orders.map { form in
      Order(origin: silent(.hard), earlier: form.earlier, later: form.later)
    }
    return orders.isEmpty ? self : with(constraints: constraints + orders)
  }

  /// That no two sessions are held at once.
  fileprivate var oneAtATime: any Constraint {
    Clash(origin: silent(.hard), selection: .sessions(Array(sessions.indices)))
  }

  /// What leads the exact method to full days first, so that it soon finds a timetable.
  fileprivate var earliness: any Constraint {
    let form = PlacementForm(
      sessions: Array(sessions.indices),
      reads: .block
    ) { [dayOfBlock] in dayOfBlock[$0.block] }
    return PlacementRule(origin: silent(.soft(1)), rule: form)
  }

  /// A constraint as it is at the start that suits it best.
  fileprivate func atSomeStart(
    _ constraint: any Constraint,
    _ form: PlacementForm
  ) -> any Constraint {
    let rule = PlacementForm(
      sessions: form.sessions,
      reads: form.reads.subtracting(.start).union(.block)
    ) { [self] placement in
      var least = Int.max
      for start in starts(of: placement.session, in: placement.block) {
        var placement = placement
        placement.start = start
        least = min(least, form.excess(placement))
        if least == 0 { break }
      }
      return least == .max ? 1 : least
    }
    return PlacementRule(origin: constraint.origin, rule: rule)
  }

  /// The origin of a constraint that nobody declared and nobody sees.
  func silent(_ weight: Weight) -> Origin {
    Origin("", weight, "", relaxation: nil, at: curriculum.location)
  }
}

extension Timetable {
  /// That every session stays on its day.
  fileprivate var days: any Constraint {
    var dayOfSession = [Int?](repeating: nil, count: problem.sessions.count)
    for placement in placements { dayOfSession[placement.session] = day(of: placement) }
    let rule = PlacementForm(
      sessions: placements.map(\.session),
      reads: .block
    ) { [dayOfBlock = problem.dayOfBlock, dayOfSession] placement in
      dayOfBlock[placement.block] == dayOfSession[placement.session] ? 0 : 1
    }
    return PlacementRule(origin: problem.silent(.hard), rule: rule)
  }
}
