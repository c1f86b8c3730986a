import Foundation
import PublishedCalendars
import Testing

/// A programme of two groups through a season: whatever changes, the past stays, calendars stay
/// consistent, and everybody concerned gets one message.
@Suite struct SeasonTests {
  @Test func `twelve changes move nothing in the past and tell everybody once`() throws {
    let season = try Season()
    try season.publish(on: "2027-01-01")

    let day = try #require(season.day(of: "s3"))
    try season.revise("2027-01-05", "the trainer is ill", ["--away", "tess=\(day)"])
    #expect(season.hasChanges)

    try season.edit("      - {id: s5, title: Fifth, minutes: 60, trainers: [mira]}\n", "")
    try season.edit("  - {window: {of: s5, weeks: [2, 3]}}\n", "")
    try season.edit("  - {id: mira, name: Mira Moss, email: mira@example.org}\n", "")
    try season.edit("trainers: [mira]", "trainers: [otto]")
    try season.revise("2027-01-08", "a trainer leaves, and a session is dropped")
    #expect(season.lastMessage(to: "trainers/mira")?.contains("Dear Mira Moss") == true)
    #expect(season.lastMessage(to: "trainers/mira")?.contains("mira@example.org") == true)
    #expect(season.events("trainers/mira").allSatisfy { $0.isCancelled || $0.begins < "20270108" })
    #expect(try season.text("trainers/mira.html").contains("No longer part of this programme"))
    let invitation = try season.text("invitations/mira/s5.ics")
    #expect(invitation.contains("METHOD:CANCEL") && !invitation.contains("SEQUENCE:0"))

    try season.edit("  - {id: studio, name: Studio, seats: 30, email: studio@example.org}\n", "")
    try season.edit("rooms: [studio], ", "")
    try season.revise("2027-01-12", "the room is lost")
    #expect(season.hasChanges)
    #expect(season.events("rooms/studio").allSatisfy { $0.isCancelled || $0.begins < "20270112" })

    try season.edit(
      "      - {id: s8,",
      "      - {id: s9, title: Ninth, minutes: 45, trainers: [otto]}\n      - {id: s8,"
    )
    try season.edit("constraints:\n", "constraints:\n  - {window: {of: s9, weeks: [3, 4, 5]}}\n")
    try season.revise("2027-01-13", "a session is added")
    #expect(season.lastMessage(to: "groups/a")?.contains("Ninth") == true)

    try season.edit(
      "      - {id: s7, title: Seventh, minutes: 60, groups: [b], trainers: [tess]}\n",
      ""
    )
    try season.edit("  - {window: {of: s7, weeks: [3, 4]}}\n", "")
    try season.revise("2027-01-14", "a session is dropped")
    #expect(season.lastMessage(to: "groups/b")?.contains("Seventh") == true)
    #expect(season.lastMessage(to: "groups/a") == nil)

    try season.edit("title: Eighth, minutes: 60", "title: Eighth, minutes: 90")
    try season.revise("2027-01-15", "a session is longer")
    #expect(season.hasChanges)

    try season.edit("modules:", "calendar:\n  - {closed: 2027-01-25, name: Holiday}\nmodules:")
    try season.revise("2027-01-18", "a holiday is found")

    try season.edit(
      "title: Sixth, minutes: 60, trainers: [otto]",
      "title: Sixth, minutes: 60, trainers: [tess]"
    )
    try season.edit(
      "title: Eighth, minutes: 90, trainers: [tess]",
      "title: Eighth, minutes: 90, trainers: [otto]"
    )
    try season.revise("2027-01-19", "two trainers swap")
    #expect(season.lastMessage(to: "trainers/tess") != nil)
    #expect(season.lastMessage(to: "trainers/otto") != nil)

    try season.edit(
      "  - {id: b, name: Beta, size: 8, email: b@example.org}\n",
      "  - {id: b1, name: Beta one, size: 4, email: b1@example.org, formerly: b}\n"
        + "  - {id: b2, name: Beta two, size: 4, email: b2@example.org, formerly: b}\n"
    )
    try season.edit("groups: [b]", "groups: [b1, b2]")
    try season.revise("2027-01-20", "a group is divided", messages: false)
    #expect(!season.events("groups/b").isEmpty)
    let cancelled = season.events("groups/b1").filter(\.isCancelled).map(\.session)
    #expect(cancelled.sorted() == ["s5", "s7"])

    try season.edit("{id: a, name: Alpha,", "{id: alpha, name: Alpha team, formerly: a,")
    try season.edit("groups: [a]", "groups: [alpha]")
    try season.revise("2027-01-21", "a group has another name", messages: false)
    try season.edit(", formerly: a,", ",")
    try season.edit(", formerly: b}", "}")
    try season.revise("2027-01-21", "and needs to say so only once", messages: false)
    #expect(!season.hasChanges)

    season.formerNames = ["groups/a", "groups/b"]
    try season.planByHand("2027-01-21", moving: "s8", to: ("2027-02-26", "09:00"))
    let moved = season.events("programme").first { $0.session == "s8" }
    #expect(moved?.begins == "20270226T090000")

    try season.revise(
      "2027-02-27",
      "a session did not take place",
      ["--not-held", "s8", "--why", "the building was closed"]
    )
    let message = season.lastMessage(to: "trainers/otto")?.split(whereSeparator: \.isWhitespace)
    #expect(message?.joined(separator: " ").contains("the building was closed") == true)
    #expect(season.number > 10)
  }
}

