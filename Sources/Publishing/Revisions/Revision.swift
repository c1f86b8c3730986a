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

  /// What was published of one session.
  public struct Entry: Hashable, Codable, Sendable {
    /// The session's identifier.
    public let session: String
    /// Its title.
    public let title: String
    /// The identifier of its block.
    public let block: String
    /// When it begins, in minutes since midnight in the zone of the programme.
    public let start: Int
    /// The instant at which it begins.
    public let begins: Date
    /// The instant at which it ends.
    public let ends: Date
    /// The week of the programme, from 1.
    public let week: Int
    /// The identifier of its room; `nil` where the curriculum has no rooms.
    public let room: String?
    /// The name of its room.
    public let roomName: String?
    /// Where participants find it online.
    public let link: String?
    /// The identifiers of its trainers.
    public let trainers: [String]
    /// The identifiers of the groups that attend.
    public let groups: [String]

    /// Creates an entry.
    public init(
      session: String,
      title: String,
      block: String,
      start: Int,
      begins: Date,
      ends: Date,
      week: Int,
      room: String?,
      roomName: String?,
      link: String?,
      trainers: [String],
      groups: [String]
    ) {
      self.session = session
      self.title = title
      self.block = block
      self.start = start
      self.begins = begins
      self.ends = ends
      self.week = week
      self.room = room
      self.roomName = roomName
      self.link = link
      self.trainers = trainers
      self.groups = groups
    }
  }

  /// Creates a revision.
  public init(number: Int, published: Date, entries: [Entry]) {
    self.number = number
    self.published = published
    self.entries = entries
  }

  /// What a publication would be as a revision.
  public init(_ publication: Publication, number: Int, published: Date) {
    self.init(
      number: number,
      published: published,
      entries: publication.appointments.map(Entry.init)
    )
  }

  /// The entry of a session.
  public func entry(of session: String) -> Entry? {
    entries.first { $0.session == session }
  }
}

extension Revision.Entry {
  fileprivate init(_ appointment: Appointment) {
    self.init(
      session: appointment.session.id,
      title: appointment.session.title,
      block: appointment.block.id,
      start: appointment.start,
      begins: appointment.begins,
      ends: appointment.ends,
      week: appointment.week,
      room: appointment.room?.id,
      roomName: appointment.room?.name,
      link: appointment.room?.link,
      trainers: appointment.trainers.map(\.id),
      groups: appointment.groups.map(\.id)
    )
  }

  /// Whether calendars must show another thing than before: time, place, title or link.
  ///
  /// Who holds a session is told to those concerned, but moves nothing in a calendar.
  func looksDifferent(from other: Revision.Entry) -> Bool {
    begins != other.begins || ends != other.ends || roomName != other.roomName
      || title != other.title || link != other.link
  }
}

extension Revision {
  /// The entries as they are stored: JSON with sorted keys, and instants in seconds since 1970.
  public var stored: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .secondsSince1970
    // Text, numbers and dates always encode.
    let data = (try? encoder.encode(entries)) ?? Data("[]".utf8)
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads a stored revision; `nil` when the text is none.
  public init?(stored: String, number: Int, published: Date) {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .secondsSince1970
    guard let entries = try? decoder.decode([Entry].self, from: Data(stored.utf8)) else {
      return nil
    }
    self.init(number: number, published: published, entries: entries)
  }
}
