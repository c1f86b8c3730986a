public import Diagnostics

/// One open interval of the calendar, in which sessions are held.
///
/// It is on one day, and counts on it also where it passes midnight.
public struct Block: Hashable, Sendable {
  /// The identifier, made of the day and the time, such as `2026-03-24T10:00`, and of whom or what place
  /// it is for, such as `2026-03-24T10:00@north`.
  public var id: String
  /// The day.
  public var date: CivilDate
  /// When it begins, in minutes since midnight in the zone of the programme.
  public var start: Int
  /// When it ends, in minutes since midnight; more than 1440 where it passes the next midnight.
  public var end: Int
  /// The week of the programme, from 1.
  public var week: Int
  /// The identifiers of the groups that can have sessions in it; empty for all.
  public var groups: [String] = []
  /// The place whose rooms can be used in it; `nil` for all.
  public var place: String?
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// How long it is, in minutes.
  public var minutes: Int { end - start }

  /// Creates a block for everybody and every room.
  public init(
    date: CivilDate,
    start: Int,
    end: Int,
    week: Int,
    location: Diagnostic.Location
  ) {
    id = "\(date)T\((start / 60).padded(to: 2)):\((start % 60).padded(to: 2))"
    self.date = date
    self.start = start
    self.end = end
    self.week = week
    self.location = location
  }

  /// Whether all of some groups can have a session in it.
  public func admits(_ groups: [String]) -> Bool {
    self.groups.isEmpty || groups.allSatisfy(self.groups.contains)
  }

  /// Whether a room can be used in it.
  public func admits(_ room: Room) -> Bool {
    place == nil || room.place == nil || place == room.place
  }

  /// The minutes of all days in which it is open, counted from the beginning of 1 January 1970.
  private var span: Range<Int> { date.dayNumber * 1440 + start..<date.dayNumber * 1440 + end }

  /// Whether both are open at a moment.
  public func overlaps(_ other: Block) -> Bool { span.overlaps(other.span) }

  /// Whether a time, in minutes since midnight, lies in it.
  public func contains(_ start: Int) -> Bool { self.start <= start && start < end }
}

extension Curriculum {
  /// The groups that attend a session, also where it leaves that open.
  public func groups(of session: Session) -> [String] {
    session.groups.isEmpty ? groups.map(\.id) : session.groups
  }

  /// The day on which a moment counts, and its minutes since the midnight at which that day begins.
  ///
  /// In a block that passes midnight, all counts on the day on which the block begins.
  public func counted(_ date: CivilDate, _ minutes: Int) -> (date: CivilDate, minutes: Int) {
    func isOpen(_ date: CivilDate, _ minutes: Int) -> Bool {
      blocks.contains { $0.date == date && $0.contains(minutes) }
    }
    let (before, later) = (date.adding(days: -1), minutes + 1440)
    return !isOpen(date, minutes) && isOpen(before, later) ? (before, later) : (date, minutes)
  }

  /// The block in which a session begins at a time: of several, one that it can use.
  ///
  /// - Parameters:
  ///   - date: The day.
  ///   - start: The time, in minutes since midnight.
  ///   - session: The session; `nil` where it is not known.
  ///   - room: The room, by its identifier.
  /// - Returns: The index of the block.
  public func block(
    on date: CivilDate,
    at start: Int,
    for session: Session?,
    in room: String? = nil
  ) -> Int? {
    let open = blocks.indices.filter { blocks[$0].date == date && blocks[$0].contains(start) }
    guard open.count > 1 else { return open.first }
    let people = session.map(groups(of:)) ?? []
    let house = room.flatMap { id in rooms.first { $0.id == id } }
    return open.first { index in
      let block = blocks[index]
      let fits = session.map { start + $0.minutes <= block.end } ?? true
      return fits && block.admits(people) && house.map(block.admits) != false
    } ?? open.first { blocks[$0].admits(people) } ?? open.first
  }
}
