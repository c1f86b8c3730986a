// What holds without being declared, and what the calendar, the trainers and the rooms say.
extension Examination {
  mutating func examineNature() throws {
    examineBlocks()
    examineClashes()
    try examineCalendar()
    for trainer in document.programme.trainers { examine(trainer) }
    for group in document.programme.groups { examine(group) }
    for room in document.programme.rooms { examine(room) }
    try examineRooms()
    for session in document.programme.sessions { examineNeeds(of: session) }
  }

  private mutating func examineBlocks() {
    let programme = document.programme
    for session in programme.sessions {
      guard let placement = placed[session.id],
        let block = programme.blocks.first(where: { $0.id == placement.block })
      else {
        charge("inside-block", 1)
        continue
      }
      let early = max(0, block.start.minute - placement.start.minute)
      let late = max(0, placement.end.minute - block.end.minute)
      let isOffGrid = (placement.start.minute - block.start.minute) % programme.grid != 0
      let isTeam = teams(of: session)[Set(placement.trainers)] != nil
      charge("inside-block", early + late + (isOffGrid ? 1 : 0) + (isTeam ? 0 : 1))
      let isFor = block.groups.isEmpty || Set(placement.groups).isSubset(of: block.groups)
      charge("block-groups", isFor ? 0 : 1)
      let place = programme.rooms.first { $0.id == placement.room }?.place
      let isElsewhere = block.place != nil && place != nil && block.place != place
      charge("block-place", isElsewhere ? 1 : 0)
    }
  }

  private mutating func examineClashes() {
    let all = document.placements
    for (index, first) in all.enumerated() {
      for second in all[(index + 1)...] where overlap(first, second) {
        charge("clash", Set(first.groups).intersection(second.groups).count)
        charge("clash", Set(first.trainers).intersection(second.trainers).count)
        let shared = Set(document.programme.rooms.filter(\.shared).map(\.id))
        let both = Set(first.rooms).intersection(second.rooms)
        charge("clash", both.subtracting(shared).count)
      }
    }
  }

  private mutating func examineCalendar() throws {
    for entry in document.programme.calendar {
      let concerned = document.programme.sessions.filter { session in
        entry.themes.isEmpty && entry.modules.isEmpty || entry.modules.contains(session.module)
          || !Set(entry.themes).isDisjoint(with: session.themes)
      }.compactMap { placed[$0.id] }
      let onDays = concerned.count { (entry.from...entry.to).contains($0.start.day) }
      switch entry.effect {
      case "closed": charge("closed-days", onDays)
      case "avoid": charge("avoid-days", onDays, weight: entry.weight ?? 1)
      case "prefer": charge("prefer-days", concerned.count - onDays, weight: entry.weight ?? 1)
      default: throw Unknown(text: entry.effect)
      }
    }
  }

  private mutating func examine(_ trainer: TimetableDocument.Trainer) {
    let held = document.placements.filter { $0.trainers.contains(trainer.id) }
    let clocks = Dictionary(
      uniqueKeysWithValues: held.map { ($0.session, ahead(of: $0, in: trainer.zone)) }
    )
    examine(
      "trainer",
      held,
      trainer.away,
      "away",
      trainer.tentative,
      trainer.only,
      trainer.hours,
      clocks
    )
  }

  private mutating func examine(_ group: TimetableDocument.Group) {
    let attended = document.placements.filter { $0.groups.contains(group.id) }
    let clocks = Dictionary(
      uniqueKeysWithValues: attended.map { ($0.session, ahead(of: $0, in: group.zone)) }
    )
    examine("group", attended, group.away, "away", [], group.only, group.hours, clocks)
  }

  private mutating func examine(_ room: TimetableDocument.Room) {
    let housed = document.placements.filter { $0.room == room.id || $0.rooms.contains(room.id) }
    examine("room", housed, room.closed, "closed", [], room.only, room.hours, [:])
  }

