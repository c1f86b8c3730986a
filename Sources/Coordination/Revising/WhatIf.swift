public import Curricula
public import Foundation
public import Publishing
public import Timetabling

/// The timetable with which everything that is supposed is compared: what was published last, or else the
/// best one of the curriculum as it is.
public struct WhatIf: Sendable {
  /// What was published, or would be: nothing of a best timetable was held.
  public let chronicle: Chronicle
  /// Whether it was published.
  public let isPublished: Bool
  /// The problem of the curriculum as it is written.
  let written: Problem
  private let now: Date

  /// Compares with what was published last; `nil` where nothing was.
  public init?(publishedIn chronicle: Chronicle, of written: Problem, now: Date) {
    guard chronicle.last != nil else { return nil }
    self.chronicle = chronicle
    self.written = written
    self.now = now
    isPublished = true
  }

  /// Compares with the best timetable of a curriculum that was never published.
  ///
  /// - Parameters:
  ///   - best: The timetable.
  ///   - written: The problem of the curriculum as it is written.
  ///   - today: The first day that can be changed; `nil` for the first day of the programme.
  ///   - now: The present.
  public init(_ best: Publication, of written: Problem, today: CivilDate?, now: Date) {
    let curriculum = written.curriculum
    let revision = Revision(
      best,
      number: 1,
      published: now,
      after: Chronicle([], of: curriculum, today: curriculum.starts),
      particulars: Revision.Particulars(of: curriculum)
    )
    chronicle = Chronicle([revision], of: curriculum, today: today ?? curriculum.starts)
    self.written = written
    self.now = now
    isPublished = false
  }

  /// What comes of it when something is asked, or another file counts.
  public enum Answer: Sendable {
    case possible(Supposition)
    /// There is no timetable like that; ready to be shown with the requests.
    case impossible(Publication, requests: [String])
  }

  /// What would change if something were asked of the programme.
  ///
  /// - Parameters:
  ///   - away: Trainers who cannot come on some days.
  ///   - pins: Sessions that keep their time, or take place on a day.
  ///   - other: The problem of another file of the curriculum that would count, with the file's name.
  ///   - seed: What decides the search.
  ///   - limits: How much is done.
  ///   - shouldStop: Asked every few milliseconds; when true, the best so far is the answer.
  ///   - progress: Told from time to time what is known.
  /// - Returns: The answer.
  /// - Throws: ``RevisionRefusal``, or `Solver.Undecided` when nothing was found.
  public func answer(
    away: [TrainerAway],
    pins: [PinnedSession],
    of other: (problem: Problem, file: String)?,
    seed: UInt64,
    within limits: Solver.Limits,
    shouldStop: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (SolverProgress) -> Void
  ) async throws -> Answer {
    let request = RevisionRequest(chronicle: chronicle, away: away, pins: pins)
    let target = other?.problem ?? written
    let ways = try request.ways(of: target)
    let requests =
      (other.map { ["The curriculum is the one in \($0.file)"] } ?? [])
      + request.sentences(in: target.curriculum)
    let (changed, outcome) = try await ways.revise(
      from: chronicle.placements,
      today: chronicle.today,
      at: chronicle.minutes,
      within: limits,
      seed: seed,
      shouldStop: shouldStop,
      progress: progress
    )
    switch outcome {
    case .infeasible:
      return .impossible(Publication(outcome.plain, of: changed, seed: seed), requests: requests)
    case .revised(let revised):
      let problem = try chronicle.problem(of: target.holding(sessionsOf: changed))
      return .possible(
        try supposition(
          revised.solution.timetable,
          of: problem,
          revised,
          isOther: other != nil,
          requests: requests,
          seed: seed
        )
      )
    }
  }

  /// What would change if a timetable that somebody made were taken.
  ///
  /// - Parameters:
  ///   - checked: The timetable.
  ///   - seed: What is shown as the source of chance.
  /// - Returns: What would change.
  /// - Throws: What makes the past impossible to state.
  public func supposition(
    of checked: CheckedTimetable,
    seed: UInt64
  ) throws -> Supposition {
    try supposition(
      checked.timetable,
      of: checked.problem,
      nil,
      isOther: false,
      requests: ["The timetable is the one in \(checked.file)"],
      seed: seed
    )
  }

  private func supposition(
    _ timetable: Timetable,
    of problem: Problem,
    _ revised: RevisedTimetable?,
    isOther: Bool,
    requests: [String],
    seed: UInt64
  ) throws -> Supposition {
    let own = Timetable(of: problem, timetable.placements)
    let cost = problem.cost(of: own)
    let solution = Solution(timetable: own, cost: cost.soft, bound: 0)
    let publication = Publication(.laidOut(solution), of: problem, seed: seed)
      .stating(chronicle.held)
    let old = chronicle.last ?? Revision(number: 0, published: now, entries: [])
    let present = try chronicle.ways(of: written)[0]
    let before = present.timetable(placing: chronicle.placements)
    let isWhole =
      before.placements.count == present.sessions.count && present.cost(of: before).hard == 0
    return Supposition(
      publication,
      revised,
      as: Revision(
        publication,
        number: old.number + 1,
        published: now,
        after: chronicle,
        particulars: chronicle.particulars(of: problem.curriculum)
      ),
      insteadOf: old,
      isPublished: isPublished,
      oldCost: isWhole ? present.cost(of: before).soft : nil,
      charges: isWhole && !isOther ? problem.differences(from: before, to: own) : [],
      requests: requests
    )
  }
}

extension RevisionOutcome {
  /// The same for one who does not ask how much changes.
  fileprivate var plain: Outcome {
    switch self {
    case .revised(let revised): .laidOut(revised.solution)
    case .infeasible(let conflict): .infeasible(conflict)
    }
  }
}
