internal import Curricula
internal import Foundation

extension Notice {
  /// What the message says, its times on the recipient's clock.
  func body(width: Int = 72) -> String {
    var page = TextPage(width: width)
    page.write(salutation)
    page.skip()
    let edition = curriculum.edition.isEmpty ? "" : " (edition \(curriculum.edition))"
    page.write(
      "the timetable of “\(curriculum.title)”\(edition) has changed. These are the changes "
        + "\(scope); everything else stays the same."
    )
    for change in changes {
      page.skip()
      write(change, into: &page)
    }
    page.skip()
    page.write(zoneSentence)
    page.write("This is revision \(revision) of the timetable.")
    if let organizer = curriculum.organizer {
      page.skip()
      page.write(organizer.name)
    }
    if let proposal = curriculum.proposal {
      page.skip()
      page.write(proposal)
    }
    return page.text
  }

  private var salutation: String {
    switch recipient.kind {
    case .group, .trainer: "Dear \(recipient.name),"
    case .room: "To the person in charge of the room “\(recipient.name.legible)”:"
    }
  }

  private var scope: String {
    switch recipient.kind {
    case .group: "for the group"
    case .room: "in the room"
    case .trainer: "for you"
    }
  }

  private var zoneSentence: String {
    let zone = recipient.zone
    let own = "Times are \(zone.city) time (\(zone.name))"
    return zone == curriculum.zone
      ? own + "." : own + "; in brackets \(curriculum.zone.city) time (\(curriculum.zone.name))."
  }

  private func write(_ change: Change, into page: inout TextPage) {
    page.write((change.after ?? change.before)?.title ?? "", indent: 2)
    func line(_ mark: String, _ text: String) {
      page.write(text, mark: "    \(mark):", indent: 23)
    }
    switch (change.before, change.after) {
    case (let before?, nil):
      line(change.kinds == [.cancelled] ? "cancelled" : lost, moment(of: before))
    case (nil, let after?):
      line(change.kinds == [.new] ? "new" : gained, moment(of: after))
      writePlace(of: after, line)
    case (let before?, let after?):
      if change.kinds.contains(.moved) {
        line("before", moment(of: before))
        line("now", moment(of: after))
      } else {
        line("when", moment(of: after) + ", as before")
      }
      writeOther(from: before, to: after, change.kinds, line)
    case (nil, nil): break
    }
  }

  /// The words for a session that is held all the same, but by others, elsewhere, or for others.
  private var lost: String {
    switch recipient.kind {
    case .group: "no longer for you"
    case .room: "no longer here"
    case .trainer: "no longer yours"
    }
  }

  private var gained: String {
    switch recipient.kind {
    case .group: "now for you"
    case .room: "now here"
    case .trainer: "now yours"
    }
  }

  private func writePlace(of entry: Revision.Entry, _ line: (String, String) -> Void) {
    if recipient.kind != .room, let room = entry.roomName { line("room", room) }
    if recipient.kind != .room, let link = entry.link { line("join", link) }
    let others = entry.trainers.filter { recipient.kind != .trainer || $0 != recipient.id }
    if !others.isEmpty { line(recipient.kind == .trainer ? "with" : "trainers", names(others)) }
  }

  private func writeOther(
    from before: Revision.Entry,
    to after: Revision.Entry,
    _ kinds: [RevisionDifference.Change.Kind],
    _ line: (String, String) -> Void
  ) {
    if kinds.contains(.relocated) {
      if before.roomName != after.roomName {
        line("room", "\(after.roomName ?? "none") (before: \(before.roomName ?? "none"))")
      }
      if before.link != after.link { line("join", after.link ?? "no longer a link") }
    }
    if kinds.contains(.restaffed), recipient.kind != .room {
      let before = before.trainers.filter { recipient.kind != .trainer || $0 != recipient.id }
      let after = after.trainers.filter { recipient.kind != .trainer || $0 != recipient.id }
      line(
        recipient.kind == .trainer ? "with" : "trainers",
        "\(names(after)) (before: \(names(before)))"
      )
    }
    if kinds.contains(.retitled) { line("title", "before: “\(before.title.legible)”") }
  }

  private func names(_ trainers: [String]) -> String {
    let names = trainers.map { id in
      curriculum.trainers.first { $0.id == id }?.name ?? id
    }
    return names.isEmpty ? "nobody else" : names.joined(separator: "; ")
  }

  /// `Tuesday 7 April 2026, 16:00–17:00 (10:00–11:00)`: on the recipient's clock and, where that is
  /// another, on the programme's.
  private func moment(of entry: Revision.Entry) -> String {
    let own = recipient.zone.span(from: entry.begins, to: entry.ends)
    guard recipient.zone != curriculum.zone else { return "\(own.day.full), \(own.hours)" }
    let other = curriculum.zone.span(from: entry.begins, to: entry.ends)
    let day = own.day == other.day ? "" : "\(other.day.weekday.name) \(other.day.dayAndMonth), "
    return "\(own.day.full), \(own.hours) (\(day)\(other.hours))"
  }
}

extension Zone {
  /// The day on which something begins, and its hours: `16:00–17:00`.
  func span(from begins: Date, to ends: Date) -> (day: CivilDate, hours: String) {
    let (day, start) = wallClock(at: begins)
    let (_, end) = wallClock(at: ends)
    return (day, "\(clock(start))–\(clock(end))")
  }
}