  /// What days and hours say of some placements, each on a clock that is ahead of the programme's.
  private mutating func examine(
    _ name: String,
    _ placements: [Placement],
    _ away: [TimetableDocument.Absence],
    _ awayName: String,
    _ tentative: [TimetableDocument.Absence],
    _ only: [TimetableDocument.Absence],
    _ hours: TimetableDocument.Hours?,
    _ clocks: [String: Int]
  ) {
    func ahead(_ placement: Placement) -> Int { clocks[placement.session] ?? 0 }
    func touching(_ absence: TimetableDocument.Absence) -> Int {
      placements.count { minutes(of: $0, in: absence, ahead: ahead($0)) > 0 }
    }
    for absence in away { charge("\(name)-\(awayName)", touching(absence), weight: absence.weight) }
    for absence in tentative + only.filter({ $0.weight != nil }) {
      charge("\(name)-tentative", touching(absence), weight: absence.weight)
    }
    if !only.isEmpty {
      let outside = placements.count { placement in
        !only.contains {
          minutes(of: placement, in: $0, ahead: ahead(placement)) == placement.minutes
        }
      }
      charge("\(name)-only", outside)
    }
    guard let hours, let from = minutes(hours.from), let to = minutes(hours.to) else { return }
    for placement in placements {
      let outside = (placement.start.minute..<placement.end.minute).count { minute in
        !(from..<to).contains((minute + ahead(placement) + 2_880) % 1_440)
      }
      charge("\(name)-hours", outside, weight: hours.weight)
    }
  }

  /// How far the clock of a zone is ahead of the programme's at the beginning of a placement's block.
  private func ahead(of placement: Placement, in zone: String) -> Int {
    guard let block = document.programme.blocks.first(where: { $0.id == placement.block }),
      let there = offset(of: zone, at: block.start)
    else { return 0 }
    return there - block.start.offset
  }

  /// How many minutes of a placement lie in an absence.
  private func minutes(
    of placement: Placement,
    in absence: TimetableDocument.Absence,
    ahead: Int
  ) -> Int {
    guard let part = absence.part, let from = minutes(part.from), let to = minutes(part.to) else {
      return (absence.from...absence.to).contains(placement.start.day) ? placement.minutes : 0
    }
    let first = Self.number(ofDay: absence.from)
    let last = Self.number(ofDay: absence.to)
    return (placement.start.minute..<placement.end.minute).count { minute in
      let there = Self.number(ofDay: placement.start.day) * 1_440 + minute + ahead
      return (first...last).contains(there / 1_440) && (from..<to).contains(there % 1_440)
    }
  }

  /// The minutes since midnight of a clock time such as `07:00` or `9:30`.
  func minutes(_ clock: String) -> Int? {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? 60 * parts[0] + parts[1] : nil
  }

  private mutating func examineRooms() throws {
    let programme = document.programme
    let featured = try sessions(declared: "features")
    let seated = try sessions(declared: "seats")
    for session in programme.sessions {
      guard let placement = placed[session.id] else { continue }
      if !featured.contains(session.id) { charge("features", missingFeatures(of: placement)) }
      if !seated.contains(session.id) { charge("seats", peopleStanding(in: placement)) }
    }
  }

  /// The sessions that declared constraints of a name are about.
  private func sessions(declared name: String) throws -> Set<String> {
    try Set(
      document.programme.constraints.filter { $0.constraint == name }
        .flatMap { try subjects(of: $0).flatMap { $0 } }.map(\.session)
    )
  }

  func missingFeatures(of placement: Placement) -> Int {
    let programme = document.programme
    guard let session = programme.sessions.first(where: { $0.id == placement.session }),
      let room = programme.rooms.first(where: { $0.id == placement.room })
    else { return 0 }
    let isRemote = programme.trainers.contains {
      $0.remote && placement.trainers.contains($0.id)
    }
    let needed = Set(session.features).union(isRemote ? ["video-link"] : [])
    return needed.subtracting(room.features).count
  }

  func peopleStanding(in placement: Placement) -> Int {
    let programme = document.programme
    guard let session = programme.sessions.first(where: { $0.id == placement.session }),
      let seats = programme.rooms.first(where: { $0.id == placement.room })?.seats
    else { return 0 }
    let people = programme.groups.filter { session.groups.contains($0.id) }
    return max(0, people.reduce(0) { $0 + $1.size } - seats)
  }

  private mutating func examineNeeds(of session: Session) {
    guard let placement = placed[session.id] else { return }
    if session.needs != session.prerequisites.map(\.session) {
      fault("the needs and prerequisites of \(session.id) differ")
    }
    for need in session.prerequisites {
      guard let needed = placed[need.session] else { continue }
      let excess = excess(from: needed, to: placement, least: need.least, most: need.most)
      charge("needs", excess, weight: need.weight)
    }
  }

  /// The excess of an order between two placements.
  func excess(from first: Placement, to second: Placement, least: Int, most: Int?) -> Int {
    guard ended(first, before: second) else { return 1 }
    let days = Self.days(from: first, to: second)
    return max(0, least - days, days - (most ?? days))
  }
}