/// A workspace that changes, and what was last published from it.
private final class Season {
  private let bench: Workbench
  private var calendars: [String: PublishedCalendar] = [:]
  private var messages: [Message] = []
  /// The calendars under names that others have taken over, to whom the messages go.
  var formerNames: Set<String> = []
  private let budget = ["--moves", "30000"]
  private(set) var number = 1
  private(set) var hasChanges = false

  struct Shown: Decodable {
    let to: Int
    let changes: [Change]
    let messages: [Message]
  }

  struct Change: Decodable {
    let session: String
  }

  struct Message: Decodable {
    let kind: String
    let id: String
    let email: String?
    let sessions: [String]
    let text: String

    var path: String { "\(kind)s/\(id)" }
  }

  init() throws {
    bench = try Workbench()
    try bench.write(Self.curriculum, to: "curricula/season.yaml")
  }

  private static let curriculum = """
    curriculum: season
    title: A season
    edition: "2027"
    zone: Europe/Berlin
    starts: 2027-01-04
    weeks: 9
    organizer: {name: Office, email: office@example.org}
    blocks:
      - {every: Monday, from: 09:00, to: 12:00}
      - {every: Friday, from: 09:00, to: 12:00}
    groups:
      - {id: a, name: Alpha, size: 10, email: a@example.org}
      - {id: b, name: Beta, size: 8, email: b@example.org}
    rooms:
      - {id: hall, name: Hall, seats: 30, email: hall@example.org}
      - {id: studio, name: Studio, seats: 30, email: studio@example.org}
    trainers:
      - {id: tess, name: Tess Tall, email: tess@example.org}
      - {id: otto, name: Otto Oak, email: otto@example.org}
      - {id: mira, name: Mira Moss, email: mira@example.org}
    modules:
      - id: m
        title: Everything
        sessions:
          - {id: s1, title: First, minutes: 60, trainers: [tess]}
          - {id: s2, title: Second, minutes: 60, groups: [a], trainers: [mira]}
          - {id: s3, title: Third, minutes: 60, groups: [b], trainers: [tess]}
          - {id: s4, title: Fourth, minutes: 60, trainers: [otto]}
          - {id: s5, title: Fifth, minutes: 60, trainers: [mira]}
          - {id: s6, title: Sixth, minutes: 60, rooms: [studio], trainers: [otto]}
          - {id: s7, title: Seventh, minutes: 60, groups: [b], trainers: [tess]}
          - {id: s8, title: Eighth, minutes: 60, trainers: [tess]}
    constraints:
      - {pin: {session: s1, at: "2027-01-04T09:00"}}
      - {window: {of: s2, weeks: 1}}
      - {window: {of: s3, weeks: 2}}
      - {window: {of: s4, weeks: [2, 3]}}
      - {window: {of: s5, weeks: [2, 3]}}
      - {window: {of: s6, weeks: [4, 5]}}
      - {window: {of: s7, weeks: [3, 4]}}
      - {window: {of: s8, from: 2027-01-29}}
    """

