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
  /// The first day that could still be changed.
  public let today: CivilDate
  /// What was asked beside the curriculum, each a sentence without its full stop.
  public let requests: [String]
  /// What is different.
  public let difference: RevisionDifference

  /// Puts a new timetable beside the published one.
  ///
  /// - Parameters:
  ///   - revised: The new timetable with what is proved.
  ///   - problem: The problem of the curriculum as it is written.
  ///   - old: What was published last.
  ///   - published: When the next revision is, or would be, published.
  ///   - today: The first day that could still be changed.
  ///   - requests: What was asked beside the curriculum.
  ///   - seed: The seed with which it was laid out.
  public init(
    _ revised: RevisedTimetable,
    of problem: Problem,
    after old: Revision,
    published: Date,
    today: CivilDate,
    requests: [String],
    seed: UInt64
  ) {
    let solution = Solution(
      timetable: Timetable(of: problem, revised.solution.timetable.placements),
      cost: revised.solution.cost,
      bound: revised.solution.bound
    )
    publication = Publication(.laidOut(solution), of: problem, seed: seed)
    new = Revision(publication, number: old.number + 1, published: published)
    difference = RevisionDifference(from: old, to: new)
    self.revised = revised
    self.old = old
    self.today = today
    self.requests = requests
  }

  /// Whether the new revision says what the old one said, to the last word.
  public var isUnchanged: Bool { new.entries == old.entries }

  /// One message for each person, group and room concerned.
  public var notices: [Notice] {
    Notice.all(of: difference, in: publication.problem.curriculum, revision: new.number)
  }

  /// What changes of sessions that were held before today; titles may.
  ///
  /// It is empty unless the curriculum lost what was held: a session, its trainer or its room.
  public var pastChanges: [RevisionDifference.Change] {
    difference.changes.filter { change in
      change.before.map(isPast) == true && change.kinds != [.retitled]
    }
  }

  /// The number of sessions that were held before today.
  var heldCount: Int { old.entries.count { isPast($0) } }

  private func isPast(_ entry: Revision.Entry) -> Bool {
    publication.problem.curriculum.zone.wallClock(at: entry.begins).date < today
  }
}

extension Revision {
  /// The placements that were published, on the clock of a zone.
  public func placements(in zone: Zone) -> [PublishedPlacement] {
    entries.map { entry in
      let (date, start) = zone.wallClock(at: entry.begins)
      return PublishedPlacement(
        session: entry.session,
        date: date,
        start: start,
        room: entry.room,
        trainers: entry.trainers
      )
    }
  }
}
