// What holds without being declared, and what the calendar, the trainers and the rooms say.
extension Examination {
  mutating func examineNature() throws {
    examineBlocks()
    examineClashes()
    try examineCalendar()
    for trainer in document.programme.trainers { examine(trainer) }
    for room in document.programme.rooms { examine(room) }
    examineRooms()
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
    }
  }

  private mutating func examineClashes() {
    let all = document.placements
    for (index, first) in all.enumerated() {
      for second in all[(index + 1)...] where overlap(first, second) {
        charge("clash", Set(first.groups).intersection(second.groups).count)
        charge("clash", Set(first.trainers).intersection(second.trainers).count)
        charge("clash", first.room != nil && first.room == second.room ? 1 : 0)
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
    func count(_ absence: TimetableDocument.Absence) -> Int {
      held.count { (absence.from...absence.to).contains($0.start.day) }
    }
    for absence in trainer.away { charge("trainer-away", count(absence), weight: absence.weight) }
    if !trainer.only.isEmpty {
      charge("trainer-only", held.count - trainer.only.map(count).reduce(0, +))
    }
    guard let hours = trainer.hours, let from = minutes(hours.from), let to = minutes(hours.to)
    else { return }
    for placement in held {
      guard let block = document.programme.blocks.first(where: { $0.id == placement.block }),
        let there = offset(of: trainer.zone, at: block.start)
      else { continue }
      let ahead = there - block.start.offset
      let outside = (placement.start.minute..<placement.end.minute).count { minute in
        !(from..<to).contains((minute + ahead + 2_880) % 1_440)
      }
      charge("trainer-hours", outside)
    }
  }

  /// The minutes since midnight of a clock time such as `07:00`.
  private func minutes(_ clock: String) -> Int? {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? 60 * parts[0] + parts[1] : nil
  }

  private mutating func examine(_ room: TimetableDocument.Room) {
    let housed = document.placements.filter { $0.room == room.id }
    for absence in room.closed {
      let count = housed.count { (absence.from...absence.to).contains($0.start.day) }
      charge("room-closed", count, weight: absence.weight)
    }
  }

  private mutating func examineRooms() {
    let programme = document.programme
    for session in programme.sessions {
      guard let placement = placed[session.id],
        let room = programme.rooms.first(where: { $0.id == placement.room })
      else { continue }
      let isRemote = programme.trainers.contains {
        $0.remote && placement.trainers.contains($0.id)
      }
      let needed = Set(session.features).union(isRemote ? ["video-link"] : [])
      charge("features", needed.subtracting(room.features).count)
      let people = programme.groups.filter { session.groups.contains($0.id) }
        .reduce(0) { $0 + $1.size }
      if let seats = room.seats { charge("seats", max(0, people - seats)) }
    }
  }

  private mutating func examineNeeds(of session: Session) {
    guard let placement = placed[session.id] else { return }
    for need in session.needs {
      guard let needed = placed[need] else { continue }
      charge("needs", ended(needed, before: placement) ? 0 : 1)
    }
  }
}
