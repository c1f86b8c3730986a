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
