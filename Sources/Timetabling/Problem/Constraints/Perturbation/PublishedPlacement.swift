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
  /// How long it takes; `nil` where that is not known.
  public var minutes: Int?
  /// The identifiers of the groups; `nil` where they are not known.
  public var groups: [String]?

  /// Creates a published placement.
  public init(
    session: String,
    date: CivilDate,
    start: Int,
    room: String?,
    trainers: [String],
    minutes: Int? = nil,
    groups: [String]? = nil
  ) {
    self.session = session
    self.date = date
    self.start = start
    self.room = room
    self.trainers = trainers
    self.minutes = minutes
    self.groups = groups
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
        trainers: placement.trainers.map { curriculum.trainers[$0].id },
        minutes: problem.sessions[placement.session].minutes,
        groups: problem.sessions[placement.session].groups.map { curriculum.groups[$0].id }
      )
    }
  }
}

extension Problem {
  /// The timetable that was published, where it can still be held; `nil` where not.
  ///
  /// It can be held when it has every session of the curriculum and no other, and what must hold does.
  ///
  /// - Complexity: That of ``cost(of:)``.
  public func timetable(keeping published: [PublishedPlacement]) -> Timetable? {
    let placements = published.compactMap(placement(of:))
    guard placements.count == published.count, published.count == sessions.count else { return nil }
    let timetable = Timetable(of: self, placements)
    return cost(of: timetable).hard == 0 ? timetable : nil
  }

  /// What of a published timetable is still in the curriculum, whether it can be held or not.
  ///
  /// - Complexity: O(published × (sessions + blocks)).
  public func timetable(placing published: [PublishedPlacement]) -> Timetable {
    Timetable(of: self, published.compactMap(placement(of:)))
  }

  /// A published placement by indices; `nil` where a part of it is not in the curriculum.
  private func placement(of published: PublishedPlacement) -> Placement? {
    let trainers = published.trainers.map { name in
      curriculum.trainers.firstIndex { $0.id == name }
    }
    let room = published.room.map { name in curriculum.rooms.firstIndex { $0.id == name } }
    guard let session = curriculum.sessions.firstIndex(where: { $0.id == published.session }),
      let block = curriculum.block(
        on: published.date,
        at: published.start,
        for: curriculum.sessions[session],
        in: published.room
      ), (room == nil) == curriculum.rooms.isEmpty, room.map({ $0 != nil }) ?? true,
      trainers.allSatisfy({ $0 != nil })
    else { return nil }
    return Placement(
      session: session,
      block: block,
      start: published.start,
      room: room.flatMap(\.self),
      trainers: trainers.compactMap(\.self).sorted()
    )
  }
}
