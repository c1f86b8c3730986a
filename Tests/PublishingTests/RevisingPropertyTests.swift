import Curricula
import Foundation
import Publishing
import Testing
import Timetabling

@testable import seminar_benchmark

/// Publish, revise, publish, over programmes made by chance: what calendars then say of each session.
@Suite struct RevisingPropertyTests {
  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `identities stay, a sequence moves only with what people see, and the cancelled stay`(
    seed: UInt64
  ) async throws {
    var lots = DrawingLots(seed: seed)
    var story = try await Story(GeneratedProgramme(sessions: 8, seed: seed).problem())
    for _ in 0..<20 where story.revisions.count < 5 {
      try await story.revise(&lots)
      try story.checkLast()
    }
    #expect(story.revisions.count > 1)
  }
}

/// What was published of a programme that changes again and again.
private struct Story {
  var problem: Problem
  var revisions: [Revision]
  var calendars: [[String: Event]] = []
  var todays: [CivilDate] = []

  /// What a calendar program knows of a session.
  struct Event: Hashable {
    var seen: [String]
    var sequence: Int
    var modified: String
    var isCancelled: Bool
    var begins: Date
  }

  init(_ problem: Problem) async throws {
    self.problem = problem
    let outcome = try await Solver(problem).solve(seed: 1)
    guard case .laidOut = outcome else { throw Absent() }
    let publication = Publication(outcome, of: problem, seed: 1)
    revisions = [Revision(publication, number: 1, published: Self.time(1))]
    try keep(publication, today: problem.days[0].date)
  }

  struct Absent: Error {}

  private static func time(_ number: Int) -> Date {
    Date(timeIntervalSince1970: 1_780_000_000 + 86_400 * Double(number))
  }

  private mutating func keep(_ publication: Publication, today: CivilDate) throws {
    let edition = try #require(CalendarEdition(revisions, status: .confirmed))
    let reader = try CalendarReader(try #require(publication.iCalendar(edition)))
    var events: [String: Event] = [:]
    for event in reader.events {
      let uid = try #require(event["UID"]?.value)
      try #require(events[uid] == nil, "\(uid) stands there twice")
      let names = ["DTSTART", "DTEND", "SUMMARY", "LOCATION", "STATUS", "URL", "DESCRIPTION"]
      let isCancelled = event["STATUS"]?.value == "CANCELLED"
      events[uid] = Event(
        // A cancelled session is told without its place.
        seen: names.filter { !isCancelled || $0 == "STATUS" }.map { event[$0]?.value ?? "" },
        sequence: try #require(event["SEQUENCE"].flatMap { Int($0.value) }),
        modified: try #require(event["LAST-MODIFIED"]?.value),
        isCancelled: isCancelled,
        begins: try reader.instant(event["DTSTART"])
      )
    }
    calendars.append(events)
    todays.append(today)
  }

  /// Changes the curriculum by chance and publishes what disturbs least.
  mutating func revise(_ lots: inout DrawingLots) async throws {
    let zone = problem.curriculum.zone
    let last = revisions[revisions.count - 1]
    let today = max(todays[todays.count - 1], lots.one(of: problem.days.map(\.date)))
    let open = last.entries.filter { zone.wallClock(at: $0.begins).date >= today }
    guard !open.isEmpty else { return }
    let entry = lots.one(of: open)
    var curriculum = problem.curriculum
    switch lots.below(3) {
    case 0:
      let day = zone.wallClock(at: entry.begins).date
      curriculum = curriculum.without(entry.trainers, on: day)
    case 1:
      curriculum.sessions.removeAll { $0.id == entry.session }
      for index in curriculum.sessions.indices {
        curriculum.sessions[index].needs.removeAll { $0.session == entry.session }
      }
      for index in curriculum.modules.indices {
        curriculum.modules[index].sessions.removeAll { $0 == entry.session }
      }
      curriculum.modules.removeAll(where: \.sessions.isEmpty)
    default:
      for index in curriculum.sessions.indices where curriculum.sessions[index].id == entry.session
      {
        curriculum.sessions[index].title += ", again"
      }
    }
    let chronicle = Chronicle(revisions, of: curriculum, today: today)
    guard let written = try? Problem(curriculum),
      let changed = try? chronicle.problem(of: written),
      case .revised(let revised) = try await Solver(changed).revise(
        from: chronicle.placements,
        today: today,
        within: Solver.Limits(moves: 20_000),
        seed: 1
      )
    else { return }
    problem = written
    let revision = RevisedPublication(
      revised,
      of: changed,
      after: chronicle,
      particulars: chronicle.particulars(of: curriculum),
      published: Self.time(last.number + 1),
      requests: [],
      seed: 1
    )
    for entry in chronicle.held { #expect(revision.new.entries.contains(entry)) }
    revisions.append(revision.new)
    try keep(revision.publication, today: today)
  }

  /// Holds the last calendar against the one before.
  func checkLast() throws {
    guard calendars.count > 1 else { return }
    let (old, new) = (calendars[calendars.count - 2], calendars[calendars.count - 1])
    for (uid, before) in old {
      let after = try #require(new[uid], "\(uid) is gone")
      let isSame = before.seen == after.seen
      #expect(after.sequence == before.sequence + (isSame ? 0 : 1), "\(uid)")
      #expect((after.modified == before.modified) == isSame, "\(uid)")
      #expect(!before.isCancelled || after.isCancelled, "\(uid)")
      let zone = problem.curriculum.zone
      if zone.wallClock(at: before.begins).date < todays[todays.count - 1] {
        #expect(after.begins == before.begins && after.isCancelled == before.isCancelled, "\(uid)")
      }
    }
  }
}
