public import Curricula
internal import Diagnostics
public import Publishing
public import Timetabling

/// What somebody asks of a revision in addition to what the curriculum says.
public struct RevisionRequest: Sendable {
  /// What was published before, and what of it was held.
  public let chronicle: Chronicle
  /// Trainers who cannot come on some days.
  public let away: [TrainerAway]
  /// Sessions that keep their time, or take place on a day.
  public let pins: [PinnedSession]

  /// Takes what is asked.
  public init(chronicle: Chronicle, away: [TrainerAway], pins: [PinnedSession]) {
    self.chronicle = chronicle
    self.away = away
    self.pins = pins
  }

  /// The ways to choose which sessions are held, with what was asked and with what was held.
  ///
  /// - Parameter problem: The problem of the curriculum as it is written.
  /// - Returns: The ways; those that keep most of what was published come first.
  /// - Throws: ``RevisionRefusal``, or what is wrong with the curriculum.
  public func ways(of problem: Problem) throws -> Ways {
    let sessions = Set(pins.map(\.session))
    return Ways(try chronicle.ways(of: asked(of: problem), holding: sessions))
  }

  /// The problem with what was asked.
  private func asked(of problem: Problem) throws -> Problem {
    var curriculum = problem.curriculum
    for absence in away { try absence.apply(to: &curriculum, today: chronicle.today) }
    for pin in pins {
      try curriculum.declarations.append(pin.declaration(in: curriculum, chronicle))
    }
    return away.isEmpty && pins.isEmpty ? problem : try Problem(curriculum)
  }

  /// What was asked, each a sentence without its full stop.
  public func sentences(in curriculum: Curriculum) -> [String] {
    away.map { absence in
      let name = curriculum.trainers.first { $0.id == absence.trainer }?.name ?? absence.trainer
      let isSpan = absence.days.count == 1 && absence.days[0].first < absence.days[0].last
      let days = absence.days.map(\.description).listed()
      return "\(name.visible) cannot come \(isSpan ? "from" : "on") \(days)"
    }
      + pins.map { pin in
        pin.date.map { "'\(pin.session)' must be held on \($0.spelled)" }
          ?? "'\(pin.session)' keeps its published time"
      }
      + chronicle.notHeld.map { missed in
        let day = curriculum.zone.wallClock(at: missed.begins).date
        return "'\(missed.session)' did not take place on \(day.spelled): \(missed.reason)"
      }
  }
}

/// Days on which a trainer cannot come.
public struct TrainerAway: Hashable, Sendable {
  /// The trainer's identifier.
  public let trainer: String
  /// The days.
  public let days: [DateSpan]
  /// How it was written: `unodc=2026-04-28,2026-05-05..2026-05-08`.
  public let written: String

  /// Creates an absence.
  public init(trainer: String, days: [DateSpan], written: String) {
    self.trainer = trainer
    self.days = days
    self.written = written
  }

  /// Adds the days to the trainer's.
  func apply(to curriculum: inout Curriculum, today: CivilDate) throws(RevisionRefusal) {
    guard let index = curriculum.trainers.firstIndex(where: { $0.id == trainer }) else {
      throw .unknownTrainer(trainer, among: curriculum.trainers.map(\.id))
    }
    let past = days.first { $0.first < today && !curriculum.isOpen($0.first, on: today) }
    if let past {
      throw .absenceInThePast(past.first, today: today)
    }
    let place = Diagnostic.Location(file: "--away \(written.visible)")
    curriculum.trainers[index].away += days.map { Absence(days: $0, location: place) }
  }
}

/// A session that keeps its time, or takes place on a day.
public struct PinnedSession: Hashable, Sendable {
  /// The session's identifier.
  public let session: String
  /// The day; `nil` where it keeps its published time.
  public let date: CivilDate?
  /// How it was written: `w5s1` or `w5s1=2026-04-14`.
  public let written: String

  /// Creates a pin.
  public init(session: String, date: CivilDate?, written: String) {
    self.session = session
    self.date = date
    self.written = written
  }

  /// The pin as it would stand in the curriculum.
  func declaration(
    in curriculum: Curriculum,
    _ chronicle: Chronicle
  ) throws(RevisionRefusal) -> Declaration {
    guard curriculum.sessions.contains(where: { $0.id == session }) else {
      throw .unknownSession(session, among: curriculum.sessions.map(\.id))
    }
    let entry = chronicle.last?.entry(of: session)
    let published = entry.map { $0.wallClock(in: curriculum.zone) }
    if let entry, chronicle.isHeld(entry), let published, date != nil, date != published.date {
      throw .heldAlready(session, on: published.date)
    }
    if let date {
      return declaration("window", [("of", session), ("from", "\(date)"), ("until", "\(date)")])
    }
    guard let published else { throw .noTimeToKeep(session, today: chronicle.today) }
    let (day, time) = published.date.clock(after: published.minutes)
    return declaration("pin", [("session", session), ("at", "\(day)T\(time)")])
  }

  private func declaration(_ name: String, _ values: [(String, String)]) -> Declaration {
    let place = Diagnostic.Location(file: "--pin \(written.visible)")
    let entries = values.map { key, value in
      Node.Entry(
        key: key,
        location: place,
        value: Node(content: .scalar(value, isQuoted: true), location: place)
      )
    }
    return Declaration(
      name: name,
      argument: Node(content: .mapping(entries), location: place),
      location: place
    )
  }
}

extension Curriculum {
  /// Whether a block that began on an earlier day goes on after midnight of another one.
  fileprivate func isOpen(_ first: CivilDate, on today: CivilDate) -> Bool {
    blocks.contains { $0.date == first && $0.end > 1440 * today.days(since: first) }
  }
}
