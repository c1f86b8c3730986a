internal import Curricula
internal import Diagnostics

/// A session's room has the features that the session, and any remote trainer, needs.
///
/// Excess: the number of features missing.
struct RoomFeatures: Constraint {
  let origin: Origin
  let session: Int
  /// For each team of trainers and room the number of features missing.
  let missing: @Sendable (Placement) -> Int

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: [session])
      .map { Violation(by: [$0], excess: missing($0)) }
      .filter { $0.excess > 0 }
  }

  var form: Form {
    .placement(
      PlacementForm(sessions: [session], reads: [.room, .trainers], excess: missing)
    )
  }

  /// The feature that a room needs when a trainer joins by video.
  static let videoLink = "video-link"

  static func all(in frame: Frame) -> [any Constraint] {
    let rooms = frame.curriculum.rooms
    let trainers = frame.curriculum.trainers
    guard !rooms.isEmpty else { return [] }
    return frame.curriculum.sessions.enumerated().compactMap { index, session in
      let mayBeRemote = frame.sessions[index].teams.contains { team in
        team.trainers.contains { trainers[$0].isRemote }
      }
      guard !session.features.isEmpty || mayBeRemote else { return nil }
      let wanted =
        (session.features.sorted()
        + (mayBeRemote && !session.features.contains(videoLink)
          ? ["\(videoLink) for a remote trainer"] : []))
        .joined(separator: ", ")
      return RoomFeatures(
        origin: Origin(
          "room features",
          .hard,
          "'\(session.id)' needs a room with \(wanted)",
          relaxation: "hold '\(session.id)' in a room without these features",
          at: session.location
        ),
        session: index,
        missing: { placement in
          guard let room = placement.room else { return 0 }
          let isRemote = placement.trainers.contains { trainers[$0].isRemote }
          let needed = isRemote ? session.features.union([videoLink]) : session.features
          return needed.subtracting(rooms[room].features).count
        }
      )
    }
  }
}

/// A room seats everybody who attends.
///
/// Excess: for each placement the number of people without a seat. Hard, unless the curriculum
/// declares `seats` with a weight.
struct RoomSeats: Constraint, ConstraintReader {
  static let name = "seats"

  let origin: Origin
  let sessions: [Int]
  let seats: [Int?]
  let sizes: [Int]

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: sessions)
      .map { Violation(by: [$0], excess: peopleWithoutSeat($0)) }
      .filter { $0.excess > 0 }
  }

  var form: Form {
    .placement(
      PlacementForm(sessions: sessions, reads: .room, excess: peopleWithoutSeat)
    )
  }

  private func peopleWithoutSeat(_ placement: Placement) -> Int {
    guard let seats = placement.room.flatMap({ seats[$0] }) else { return 0 }
    return max(0, sizes[placement.session] - seats)
  }

  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    Subject.read(declaration.argument, in: frame, &findings).map { subject in
      RoomSeats(
        origin: declaration.origin("everybody has a seat in \(subject.label)"),
        sessions: subject.sessions(in: frame),
        seats: frame.curriculum.rooms.map(\.seats),
        sizes: frame.sessions.map(\.size)
      )
    }
  }

  /// One hard constraint a session, where the curriculum declares none.
  static func all(in frame: Frame) -> [any Constraint] {
    guard !frame.curriculum.declarations.contains(where: { $0.name == name }),
      frame.curriculum.rooms.contains(where: { $0.seats != nil })
    else { return [] }
    return frame.curriculum.sessions.enumerated().map { index, session in
      RoomSeats(
        origin: Origin(
          name,
          .hard,
          "'\(session.id)' needs \(frame.sessions[index].size) seats",
          relaxation: "let '\(session.id)' use a room with fewer than "
            + "\(frame.sessions[index].size) seats",
          at: session.location
        ),
        sessions: [index],
        seats: frame.curriculum.rooms.map(\.seats),
        sizes: frame.sessions.map(\.size)
      )
    }
  }
}

/// A room's closed days.
///
/// Excess: 1 for each placement in the room on one of the days.
struct RoomClosed: Constraint {
  let origin: Origin
  let room: Int
  let days: DateSpan
  let sessions: [Int]
  let blocks: [Block]

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: .room(room))
      .filter { days.contains(timetable.problem.blocks[$0.block].date) }
      .map { Violation(by: [$0], excess: 1) }
  }

  var form: Form {
    let closed = blocks.map { days.contains($0.date) ? 1 : 0 }
    return .placement(
      PlacementForm(sessions: sessions, reads: [.block, .room]) { [room] placement in
        placement.room == room ? closed[placement.block] : 0
      }
    )
  }

  static func all(in frame: Frame) -> [any Constraint] {
    frame.curriculum.rooms.enumerated().flatMap { index, room in
      room.closed.map { absence in
        RoomClosed(
          origin: Origin(
            "room closed",
            absence.weight.map { .soft($0) } ?? .hard,
            "the room '\(room.id)' is closed on \(absence.days)",
            relaxation: "open the room '\(room.id)' on \(absence.days)",
            reason: absence.reason,
            at: absence.location
          ),
          room: index,
          days: absence.days,
          sessions: Subject(label: "", selection: .room(index)).sessions(in: frame),
          blocks: frame.blocks
        )
      }
    }
  }
}
