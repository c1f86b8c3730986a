import Coordination
import Curricula
import Diagnostics
import Publishing
import SampleZones
import Testing

/// Who and what changes in a programme in the course of a season.
struct SeasonCast {
  /// Who is ill on the day of the next session.
  let ill: String
  /// Who leaves, and who takes over.
  let leaves: (trainer: String, successor: String)
  /// The room that is lost.
  let room: String
  /// The session that is dropped.
  let dropped: String
  /// The session that is added to the module of another.
  let added: (id: String, beside: String, minutes: Int, trainer: String)
  /// The session that takes longer, and its minutes.
  let longer: (session: String, minutes: Int)
  /// The day that becomes a holiday, and another day that opens at the same hours.
  let holiday: (day: String, instead: String?)
  /// The sessions whose trainers change places.
  let swap: (first: String, second: String)
  /// The group that is divided.
  let divided: String
  /// The rule of the programme's clock from a day on.
  let clock: (from: String, before: Int, after: Int, rule: String)

  private static let place = Diagnostic.Location(file: "season.yaml")

  /// Takes a programme through all twelve changes.
  func run(_ season: SeasonRun, days: Int) async throws {
    try await fallIll(season, days)
    let (leaver, successor) = leaves
    try await season.revise("a trainer leaves", after: days) { curriculum in
      curriculum.trainers.removeAll { $0.id == leaver }
      func named(_ ids: [String]) -> [String] { ids.map { $0 == leaver ? successor : $0 } }
      for index in curriculum.sessions.indices {
        curriculum.sessions[index].trainers = named(curriculum.sessions[index].trainers)
        curriculum.sessions[index].oneOf = named(curriculum.sessions[index].oneOf)
      }
      for index in curriculum.trainers.indices {
        curriculum.trainers[index].alternates.removeAll { $0 == leaver }
      }
    }
    #expect(season.notices.contains { $0.recipient.path == "trainers/\(leaver)" })
    try await season.revise("a room is lost", after: days) { curriculum in
      curriculum.rooms.removeAll { $0.id == room }
      for index in curriculum.sessions.indices {
        curriculum.sessions[index].rooms.removeAll { $0 == room }
      }
    }
    #expect(season.notices.contains { $0.recipient.path == "rooms/\(room)" })
    try await season.revise("a session is dropped", after: days) { curriculum in
      curriculum.sessions.removeAll { $0.id == dropped }
      for index in curriculum.modules.indices {
        curriculum.modules[index].sessions.removeAll { $0 == dropped }
      }
    }
    try await season.revise("a session is added", after: days) { curriculum in
      let beside = try #require(curriculum.sessions.first { $0.id == added.beside })
      var new = beside
      (new.id, new.title, new.minutes) = (added.id, "What was missing", added.minutes)
      (new.trainers, new.oneOf, new.needs) = ([added.trainer], [], [])
      curriculum.sessions.append(new)
      for index in curriculum.modules.indices
      where curriculum.modules[index].sessions.contains(added.beside) {
        curriculum.modules[index].sessions.append(added.id)
      }
    }
    #expect(season.notices.contains { $0.recipient.path == "trainers/\(added.trainer)" })
    try season.planByHand(after: days)
    try await season.revise("a session takes longer", after: days) { curriculum in
      let index = try #require(curriculum.sessions.firstIndex { $0.id == longer.session })
      curriculum.sessions[index].minutes = longer.minutes
    }
    try await close(season, days)
    try await season.revise("two trainers change places", after: days) { curriculum in
      let first = try #require(curriculum.sessions.firstIndex { $0.id == swap.first })
      let second = try #require(curriculum.sessions.firstIndex { $0.id == swap.second })
      let trainers = curriculum.sessions[first].trainers
      curriculum.sessions[first].trainers = curriculum.sessions[second].trainers
      curriculum.sessions[second].trainers = trainers
    }
    try await regroup(season, days)
    try await changeClock(season, days)
  }

