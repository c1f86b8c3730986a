public import Curricula

/// When, where and by whom a session was last published to be held.
public struct PublishedPlacement: Hashable, Sendable {
  /// The identifier of the session.
  public var session: String
  /// The day.
  public var date: CivilDate
  /// When it begins, in minutes since midnight on the clock of the programme.
  public var start: Int
  /// The identifier of the room; `nil` where there was none.
  public var room: String?
  /// The identifiers of the trainers.
  public var trainers: [String]

  /// Creates a published placement.
  public init(session: String, date: CivilDate, start: Int, room: String?, trainers: [String]) {
    self.session = session
    self.date = date
    self.start = start
    self.room = room
    self.trainers = trainers
  }
}

extension Timetable {
  /// What is published when the timetable is.
  public var published: [PublishedPlacement] {
    let curriculum = problem.curriculum
    return placements.map { placement in
      PublishedPlacement(
        session: curriculum.sessions[placement.session].id,
        date: date(of: placement),
        start: placement.start,
        room: placement.room.map { curriculum.rooms[$0].id },
        trainers: placement.trainers.map { curriculum.trainers[$0].id }
      )
    }
  }
}