  func edit(_ old: String, _ new: String) throws {
    try bench.edit("curricula/season.yaml", old, new)
  }

  func text(_ path: String) throws -> String { try bench.text(of: "published/season/\(path)") }

  func events(_ calendar: String) -> [PublishedCalendar.Event] {
    calendars[calendar].map { Array($0.events.values) } ?? []
  }

  /// The day of a session in the last published calendar.
  func day(of session: String) -> String? {
    let begins = events("programme").first { $0.session == session }?.begins
    return begins.map {
      "\($0.prefix(4))-\($0.dropFirst(4).prefix(2))-\($0.dropFirst(6).prefix(2))"
    }
  }

  func lastMessage(to path: String) -> String? {
    messages.first { $0.path == path }.map { ($0.email ?? "") + "\n" + $0.text }
  }

  func publish(on today: String) throws {
    let ended = try bench.command(
      ["publish", "--today", today, "--invitations"] + budget
    ).run()
    #expect(ended.status == 0, "\(ended.transcript)")
    calendars = try read()
  }

  func revise(
    _ today: String,
    _ what: Comment,
    _ arguments: [String] = [],
    messages isTold: Bool = true
  ) throws {
    let command =
      ["revise", "--today", today, "--accept", "--format", "json"] + budget + arguments
    let ended = try bench.command(command).run()
    try #require(ended.status == 0, "\(what): \(ended.transcript)")
    let shown = try JSONDecoder().decode(Shown.self, from: Data(ended.output.utf8))
    try take(shown, today, what, isTold)
  }

  func planByHand(_ today: String, moving session: String, to time: (String, String)) throws {
    let rows = try text("programme.csv").components(separatedBy: "\r\n").map { row in
      guard row.contains(",\(session),") else { return row }
      var cells = row.components(separatedBy: ",")
      (cells[1], cells[2]) = time
      return cells.joined(separator: ",")
    }
    try bench.write(rows.joined(separator: "\r\n"), to: "plan.csv")
    try revise(today, "a plan is made by hand", ["--from", "plan.csv"])
  }

  private func take(_ shown: Shown, _ today: String, _ what: Comment, _ isTold: Bool) throws {
    let (before, after) = (calendars, try read())
    hasChanges = !shown.changes.isEmpty
    messages = shown.messages
    number = shown.to
    calendars = after
    #expect(Set(messages.map(\.path)).count == messages.count, what)
    #expect(isTold || messages.isEmpty, what)
    let day = today.replacing("-", with: "")
    for (path, old) in before {
      let new = try #require(after[path], "\(what): \(path) is gone")
      for (uid, event) in old.events {
        let now = try #require(new.events[uid], "\(what): \(path) lost \(uid)")
        let isSame = event.seen == now.seen
        #expect(isSame == (now.sequence == event.sequence), "\(what): \(path) \(uid)")
        #expect(now.sequence >= event.sequence, "\(what): \(path) \(uid)")
        if event.begins < day, !(shown.changes.contains { $0.session == event.session }) {
          #expect(isSame, "\(what): the past of \(path) \(uid)")
        }
      }
      let kind = path.prefix { $0 != "/" }
      guard isTold, !formerNames.contains(path), ["trainers", "groups"].contains(kind) else {
        continue
      }
      let changed = new.events.filter { uid, event in event.told != old.events[uid]?.told }
      let told = messages.first { $0.path == path }?.sessions ?? []
      #expect(Set(changed.values.map(\.session)) == Set(told), "\(what): \(path)")
    }
  }

  /// Every calendar of the published folder by its path.
  private func read() throws -> [String: PublishedCalendar] {
    let names = try bench.contents().keys.filter {
      $0.hasPrefix("published/season/") && $0.hasSuffix(".ics") && !$0.contains("/invitations/")
    }
    return Dictionary(
      uniqueKeysWithValues: try names.map { name in
        let path = name.dropFirst("published/season/".count).dropLast(".ics".count)
        return (String(path), PublishedCalendar(try bench.text(of: name)))
      }
    )
  }
}
