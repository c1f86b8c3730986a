internal import Curricula
internal import Foundation

extension Notice {
  /// What the message says, its times on the recipient's clock.
  func body(width: Int = 72) -> String {
    var page = TextPage(width: width)
    page.write(salutation)
    page.skip()
    let edition = curriculum.edition.isEmpty ? "" : " (edition \(curriculum.edition))"
    let changed = "The timetable of “\(curriculum.title)”\(edition) has changed. "
    if isLast {
      page.write("\(changed)\(farewell)")
    } else {
      page.write(
        "\(changed)These are the changes \(scope); everything else stays the same."
      )
    }
    for change in changes {
      page.skip()
      write(change, into: &page)
    }
    if !held.isEmpty {
      page.skip()
      page.write("\(heldSentence) \(held.map(name).joined(separator: "; ")).")
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

  /// What those read who no longer take part.
  private var farewell: String {
    let rest =
      changes.isEmpty
      ? "No session that is still to come is affected."
      : "These sessions are no longer \(recipient.kind == .room ? "here" : "for you"):"
    return switch recipient.kind {
    case .group: "The group is no longer part of the programme. \(rest)"
    case .room: "The room is no longer used for the programme. \(rest)"
    case .trainer: "You are no longer one of its trainers. \(rest)"
    }
  }

  private var heldSentence: String {
    held.count == 1
      ? "1 session has already been held and stays as it was:"
      : "\(held.count) sessions have already been held and stay as they were:"
  }

  /// A session with its day: `First (7 September)`.
  private func name(_ entry: Revision.Entry) -> String {
    let day = entry.wallClock(in: curriculum.zone).date
    return "\(entry.title.legible) (\(day.dayAndMonth))"
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
    if let before = change.before,
      let missed = notHeld.first(where: { $0.session == before.session })
    {
      line("not held", "\(moment(of: before)): \(missed.reason)")
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
      } else if change.kinds.contains(.reclocked) {
        writeClock(from: before, to: after, line)
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

  /// Says that the programme's clock shows the same time as before, and another clock does not.
  private func writeClock(
    from before: Revision.Entry,
    to after: Revision.Entry,
    _ line: (String, String) -> Void
  ) {
    let own = [before, after].map { entry in recipient.clock.flatMap { entry.localTimes?[$0] } }
    guard own != [nil, nil] else {
      line("when", "\(moment(of: after)), as before")
      let hours = [before, after].map { Zone.utc.span(from: $0.begins, to: $0.ends).hours }
      line("in UTC", "\(hours[1]) (before: \(hours[0]))")
      return
    }
    let zone = recipient.kind == .trainer ? curriculum.zone : recipient.zone
    line("before", own[0] ?? "\(before.span(in: zone).hours) in \(zone.city)")
    line("now", moment(of: after))
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
    if kinds.contains(.regrouped) {
      line("for", "\(groups(after.groups)) (before: \(groups(before.groups)))")
    }
    if kinds.contains(.described) {
      let facts = [before, after].map { entry in
        [entry.kind?.replacing("-", with: " "), entry.moduleTitle?.legible].compactMap(\.self)
          .joined(separator: ", ")
      }
      line("described", "\(facts[1]) (before: \(facts[0]))")
    }
    if kinds.contains(.retitled) { line("title", "before: “\(before.title.legible)”") }
  }

  private func names(_ trainers: [String]) -> String {
    let names = trainers.map { id in
      let known = curriculum.trainers.first { $0.id == id }?.name
      return known ?? departures.named.trainers.first { $0.id == id }?.name ?? id
    }
    return names.isEmpty ? "nobody else" : names.joined(separator: "; ")
  }

  private func groups(_ groups: [String]) -> String {
    let names = groups.map { id in
      let known = curriculum.groups.first { $0.id == id }?.name
      return known ?? departures.named.groups.first { $0.id == id }?.name ?? id
    }
    return names.isEmpty ? "nobody" : names.joined(separator: "; ")
  }

  /// `Tuesday 7 April 2026, 16:00–17:00 (10:00–11:00)`: on the recipient's clock and, where that is
  /// another, on the programme's.
  private func moment(of entry: Revision.Entry) -> String {
    let other = entry.span(in: curriculum.zone)
    guard recipient.zone != curriculum.zone else { return "\(other.day.full), \(other.hours)" }
    let own = recipient.zone.span(from: entry.begins, to: entry.ends)
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
