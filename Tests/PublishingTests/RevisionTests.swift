import Curricula
import Foundation
import GoldenFiles
import Publishing
import Testing
import Timetabling

@Suite struct RevisionTests {
  private func time(_ day: Int) -> Date {
    Date(timeIntervalSince1970: 1_770_000_000 + 86_400 * Double(day))
  }

  /// The sample as published, with some sessions left out or changed.
  private func revision(
    _ number: Int,
    without cancelled: Set<String> = [],
    changing change: (Revision.Entry) -> Revision.Entry = { $0 }
  ) throws -> Revision {
    let whole = Revision(try Sample.publication(), number: number, published: time(number))
    return Revision(
      number: number,
      published: time(number),
      entries: whole.entries.filter { !cancelled.contains($0.session) }.map(change)
    )
  }

  @Test func `what is stored reads back equal`() throws {
    let revision = try revision(1)
    let read = Revision(stored: revision.stored, number: 1, published: revision.published)
    #expect(read == revision)
    #expect(Revision(stored: "{}", number: 1, published: time(1)) == nil)
  }

  @Test func `a group for whose own clock the rules changed is told, and no other`() throws {
    func revision(_ number: Int, _ times: [String: String]?) throws -> Revision {
      try self.revision(number) { entry in
        var entry = entry
        entry.localTimes = entry.session == "a1" ? times : nil
        return entry
      }
    }
    let group = "groups/diplomats"
    let old = try revision(1, [group: "14:00–15:00 in Casablanca"])
    let new = try revision(2, [group: "15:00–16:00 in Casablanca"])
    let difference = RevisionDifference(from: old, to: new)
    #expect(difference.changes.map(\.kinds) == [[.reclocked]])
    let zone = try #require(Zone("America/New_York"))
    #expect(
      difference.text(in: zone, width: 200)
        .contains("diplomats: 14:00–15:00 in Casablanca → 15:00–16:00 in Casablanca")
    )
    let curriculum = try Sample.problem(
      Sample.curriculum.replacing(
        "id: diplomats, name: Diplomats",
        with: "id: diplomats, name: Diplomats, zone: Africa/Casablanca"
      )
    ).curriculum
    let notices = Notice.all(of: difference, in: curriculum, revision: 2)
    #expect(notices.map(\.recipient.path) == ["groups/diplomats"])
    #expect(notices.first?.text().contains("14:00–15:00 in Casablanca") == true)
    // Revisions of before did not record it.
    #expect(try RevisionDifference(from: revision(1, nil), to: new).changes.isEmpty)
  }

  @Test func `a revision without a change changes no sequence`() throws {
    let edition = try #require(CalendarEdition([try revision(1), try revision(2)]))
    #expect(edition.histories.values.allSatisfy { $0.changes == 0 && $0.lastChanged == time(1) })
    #expect(edition.stamp == time(2))
    #expect(edition.cancelled.isEmpty)
  }

  @Test func `another time raises the sequence of that session alone`() throws {
    let moved = try revision(2) { $0.session == "b1" ? $0.moved(by: 3_600) : $0 }
    let edition = try #require(CalendarEdition([try revision(1), moved, try revision(3)]))
    #expect(edition.histories["b1"]?.changes == 2)
    #expect(edition.histories["b1"]?.lastChanged == time(3))
    #expect(edition.histories["a1"]?.changes == 0)
  }

  @Test func `other trainers are news in a calendar, in another order they are not`() throws {
    let restaffed = try revision(2) { $0.session == "b1" ? $0.held(by: ["tokyo"]) : $0 }
    let reordered = try revision(2) { $0.held(by: $0.trainers.reversed()) }
    let edition = try #require(CalendarEdition([try revision(1), restaffed]))
    #expect(edition.histories["b1"]?.changes == 1)
    let same = try #require(CalendarEdition([try revision(1), reordered]))
    #expect(same.histories.values.allSatisfy { $0.changes == 0 })
  }

  @Test func `the first form, the list of the placements alone, is still read`() throws {
    let first = """
      [{"begins":1774360800,"block":"2026-03-24T10:00","ends":1774364400,"groups":["g"],\
      "session":"s1","start":600,"title":"One","trainers":["t"],"week":1}]
      """
    let revision = try #require(Revision(stored: first, number: 1, published: time(1)))
    #expect(revision.entries.map(\.session) == ["s1"])
    #expect(revision.particulars.people == nil)
    #expect(revision.says(theSameAs: revision))
  }

  @Test func `a cancelled session stays in the calendar as cancelled, and may come back`() throws {
    let revisions = [try revision(1), try revision(2, without: ["b1"])]
    let edition = try #require(CalendarEdition(revisions))
    #expect(edition.cancelled.map(\.session) == ["b1"])
    #expect(edition.histories["b1"]?.changes == 1)
    let calendar = try #require(try Sample.publication().iCalendar(edition))
    #expect(calendar.contains("STATUS:CANCELLED"))
    let again = try #require(CalendarEdition(revisions + [try revision(3)]))
    #expect(again.cancelled.isEmpty)
    #expect(again.histories["b1"]?.changes == 2)
    #expect(again.histories["b1"]?.status == nil)
  }

  @Test func `a difference says what happened to each session, in words and as JSON`() throws {
    let old = try revision(1, without: ["a3"])
    let new = try revision(2, without: ["a2"]) { entry in
      switch entry.session {
      case "b1": entry.moved(by: 86_400)
      case "b2": entry.held(by: ["liaison"])
      default: entry
      }
    }
    let difference = RevisionDifference(from: old, to: new)
    #expect(difference.changes.map(\.session) == ["a2", "a3", "b2", "b1"])
    #expect(difference.changes.map(\.kinds) == [[.cancelled], [.new], [.restaffed], [.moved]])
    let zone = try #require(Zone("America/New_York"))
    expectGolden(difference.text(in: zone), "difference.txt")
    expectGolden(difference.json(from: 1, to: 2, in: zone), "difference.json")
    #expect(RevisionDifference(from: old, to: old).text(in: zone) == "There are no differences.\n")
  }

  @Test func `a published folder has a page and a calendar for each whom it concerns`() throws {
    let files = try Sample.publication().files([try revision(1)])
    #expect(files.first?.path == "index.html")
    let paths = files.map(\.path)
    #expect(Set(paths).count == paths.count)
    for path in [
      "programme.svg", "weeks.html", "groups/diplomats.ics", "groups/diplomats.weeks.html",
      "rooms/studio.html", "trainers/tokyo.ics",
    ] {
      #expect(paths.contains(path))
    }
    #expect(!paths.contains("trainers/tokyo.weeks.html"))
    let own = try #require(files.first { $0.path == "trainers/tokyo.ics" }).text
    #expect(own.components(separatedBy: "BEGIN:VEVENT").count == 3)
  }

  @Test func `whoever lost the last session still gets the calendar that says so`() throws {
    let lost = try revision(1) {
      $0.session == "a1" ? $0.renamed("gone").held(by: ["liaison"]) : $0
    }
    let publication = try Sample.publication()
    let files = publication.files([lost, try revision(2)])
    let own = try #require(files.first { $0.path == "trainers/liaison.ics" }).text
    #expect(own.contains("UID:gone.2026@"))
    #expect(own.contains("STATUS:CANCELLED"))
  }

  @Test func `the weeks at a glance are drawn to scale`() throws {
    expectGolden(try Sample.publication().svg(), "timetable.svg")
  }
}

extension Revision.Entry {
  fileprivate func moved(by seconds: TimeInterval) -> Self {
    let minutes = (CivilDate(block.prefix(10))?.dayNumber ?? 0) * 1440 + start + Int(seconds / 60)
    return changed(
      block: CivilDate(dayNumber: minutes / 1440).description + block.dropFirst(10),
      start: minutes % 1440,
      begins: begins + seconds,
      ends: ends + seconds
    )
  }

  fileprivate func held(by trainers: [String]) -> Self {
    changed(trainers: trainers)
  }

  fileprivate func renamed(_ session: String) -> Self {
    changed(session: session)
  }

  /// The entry as it is stored, with some values replaced.
  private func changed(
    session: String? = nil,
    block: String? = nil,
    start: Int? = nil,
    begins: Date? = nil,
    ends: Date? = nil,
    trainers: [String]? = nil
  ) -> Self {
    Revision.Entry(
      session: session ?? self.session,
      title: title,
      block: block ?? self.block,
      start: start ?? self.start,
      begins: begins ?? self.begins,
      ends: ends ?? self.ends,
      week: week,
      room: room,
      roomName: roomName,
      link: link,
      trainers: trainers ?? self.trainers,
      groups: groups
    )
  }
}