  private func fallIll(_ season: SeasonRun, _ days: Int) async throws {
    let zone = season.curriculum.zone
    let soon = season.today.dayNumber + days
    let next = try #require(
      season.open().first { $0.trainers == [ill] && $0.wallClock(in: zone).date.dayNumber > soon }
    )
    let day = next.wallClock(in: zone).date
    let span = try #require(DateSpan(from: day, to: day))
    let away = TrainerAway(trainer: ill, days: [span], written: "\(ill)=\(day)")
    try await season.revise("a trainer is ill", after: days, away: [away])
    #expect(season.notices.contains { $0.recipient.path == "trainers/\(ill)" })
    // It is entered in the curriculum as well, as people are asked to.
    try await season.revise("the illness is entered", after: 0, isTold: false) { curriculum in
      let index = try #require(curriculum.trainers.firstIndex { $0.id == ill })
      curriculum.trainers[index].away.append(Absence(days: span, location: Self.place))
    }
  }

  private func close(_ season: SeasonRun, _ days: Int) async throws {
    let earliest = try #require(CivilDate(holiday.day))
    // A day on which something is held, however the timetable came out.
    let zone = season.curriculum.zone
    let day = try #require(
      season.open().map { $0.wallClock(in: zone).date }.filter { $0 >= earliest }.min()
    )
    let span = try #require(DateSpan(from: day, to: day))
    try await season.revise("a holiday is found", after: days) { curriculum in
      curriculum.calendar.append(
        CalendarEntry(effect: .closed, days: span, name: "Holiday", location: Self.place)
      )
      let lost = curriculum.blocks.filter { $0.date == day }
      #expect(!lost.isEmpty)
      curriculum.blocks.removeAll { $0.date == day }
      guard let instead = holiday.instead.flatMap({ CivilDate($0) }) else { return }
      curriculum.blocks += lost.map { block in
        Block(
          date: instead,
          start: block.start,
          end: block.end,
          week: block.week,
          location: Self.place
        )
      }
      curriculum.blocks.sort { ($0.date, $0.start) < ($1.date, $1.start) }
    }
  }

  private func regroup(_ season: SeasonRun, _ days: Int) async throws {
    try await season.revise("a group is divided", after: days, isTold: false) { curriculum in
      let index = try #require(curriculum.groups.firstIndex { $0.id == divided })
      let whole = curriculum.groups.remove(at: index)
      for (part, size) in [("north", whole.size / 2), ("south", whole.size - whole.size / 2)] {
        var group = whole
        (group.id, group.name, group.size) = (part, "\(whole.name), \(part)", size)
        group.formerly = [divided]
        curriculum.groups.append(group)
      }
      for session in curriculum.sessions.indices {
        curriculum.sessions[session].groups = curriculum.sessions[session].groups.flatMap {
          $0 == divided ? ["north", "south"] : [$0]
        }
      }
    }
    try await season.revise("a group has another name", after: days, isTold: false) { curriculum in
      for index in curriculum.groups.indices {
        // What was recorded once need not be said again.
        curriculum.groups[index].formerly = []
        guard curriculum.groups[index].id == "north" else { continue }
        (curriculum.groups[index].id, curriculum.groups[index].formerly) = ("nordic", ["north"])
      }
      for session in curriculum.sessions.indices {
        curriculum.sessions[session].groups = curriculum.sessions[session].groups.map {
          $0 == "north" ? "nordic" : $0
        }
      }
    }
  }

  private func changeClock(_ season: SeasonRun, _ days: Int) async throws {
    let name = season.curriculum.zone.name
    let day = try #require(CivilDate(clock.from))
    var sample = SampleZone(clock.rule)
    (sample.first, sample.changes) = (clock.before, [(day.dayNumber * 86_400, clock.after)])
    let bytes = sample.bytes
    let rules = ZoneDatabase(
      folder: "newer",
      release: ZoneRelease("2099a"),
      names: { [name] },
      read: { $0 == name ? bytes : nil }
    )
    try await ZoneDatabase.$inUse.withValue(rules) {
      let zone = try #require(Zone(name))
      try await season.revise("the rules of the clock change", after: days) { curriculum in
        for index in curriculum.trainers.indices
        where curriculum.trainers[index].zone == curriculum.zone {
          curriculum.trainers[index].zone = zone
        }
        curriculum.zone = zone
      }
    }
    let changes = season.notices.flatMap(\.changes)
    #expect(changes.allSatisfy { $0.kinds == [.reclocked] })
    await #expect(throws: RevisionRefusal.olderZoneRules(Zone.rulesVersion, than: "2099a")) {
      try await season.revise("with older rules", after: 0)
    }
  }
}
