internal import Curricula
internal import Diagnostics
internal import Foundation
internal import Timetabling

extension Publication {
  /// The timetable as an iCalendar file; `nil` when there is no timetable.
  ///
  /// One event a session, without recurrence. The identity of an event is made of the session, the
  /// edition and the curriculum, never of its time, so that calendar programs move what moved.
  /// Source: RFC 5545, RFC 7986.
  ///
  /// - Parameter edition: What the calendar says of its history; without it, it was stamped at the
  ///   beginning of the programme's first day in UTC, and nothing has changed.
  /// - Returns: The file, its lines ended by CR LF.
  public func iCalendar(_ edition: CalendarEdition? = nil) -> String? {
    guard case .laidOut = outcome else { return nil }
    let edition = edition ?? CalendarEdition(stamp: curriculum.midnightUTC(of: curriculum.starts))
    let first = appointments.first?.begins ?? curriculum.midnightUTC(of: curriculum.starts)
    let zone = CalendarZone(curriculum.zone, from: first)
    var calendar = CalendarText()
    calendar.component("VCALENDAR") { calendar in
      calendar.write("VERSION", value: "2.0")
      calendar.write("PRODID", value: "-//seminar//timetable//EN")
      calendar.write("CALSCALE", value: "GREGORIAN")
      // A method is for calendars with an organizer alone (RFC 5546, section 3.2.1).
      if curriculum.organizer != nil { calendar.write("METHOD", value: "PUBLISH") }
      calendar.write("NAME", text: calendarName)
      calendar.write("X-WR-CALNAME", text: calendarName)
      calendar.write("X-WR-TIMEZONE", value: curriculum.zone.name)
      let description = [curriculum.proposal, "Rules of time zones: \(Zone.rulesVersion)."]
        .compactMap(\.self).joined(separator: "\n\n")
      calendar.write("DESCRIPTION", text: description)
      calendar.write("X-WR-CALDESC", text: description)
      calendar.write("REFRESH-INTERVAL;VALUE=DURATION", value: "PT6H")
      calendar.write("X-PUBLISHED-TTL", value: "PT6H")
      zone.writeRules(at: first, into: &calendar)
      for appointment in appointments {
        write(appointment, zone, edition, into: &calendar, writeOrganizer)
      }
      for cancelled in edition.cancelled {
        write(cancelled, zone, edition, into: &calendar, writeOrganizer)
      }
    }
    return calendar.text
  }

  /// The programme's name for calendars and apps.
  var calendarName: String {
    [audience.name ?? "", curriculum.title, curriculum.edition].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// An event for a session that takes place, with more lines where it is an invitation.
  func write(
    _ appointment: Appointment,
    _ zone: CalendarZone,
    _ edition: CalendarEdition,
    into calendar: inout CalendarText,
    _ more: (inout CalendarText) -> Void = { _ in }
  ) {
    let history = edition.histories[appointment.session.id]
    let status = history?.status ?? (curriculum.proposal == nil ? .confirmed : .tentative)
    calendar.component("VEVENT") { calendar in
      let identity = edition.identities[appointment.session.id] ?? appointment.session.id
      calendar.write("UID", value: uniqueIdentifier(of: identity))
      calendar.write("DTSTAMP", value: CalendarZone.coordinated(edition.stamp))
      calendar.write("SEQUENCE", value: String(history?.changes ?? 0))
      calendar.write(
        "LAST-MODIFIED",
        value: CalendarZone.coordinated(history?.lastChanged ?? edition.stamp)
      )
      zone.write("DTSTART", appointment.begins, into: &calendar)
      zone.write("DTEND", appointment.ends, into: &calendar)
      calendar.write("SUMMARY", text: appointment.session.title)
      let programme = appointment.place ?? curriculum.place
      let place = [appointment.room?.name, programme].compactMap(\.self)
      if !place.isEmpty { calendar.write("LOCATION", text: place.joined(separator: ", ")) }
      calendar.write("DESCRIPTION", text: appointment.note ?? description(of: appointment))
      calendar.write(
        "CATEGORIES",
        texts: [appointment.module.title, appointment.session.kind.name]
      )
      if let link = appointment.room?.webLink { calendar.write("URL", value: link) }
      calendar.write("STATUS", value: status.rawValue)
      more(&calendar)
    }
  }

  /// What a calendar says of a session.
  func description(of appointment: Appointment) -> String {
    let zone = curriculum.zone
    let trainers = appointment.trainers.map { trainer in
      let time = appointment.localTime(of: trainer, away: zone)
      return "  " + trainer.name.legible + (time.map { " (\($0))" } ?? "")
    }
    let groups = appointment.attendance(away: zone).legible
    let lines =
      [
        "Week \(appointment.week): \(appointment.module.title.legible)",
        "\(appointment.session.kind.name), \(appointment.session.minutes) minutes",
        "\(appointment.dateOnClock.full), \(appointment.hours) in \(zone.city) (\(zone.name))",
        trainers.isEmpty ? nil : "Trainers:",
      ].compactMap(\.self) + trainers
      + [
        groups.isEmpty ? nil : "For: \(groups)",
        appointment.room?.link.map { "Join: \($0.legible)" },
        curriculum.proposal.map { "\n\($0)" },
      ].compactMap(\.self)
    return lines.joined(separator: "\n")
  }

  /// A session that was published and does not take place: kept, so that calendars take it away.
  func write(
    _ cancelled: Revision.Entry,
    _ zone: CalendarZone,
    _ edition: CalendarEdition,
    into calendar: inout CalendarText,
    _ more: (inout CalendarText) -> Void = { _ in }
  ) {
    let history = edition.histories[cancelled.session]
    calendar.component("VEVENT") { calendar in
      calendar.write("UID", value: uniqueIdentifier(of: cancelled.identity ?? cancelled.session))
      calendar.write("DTSTAMP", value: CalendarZone.coordinated(edition.stamp))
      calendar.write("SEQUENCE", value: String(history?.changes ?? 0))
      calendar.write(
        "LAST-MODIFIED",
        value: CalendarZone.coordinated(history?.lastChanged ?? edition.stamp)
      )
      zone.write("DTSTART", cancelled.begins, into: &calendar)
      zone.write("DTEND", cancelled.ends, into: &calendar)
      calendar.write("SUMMARY", text: cancelled.title)
      calendar.write("STATUS", value: CalendarEdition.Status.cancelled.rawValue)
      more(&calendar)
    }
  }

  /// `w1s1.2026@crime-justice-security.seminar`, with what is no letter or digit of ASCII in the
  /// edition written as `%` and two digits, and the sign `@` of a member of a series likewise.
  func uniqueIdentifier(of session: String) -> String {
    let edition = curriculum.edition.utf8.map { byte in
      if byte.isPlain { return String(Unicode.Scalar(byte)) }
      return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
    let parts = [session.replacing("@", with: "%40"), edition].filter { !$0.isEmpty }
    return parts.joined(separator: ".") + "@\(curriculum.id).seminar"
  }
}

extension UInt8 {
  /// Whether the octet is a letter or digit of ASCII, or a hyphen.
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension Room {
  /// The link, if it is a web address and nothing else.
  var webLink: String? {
    guard let link, link.wholeMatch(of: /https?:\/\/[!-~]+/.ignoresCase()) != nil else {
      return nil
    }
    return link
  }
}
