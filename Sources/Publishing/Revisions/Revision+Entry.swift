public import Curricula
public import Foundation

extension Revision {
  /// What was published of one session.
  public struct Entry: Hashable, Codable, Sendable {
    /// The session's identifier.
    public var session: String
    /// The identifier under which calendars know it, its first one; `nil` where that is the same.
    public var identity: String?
    /// Its title.
    public var title: String
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
    public var room: String?
    /// The identifiers of the rooms that it takes at once; `nil` for one room, and where that was not
    /// recorded.
    public var rooms: [String]?
    /// The name of its room, or of all its rooms.
    public let roomName: String?
    /// Where participants find it online.
    public let link: String?
    /// The identifiers of its trainers.
    public var trainers: [String]
    /// The identifiers of the groups that attend.
    public var groups: [String]
    /// How it is held; `nil` where that was not recorded, as for all that follows.
    public let kind: String?
    /// The identifier of its module.
    public let module: String?
    /// The title of its module.
    public let moduleTitle: String?
    /// Where the programme was held.
    public let place: String?
    /// What calendars said of it.
    public let note: String?
    /// When it was for trainers and groups in another zone than the programme: by trainer, and for a
    /// group as ``clockName(ofGroup:)`` names it.
    public var localTimes: [String: String]?

    /// Creates an entry.
    public init(
      session: String,
      identity: String? = nil,
      title: String,
      block: String,
      start: Int,
      begins: Date,
      ends: Date,
      week: Int,
      room: String?,
      rooms: [String]? = nil,
      roomName: String?,
      link: String?,
      trainers: [String],
      groups: [String],
      kind: String? = nil,
      module: String? = nil,
      moduleTitle: String? = nil,
      place: String? = nil,
      note: String? = nil,
      localTimes: [String: String]? = nil
    ) {
      self.session = session
      self.identity = identity
      self.title = title
      self.block = block
      self.start = start
      self.begins = begins
      self.ends = ends
      self.week = week
      self.room = room
      self.rooms = rooms
      self.roomName = roomName
      self.link = link
      self.trainers = trainers
      self.groups = groups
      self.kind = kind
      self.module = module
      self.moduleTitle = moduleTitle
      self.place = place
      self.note = note
      self.localTimes = localTimes
    }

    /// How long it takes, in minutes.
    public var minutes: Int { Int((ends.timeIntervalSince(begins) / 60).rounded()) }
  }
}

extension Revision.Entry {
  /// The same with another title: that of what was held may be corrected.
  func titled(_ title: String) -> Revision.Entry {
    var entry = self
    entry.title = title
    return entry
  }

  /// Whether calendars must show another thing than before: time, place, title, link, or anything of
  /// what is said of it.
  func looksDifferent(from other: Revision.Entry) -> Bool {
    begins != other.begins || ends != other.ends || isMoved(from: other)
      || roomName != other.roomName || title != other.title || link != other.link
      || Set(trainers) != Set(other.trainers) || Set(groups) != Set(other.groups)
      || isDescribedOtherwise(than: other)
      || Self.differ(place, other.place) || Self.differ(note, other.note)
  }

  /// Whether it takes a room, alone or with others.
  func takes(_ room: String) -> Bool { self.room == room || rooms?.contains(room) == true }

  /// Each room that it takes, with its name as far as that was recorded.
  var singleRooms: [(id: String, name: String)] {
    if let rooms { return rooms.map { ($0, $0) } }
    return room.map { [($0, roomName ?? $0)] } ?? []
  }

  /// The day and the minutes since midnight on the clock of the programme, as they were published.
  ///
  /// They stay when the rules of its zone change, and its instant does not.
  public func wallClock(in zone: Zone) -> (date: CivilDate, minutes: Int) {
    day.map { ($0, start) } ?? zone.wallClock(at: begins)
  }

  /// The day and the hours on the clock of the programme, as they were published.
  func span(in zone: Zone) -> (day: CivilDate, hours: String) {
    let (day, start) = wallClock(in: zone)
    let (date, time) = day.clock(after: start)
    guard zone.wallClock(at: begins) != (date, time.minutes) else {
      return zone.span(from: begins, to: ends)
    }
    return (date, "\(clockOfStart(start))–\(clock(start + minutes))")
  }

  /// The day that its block names.
  private var day: CivilDate? { CivilDate(block.prefix(10)) }

  /// Whether it is at another time on the clock of the programme than before, or of another length.
  func isMoved(from other: Revision.Entry) -> Bool {
    guard let day, let before = other.day else {
      return begins != other.begins || ends != other.ends
    }
    return (day, start, minutes) != (before, other.start, other.minutes)
  }

  /// Whether it is at another moment than before, or at another time for trainers elsewhere, although
  /// the clock of the programme shows the same time: the rules of a zone have changed.
  func isReclocked(since other: Revision.Entry) -> Bool {
    guard !isMoved(from: other) else { return false }
    return begins != other.begins || ends != other.ends || !reclocked(since: other).isEmpty
  }

  /// The trainers and groups for whom it is at another time of their own clocks than before, as their
  /// times are named.
  func reclocked(since other: Revision.Entry) -> [String] {
    guard let localTimes, let before = other.localTimes else { return [] }
    let trainers = trainers.filter(other.trainers.contains)
    // The times of groups were not always recorded.
    let groups = groups.filter(other.groups.contains).map(Self.clockName(ofGroup:))
      .filter { before[$0] != nil && localTimes[$0] != nil }
    return (trainers + groups).filter { localTimes[$0] != before[$0] }
  }

  /// How the time of a group is named among local times, apart from those of trainers.
  static func clockName(ofGroup group: String) -> String { groupSign + group }

  /// The group whose time is named so among local times; `nil` where it is that of a trainer.
  static func group(ofClock name: String) -> String? {
    name.hasPrefix(groupSign) ? String(name.dropFirst(groupSign.count)) : nil
  }

  /// What no identifier of a trainer begins with.
  private static let groupSign = "groups/"

  /// Whether it is of another kind or module than before, as far as that was recorded.
  func isDescribedOtherwise(than other: Revision.Entry) -> Bool {
    Self.differ(kind, other.kind) || Self.differ(moduleTitle, other.moduleTitle)
  }

  /// Whether two texts differ; one that was not recorded differs from none.
  private static func differ(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return false }
    return left != right
  }
}
