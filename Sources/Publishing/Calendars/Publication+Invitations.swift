internal import Curricula
internal import Foundation
internal import Timetabling

extension Publication {
  /// An invitation for each session of each trainer with an address, and a cancellation for each that a
  /// trainer was invited to and no longer holds.
  ///
  /// A file has one event, as RFC 5546, sections 3.2.2 and 3.2.5, wants it. A trainer's SEQUENCE for a
  /// session counts the revisions in which it changed while they held it, or in which they came or went;
  /// a file stays the same until that happens.
  ///
  /// - Parameter revisions: All that was published of the curriculum, this timetable last.
  /// - Returns: The files, below `invitations`; none without an organizer or a timetable.
  public func invitations(_ revisions: [Revision]) -> [File] {
    guard case .laidOut = outcome, curriculum.organizer != nil else { return [] }
    let first = appointments.first?.begins ?? curriculum.midnightUTC(of: curriculum.starts)
    let zone = CalendarZone(curriculum.zone, from: first)
    let gone = departures(revisions).compactMap { departure -> Trainer? in
      if case .trainer(let trainer) = departure.audience { trainer } else { nil }
    }
    let others = gone.filter { one in !curriculum.trainers.contains { $0.id == one.id } }
    let former = revisions.successors(\.trainers)
    return (curriculum.trainers + others).flatMap { trainer -> [File] in
      guard let email = trainer.email else { return [] }
      guard let edition = Self.edition(of: [.trainer(trainer)], revisions, status) else {
        return []
      }
      // The files keep the first name of a trainer and of a session, so that they replace one another.
      let name = former.first { $0.present == [trainer.id] }?.former ?? trainer.id
      let people: (inout CalendarText) -> Void = { calendar in
        writeOrganizer(into: &calendar)
        calendar.write(
          "ATTENDEE;CN=\(Self.quoted(trainer.name));ROLE=REQ-PARTICIPANT;"
            + "PARTSTAT=NEEDS-ACTION;RSVP=TRUE",
          value: "mailto:\(email)"
        )
      }
      func file(
        _ session: String,
        _ identity: String?,
        _ method: String,
        _ event: (CalendarEdition, inout CalendarText) -> Void
      ) -> File {
        var single = edition
        single.stamp = edition.histories[session]?.lastChanged ?? edition.stamp
        var calendar = CalendarText()
        calendar.component("VCALENDAR") { calendar in
          calendar.write("VERSION", value: "2.0")
          calendar.write("PRODID", value: "-//seminar//timetable//EN")
          calendar.write("CALSCALE", value: "GREGORIAN")
          calendar.write("METHOD", value: method)
          zone.writeRules(at: first, into: &calendar)
          event(single, &calendar)
        }
        return File(path: "invitations/\(name)/\(identity ?? session).ics", text: calendar.text)
      }
      let requests = appointments.filter { $0.trainers.contains(trainer) }.map { appointment in
        let id = appointment.session.id
        return file(id, edition.identities[id], "REQUEST") { edition, calendar in
          write(appointment, zone, edition, into: &calendar, people)
        }
      }
      let cancellations = edition.cancelled.map { entry in
        file(entry.session, entry.identity, "CANCEL") { edition, calendar in
          write(entry, zone, edition, into: &calendar, people)
        }
      }
      return requests + cancellations
    }
  }

  /// The names of the trainers with a session who cannot be invited, since they have no address.
  public var uninvited: [String] {
    curriculum.trainers.filter { trainer in
      trainer.email == nil && appointments.contains { $0.trainers.contains(trainer) }
    }.map(\.name)
  }

  /// Writes who asks people to come, where the curriculum says it.
  ///
  /// RFC 5546, section 3.2.1, wants it also where nobody is asked to answer.
  func writeOrganizer(into calendar: inout CalendarText) {
    guard let organizer = curriculum.organizer else { return }
    calendar.write(
      "ORGANIZER;CN=\(Self.quoted(organizer.name))",
      value: "mailto:\(organizer.email)"
    )
  }

  /// A name as the value of a parameter, which has no way to write a quotation mark.
  private static func quoted(_ name: String) -> String {
    "\"\(name.legible.replacing("\"", with: "'"))\""
  }
}
