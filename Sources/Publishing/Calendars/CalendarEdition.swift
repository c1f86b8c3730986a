public import Foundation

/// What a calendar says of its own history, so that calendar programs replace what they had.
public struct CalendarEdition: Hashable, Sendable {
  /// When this state was published (DTSTAMP).
  public var stamp: Date
  /// The history of each session, by its identifier; a session without one has never changed.
  public var histories: [String: History]
  /// Under which identifiers calendars know sessions that had another one when they were first published.
  var identities: [String: String] = [:]
  /// The sessions that were published once and are no more, as they were published last.
  public var cancelled: [Revision.Entry] = []

  /// What became of a session since it was first published.
  public struct History: Hashable, Sendable {
    /// How often its time, place, title, status or link changed (SEQUENCE).
    public var changes: Int
    /// When it last did (LAST-MODIFIED).
    public var lastChanged: Date
    /// Whether it takes place.
    public var status: Status?

    /// Creates a history.
    public init(changes: Int, lastChanged: Date, status: Status? = nil) {
      self.changes = changes
      self.lastChanged = lastChanged
      self.status = status
    }
  }

  /// Whether a session takes place.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    case tentative = "TENTATIVE"
    case confirmed = "CONFIRMED"
    case cancelled = "CANCELLED"
  }

  /// Creates an edition in which nothing has changed, unless it is said otherwise.
  public init(stamp: Date, histories: [String: History] = [:]) {
    self.stamp = stamp
    self.histories = histories
  }
}
