import Curricula
import Diagnostics
import Foundation
import Publishing
import Testing
import Timetabling

/// Sessions in several rooms at once, as they are published.
@Suite struct JoinedRoomsTests {
  private static let curriculum = """
    curriculum: exams
    title: Examinations
    zone: America/New_York
    starts: 2026-03-23
    weeks: 1
    blocks:
      - {every: Monday, from: 09:00, to: 12:00}
    groups:
      - {id: all, name: Everybody, size: 80}
    rooms:
      - {id: hall, name: Hall, seats: 60}
      - {id: annex, name: Annex, seats: 30}
    modules:
      - id: end
        title: The end
        sessions:
          - {id: exam, title: Examination, minutes: 90, rooms-at-once: all}
    """

  private func publication() async throws -> Publication {
    let source = SourceText(file: "exams.yaml", text: Self.curriculum)
    let problem = try Problem(Curriculum.parse(source).curriculum)
    return Publication(try await Solver(problem).solve(seed: 1), of: problem, seed: 1)
  }

  private func isValid(_ text: String, _ publication: Publication) throws -> Bool {
    guard case .laidOut(let solution) = publication.outcome else { throw Findings() }
    let written = try WrittenTimetable.parse(
      SourceText(file: "plan", text: text),
      for: solution.timetable.problem.curriculum
    )
    return CheckedTimetable(written, of: solution.timetable.problem, best: solution).isValid
  }

  @Test func `all rooms are named, and each has its page and calendar`() async throws {
    let publication = try await publication()
    #expect(publication.text().contains("Annex and Hall"))
    #expect(try #require(publication.csv()).contains(",annex+hall,Annex and Hall,"))
    #expect(publication.json().contains("\"version\": 2"))
    let revision = Revision(publication, number: 1, published: Date(timeIntervalSince1970: 0))
    #expect(revision.entries.map(\.rooms) == [["annex", "hall"]])
    let files = publication.files([revision])
    for room in ["hall", "annex"] {
      let calendar = try #require(files.first { $0.path == "rooms/\(room).ics" })
      #expect(calendar.text.contains("SUMMARY:Examination"))
      #expect(calendar.text.contains("LOCATION:Annex and Hall"))
    }
    #expect(!files.contains { $0.path.contains("annex+hall") })
  }

  @Test func `a plan is read with the rooms one by one, and as version 1`() async throws {
    let publication = try await publication()
    let table = try #require(publication.csv())
    #expect(try isValid(table, publication))
    #expect(try isValid(table.replacing(",annex+hall,", with: ",hall; annex,"), publication))
    #expect(try isValid(publication.json(), publication))
    let former = publication.json().replacing("\"version\": 2", with: "\"version\": 1")
      .replacing(/\n      "rooms": \[[^\]]*\],/, with: "")
    #expect(!former.contains("\n      \"rooms\""))
    #expect(try isValid(former, publication))
  }

  @Test func `a plan that names a room that is not there is not valid`() async throws {
    let publication = try await publication()
    let table = try #require(publication.csv())
    let plan = table.replacing(",annex+hall,", with: ",hall; annex; attic,")
    #expect(try !isValid(plan, publication))
  }

  @Test func `a room that gets another name keeps its name among several`() async throws {
    let revision = Revision(
      try await publication(),
      number: 1,
      published: Date(timeIntervalSince1970: 0)
    )
    let renamed = [revision].inNames(of: Renamings(rooms: ["annex": ["west-wing"]]))
    #expect(renamed[0].entries.map(\.room) == ["hall+west-wing"])
    #expect(renamed[0].entries.map(\.rooms) == [["west-wing", "hall"]])
  }

  @Test func `what was held in several rooms stays there when the session now takes one`()
    async throws
  {
    let revision = Revision(
      try await publication(),
      number: 1,
      published: Date(timeIntervalSince1970: 0)
    )
    let now = SourceText(
      file: "exams.yaml",
      text: Self.curriculum.replacing(", rooms-at-once: all", with: ", rooms: [hall]")
        .replacing("  - {id: annex, name: Annex, seats: 30}\n", with: "")
        .replacing("size: 80", with: "size: 50")
    )
    let problem = try Problem(Curriculum.parse(now).curriculum)
    let chronicle = Chronicle(
      [revision],
      of: problem.curriculum,
      today: try #require(CivilDate("2026-03-24"))
    )
    let past = try chronicle.problem(of: problem)
    let room = try #require(past.curriculum.rooms.first { $0.id == "annex+hall" })
    #expect(room.parts == ["annex", "hall"])
    #expect(past.curriculum.rooms.map(\.id) == ["hall", "annex", "annex+hall"])
    #expect(past.sessions.map { $0.rooms.map { past.curriculum.rooms[$0].id } } == [["annex+hall"]])
  }

  @Test func `a revision that was kept before there were several rooms is still read`() throws {
    let kept = """
      {"session": "exam", "title": "Examination", "block": "2026-03-23T09:00", "start": 540,
       "begins": 0, "ends": 5400, "week": 1, "room": "hall", "roomName": "Hall",
       "trainers": [], "groups": ["all"]}
      """
    let entry = try JSONDecoder().decode(Revision.Entry.self, from: Data(kept.utf8))
    #expect(entry.room == "hall")
    #expect(entry.rooms == nil)
  }
}
