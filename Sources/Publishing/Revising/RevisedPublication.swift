public import Curricula
public import Foundation
public import Timetabling

/// A timetable laid out anew after a change, beside the one that was published.
public struct RevisedPublication: Sendable {
  /// The new timetable.
  public let publication: Publication
  /// What was published last.
  public let old: Revision
  /// What the new timetable would be as the next revision.
  public let new: Revision
  /// What is proved about the new timetable.
  public let revised: RevisedTimetable
  /// What was published before, and what of it was held.
  public let chronicle: Chronicle
  /// What was asked beside the curriculum, each a sentence without its full stop.
  public let requests: [String]
  /// Whether somebody made the timetable by hand, so that nothing is proved about it.
  public let isMadeByHand: Bool
  /// What is different.
  public let difference: RevisionDifference

  /// Puts a new timetable beside the published one.
  ///
  /// - Parameters:
  ///   - revised: The new timetable with what is proved.
  ///   - problem: The problem of the curriculum with what was held.
  ///   - chronicle: What was published before; at least one revision.
  ///   - particulars: What the next revision records beside its placements.
  ///   - published: When the next revision is, or would be, published.
  ///   - requests: What was asked beside the curriculum.
  ///   - seed: The seed with which it was laid out.
  ///   - isMadeByHand: Whether somebody made the timetable by hand.
  public init(
    _ revised: RevisedTimetable,
    of problem: Problem,
    after chronicle: Chronicle,
    particulars: Revision.Particulars,
    published: Date,
    requests: [String],
    seed: UInt64,
    isMadeByHand: Bool = false
  ) {
    let old = chronicle.last ?? Revision(number: 0, published: published, entries: [])
    let solution = Solution(
      timetable: Timetable(of: problem, revised.solution.timetable.placements),
      cost: revised.solution.cost,
      bound: revised.solution.bound
    )
    let all = Publication(.laidOut(solution), of: problem, seed: seed)
    publication = all.stating(chronicle.held)
    new = Revision(
      publication,
      number: old.number + 1,
      published: published,
      after: chronicle,
      particulars: particulars
    )
    difference = RevisionDifference(from: old, to: new)
    self.revised = revised
    self.old = old
    self.chronicle = chronicle
    self.isMadeByHand = isMadeByHand
    self.requests = requests
  }

  /// The first day that could still be changed.
  public var today: CivilDate { chronicle.today }

  /// Whether the new revision says what the old one said.
  public var isUnchanged: Bool { old.says(theSameAs: new) }

  /// One message for each person, group and room concerned.
  public var notices: [Notice] {
    Notice.all(
      of: difference,
      in: publication.problem.curriculum,
      revision: new.number,
      leaving: Departures(from: old, to: new),
      held: chronicle.held,
      notHeld: chronicle.notHeld
    )
  }

  /// The number of sessions that were held.
  var heldCount: Int { chronicle.held.count }
}

extension Revision {
  /// The placements that were published, on the clock of a zone.
  public func placements(in zone: Zone) -> [PublishedPlacement] {
    entries.map { entry in
      let (date, start) = entry.wallClock(in: zone)
      return PublishedPlacement(
        session: entry.session,
        date: date,
        start: start,
        room: entry.room,
        trainers: entry.trainers,
        minutes: entry.minutes,
        groups: entry.groups
      )
    }
  }
}
