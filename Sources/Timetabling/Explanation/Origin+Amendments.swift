internal import Curricula
internal import Diagnostics

extension Origin {
  /// What takes it away wholly, as a change of the file; `nil` where it is not known how.
  ///
  /// - Parameter isShared: Whether its declaration says other things, too.
  /// - Returns: The change.
  func removal(isShared: Bool) -> Amendment? {
    switch remedies.form {
    case .constraint, .window, .pin:
      guard isShared else { return .removeConstraint(location) }
      return statement.subject.map { .except($0, in: location) }
    case .days, .hours, .need: return .remove(location)
    case .only: return .removeOnly(location)
    case .request(let name, let session): return .wish(name, of: session)
    }
  }

  /// What lifts it on one day, as a change of the file; `nil` where it is not known how.
  ///
  /// A pin is moved to wherever a timetable has the session, which is known later.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - session: The session that it is about; `nil` where it is about several.
  ///   - problem: The problem with both.
  /// - Returns: The change.
  func exemption(on day: Problem.Day, of session: Int?, in problem: Problem) -> Amendment? {
    switch remedies.form {
    case .days: .free(day.date, of: location)
    case .only: .allow(day.date, besides: location)
    case .window:
      .open(
        location,
        on: day.date,
        week: day.week,
        blocks: day.blocks.map { problem.blocks[$0].id },
        of: session.flatMap { problem.curriculum.member(ofSession: $0) }
      )
    case .constraint, .pin, .hours, .need, .request: nil
    }
  }

  /// A pin moved to where a timetable has its session.
  func move(of session: Int, as timetable: Timetable) -> Amendment? {
    guard let placement = timetable.placement(of: session) else { return nil }
    let curriculum = timetable.problem.curriculum
    return .move(
      location,
      to: timetable.date(of: placement),
      minutes: placement.start,
      room: placement.room.map { curriculum.rooms[$0].id },
      trainers: placement.trainers.map { curriculum.trainers[$0].id }
    )
  }
}

extension Curriculum {
  /// The member of a series that a session is, as the file names it; `nil` for others.
  func member(ofSession index: Int) -> SeriesMember? {
    let session = sessions[index]
    guard let membership = session.membership,
      session.id.hasPrefix("\(membership.series)@")
    else { return nil }
    return SeriesMember(
      series: session.location,
      suffix: String(session.id.dropFirst(membership.series.count + 1)),
      mayMove: membership.group == nil
    )
  }

  /// Where a session is declared; `nil` where several are declared there, as those of a series.
  func place(ofSession index: Int) -> Diagnostic.Location? {
    let place = sessions[index].location
    return sessions.count { $0.location == place } == 1 ? place : nil
  }
}
