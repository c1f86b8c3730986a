import Curricula
import Foundation
import GoldenFiles
import Publishing
import Testing
import Timetabling

@Suite struct InvitationTests {
  private func time(_ day: Int) -> Date {
    Date(timeIntervalSince1970: 1_770_000_000 + 86_400 * Double(day))
  }

  private func problem() throws -> Problem {
    try Sample.problem(
      Sample.curriculum.replacing(
        "zone: America/New_York",
        with: "organizer: {name: Office, email: office@example.org}\nzone: America/New_York"
      ).replacing("id: tokyo,", with: "id: tokyo, email: tokyo@example.org,")
        .replacing("id: vienna,", with: "id: vienna, email: vienna@example.org,")
    )
  }

  @Test func `each session of a trainer with an address is an invitation of its own`() throws {
    let publication = try Sample.publication(of: try problem())
    let files = publication.invitations([Revision(publication, number: 1, published: time(1))])
    #expect(
      files.map(\.path) == [
        "invitations/vienna/a1.ics", "invitations/vienna/a2.ics", "invitations/tokyo/a2.ics",
        "invitations/tokyo/b2.ics",
      ]
    )
    for file in files {
      let calendar = try CalendarReader(file.text)
      #expect(calendar.calendar["METHOD"]?.value == "REQUEST")
      #expect(calendar.events.count == 1)
      #expect(calendar.events.first?["ORGANIZER"]?.value == "mailto:office@example.org")
      #expect(calendar.zones.count == 1)
    }
    expectGolden(try #require(files.last).text, "invitation.ics")
    #expect(publication.uninvited.count == 2)
  }

  @Test func `a calendar to read names the organizer and nobody who is to answer`() throws {
    let publication = try Sample.publication(of: try problem())
    let events = try CalendarReader(try #require(publication.iCalendar())).events
    #expect(events.allSatisfy { $0["ORGANIZER"]?.value == "mailto:office@example.org" })
    #expect(events.allSatisfy { $0["ATTENDEE"] == nil })
  }

  @Test func `whoever no longer holds a session is sent a cancellation, others nothing new`() throws
  {
    let publication = try Sample.publication(of: try problem())
    let first = Revision(publication, number: 1, published: time(1))
    let changed = Revision(
      number: 2,
      published: time(2),
      entries: first.entries.filter { $0.session != "b2" }
    )
    let cancelled = publication.invitations([first, changed, first.renumbered(3, time(3))])
    let again = try #require(cancelled.first { $0.path == "invitations/tokyo/b2.ics" })
    #expect(again.text.contains("METHOD:REQUEST"))
    #expect(again.text.contains("SEQUENCE:2"))
    let before = publication.invitations([first])
    let same = try #require(cancelled.first { $0.path == "invitations/tokyo/a2.ics" })
    #expect(before.contains(same))
  }

  @Test func `a cancellation names the session, the trainer and a later sequence`() throws {
    let publication = try Sample.publication(of: try problem())
    let now = Revision(publication, number: 2, published: time(2))
    let entries = now.entries.map { $0.session == "a3" ? $0.held(by: ["tokyo"]) : $0 }
    let before = Revision(number: 1, published: time(1), entries: entries)
    let files = publication.invitations([before, now])
    let file = try #require(files.first { $0.path == "invitations/tokyo/a3.ics" })
    expectGolden(file.text, "cancellation.ics")
  }

  @Test func `without an organizer nobody is invited`() throws {
    let publication = try Sample.publication()
    let revision = Revision(publication, number: 1, published: time(1))
    #expect(publication.invitations([revision]).isEmpty)
  }
}

extension Revision {
  fileprivate func renumbered(_ number: Int, _ published: Date) -> Revision {
    Revision(number: number, published: published, entries: entries)
  }
}

extension Revision.Entry {
  fileprivate func held(by trainers: [String]) -> Self {
    Revision.Entry(
      session: session,
      title: title,
      block: block,
      start: start,
      begins: begins,
      ends: ends,
      week: week,
      room: room,
      roomName: roomName,
      link: link,
      trainers: trainers,
      groups: groups
    )
  }
}
