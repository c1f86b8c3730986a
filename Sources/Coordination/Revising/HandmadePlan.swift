internal import Diagnostics
public import Publishing
public import Timetabling

/// A timetable that somebody made by hand and that is to be published.
public struct HandmadePlan: Sendable {
  /// The programme with what was held, and with what the plan may break.
  public let problem: Problem
  /// The timetable.
  public let timetable: Timetable
  /// What it may break from now on.
  public let waivers: [Revision.Waiver]
  /// What was asked, each a sentence without its full stop.
  public let sentences: [String]

  /// Takes a plan that was checked; `nil` when it cannot be published as it is.
  ///
  /// Only what breaks a rule can be allowed: a file with mistakes, and sessions that it leaves out, cannot.
  ///
  /// - Parameters:
  ///   - checked: The plan.
  ///   - written: The problem of the curriculum as it is written.
  ///   - chronicle: What was published before.
  ///   - reason: Why the plan may break what must hold; `nil` where it may not.
  /// - Throws: What makes the past impossible to state.
  public init?(
    _ checked: CheckedTimetable,
    of written: Problem,
    after chronicle: Chronicle,
    despite reason: String?
  ) throws {
    guard !checked.findings.hasErrors, checked.missing.isEmpty else { return nil }
    let broken = checked.violations
    var new: [Revision.Waiver] = []
    if !broken.isEmpty {
      guard let reason else { return nil }
      new = broken.map { violation in
        Revision.Waiver(
          constraint: violation.constraint,
          sentence: violation.sentence,
          sessions: violation.sessions,
          reason: reason
        )
      }
    }
    let kept = chronicle.waiversKept(in: checked.planned)
    waivers = kept + new.filter { !kept.contains($0) }
    let outside = Set(new.filter { $0.constraint == "inside-block" }.flatMap(\.sessions))
    let allowed = checked.planned.filter { outside.contains($0.session) }
    let decided = try written.holding(sessionsOf: checked.problem)
    problem = try chronicle.problem(of: decided, allowing: allowed)
      .waiving(
        new.map { waiver in
          (waiver.constraint, checked.planned.filter { waiver.sessions.contains($0.session) })
        }
      )
    timetable = problem.timetable(placing: checked.planned)
    sentences =
      ["The timetable is the one in \(checked.file.visible)"]
      + new.map { "Allowed although a rule says otherwise: \($0.words)" }
    guard timetable.placements.count == problem.sessions.count,
      problem.cost(of: timetable).hard == 0
    else { return nil }
  }

  /// What is known of the plan beside what was published.
  public func revised(after chronicle: Chronicle) -> RevisedTimetable {
    let cost = problem.cost(of: timetable).soft
    let disturbance = problem.disturbance(
      of: timetable,
      from: chronicle.placements,
      today: chronicle.today,
      at: chronicle.minutes
    )
    return RevisedTimetable(
      solution: Solution(timetable: timetable, cost: cost, bound: 0),
      disturbance: disturbance,
      leastDisturbance: 0
    )
  }
}
