internal import Curricula
public import Foundation

/// A published timetable, as it is kept: what people were told, and when.
///
/// It stands by itself: a revision can be read and compared when the curriculum has changed since.
public struct Revision: Hashable, Sendable {
  /// Its number among the revisions of the curriculum, from 1.
  public let number: Int
  /// When it was published, to the second.
  public let published: Date
  /// What was published of each session, in the order of time.
  public let entries: [Entry]
  /// What else was published and recorded with it.
  public let particulars: Particulars

  /// Creates a revision.
  public init(
    number: Int,
    published: Date,
    entries: [Entry],
    particulars: Particulars = Particulars()
  ) {
    self.number = number
    self.published = published
    self.entries = entries
    self.particulars = particulars
  }

  /// What a publication would be as a revision.
  ///
  /// - Parameters:
  ///   - publication: The publication.
  ///   - number: The number of the revision.
  ///   - published: When it is published.
  ///   - chronicle: What was published before, and what of it was held: that is taken over as it was.
  ///   - particulars: What else is recorded.
  public init(
    _ publication: Publication,
    number: Int,
    published: Date,
    after chronicle: Chronicle? = nil,
    particulars: Particulars? = nil
  ) {
    let held = Dictionary((chronicle?.held ?? []).map { ($0.session, $0) }) { first, _ in first }
    let names = SessionNames(chronicle?.revisions ?? [])
    self.init(
      number: number,
      published: published,
      entries: publication.appointments.map { appointment in
        let id = appointment.session.id
        if let fact = held[id] { return fact.titled(appointment.session.title) }
        return Entry(
          appointment,
          identity: names.identity(of: id, in: number),
          place: publication.curriculum.place,
          note: publication.description(of: appointment)
        )
      },
      particulars: particulars ?? Particulars(of: publication.curriculum)
    )
  }

  /// The entry of a session.
  public func entry(of session: String) -> Entry? {
    entries.first { $0.session == session }
  }

  /// Whether both say the same: of sessions, of people, and of what else is recorded.
  public func says(theSameAs other: Revision) -> Bool {
    RevisionDifference(from: self, to: other).changes.isEmpty
      && entries.count == other.entries.count
      && entries.allSatisfy { entry in
        other.entry(of: entry.session).map { !$0.looksDifferent(from: entry) } ?? false
      }
      && particulars.says(theSameAs: other.particulars)
  }
}
