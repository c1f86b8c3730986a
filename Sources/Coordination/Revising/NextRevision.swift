public import Foundation
public import Publishing
public import Timetabling

/// A timetable that is to be published after what was published before.
public struct NextRevision: Sendable {
  /// The timetable.
  public let publication: Publication
  /// What it would be as a revision.
  public let candidate: Revision
  /// What was published before, in present names.
  public let known: [Revision]

  /// Puts a timetable after what was published.
  ///
  /// - Parameters:
  ///   - publication: The timetable, of a problem with what was held.
  ///   - written: The problem of the curriculum as it is written.
  ///   - chronicle: What was published before.
  ///   - waivers: What may break a rule.
  ///   - published: When it is published.
  public init(
    _ publication: Publication,
    of written: Problem,
    after chronicle: Chronicle,
    waivers: [Revision.Waiver] = [],
    published: Date
  ) {
    self.publication = publication.stating(chronicle.held)
    known = chronicle.revisions
    candidate = Revision(
      self.publication,
      number: known.count + 1,
      published: published,
      after: chronicle,
      particulars: chronicle.particulars(of: written.curriculum, waivers: waivers)
    )
  }

  /// Whether it says something that the last revision does not say.
  public var isNew: Bool { known.last.map { !$0.says(theSameAs: candidate) } ?? true }

  /// All revisions once it is published.
  public var all: [Revision] { isNew ? known + [candidate] : known }

  /// All files of the published folder.
  ///
  /// - Parameter invites: Whether invitations are among them.
  /// - Returns: The files.
  public func files(withInvitations invites: Bool) -> [Publication.File] {
    let shown = publication.waived(by: all.last?.particulars.waivers ?? [])
    return shown.files(all) + (invites ? shown.invitations(all) : [])
  }
}

extension Chronicle {
  /// The waivers of the last revision that still count in a timetable: all their sessions are placed as
  /// they were published.
  public func waiversKept(in timetable: Timetable) -> [Revision.Waiver] {
    waiversKept(in: timetable.published)
  }

  /// The same of placements.
  func waiversKept(in planned: [PublishedPlacement]) -> [Revision.Waiver] {
    let placements = Dictionary(planned.map { ($0.session, $0) }) { first, _ in first }
    let before = Dictionary(self.placements.map { ($0.session, $0) }) { first, _ in first }
    return (last?.particulars.waivers ?? []).filter { waiver in
      waiver.sessions.allSatisfy { session in
        guard let new = placements[session], let old = before[session] else { return false }
        return new.date == old.date && new.start == old.start && new.room == old.room
          && Set(new.trainers) == Set(old.trainers)
      }
    }
  }

  /// What was published last, where it can still be held by a problem with what was held; `nil` where
  /// not.
  public func timetable(keptIn problem: Problem) -> Timetable? {
    guard notHeld.isEmpty else { return nil }
    return problem.timetable(keeping: placements)
  }

  /// A problem with what was held, and with what keeps new timetables after the present, for laying out
  /// from scratch.
  public func future(of problem: Problem) -> Problem {
    guard last != nil else { return problem }
    let past = problem.perturbation(from: placements, today: today, at: minutes)
    return problem.with(constraints: problem.constraints + past.filter { $0.weight == .hard })
  }
}

extension Publication {
  /// A timetable that was, or is to be, published, with what is known of the cheapest one.
  ///
  /// - Parameters:
  ///   - timetable: The timetable.
  ///   - problem: The problem.
  ///   - ways: The ways to choose which sessions are held, of which the problem's is one.
  ///   - seed: The seed with which it was laid out.
  ///   - limits: How much is done to know the cheapest one.
  public init(
    keeping timetable: Timetable,
    of problem: Problem,
    among ways: Ways,
    seed: UInt64,
    within limits: Solver.Limits = .standard
  ) {
    let cost = problem.cost(of: timetable).soft
    // What somebody may break is part of the problem itself.
    let others = ways.problems.filter { !$0.holdsTheSame(as: problem) }
    let bound = Ways([problem] + others).bound(steps: limits.boundSteps)
    let solution = Solution(timetable: timetable, cost: cost, bound: min(bound, cost))
    self.init(.laidOut(solution), of: problem, seed: seed)
  }
}
