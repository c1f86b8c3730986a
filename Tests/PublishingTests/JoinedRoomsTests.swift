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
    #expect(publication.text().contains("Hall and Annex"))
    #expect(try #require(publication.csv()).contains(",hall+annex,Hall and Annex,"))
    #expect(publication.json().contains("\"version\": 2"))
    let revision = Revision(publication, number: 1, published: Date(timeIntervalSince1970: 0))
    #expect(revision.entries.map(\.rooms) == [["hall", "annex"]])
    let files = publication.files([revision])
    for room in ["hall", "annex"] {
      let calendar = try #require(files.first { $0.path == "rooms/\(room).ics" })
      #expect(calendar.text.contains("SUMMARY:Examination"))
      #expect(calendar.text.contains("LOCATION:Hall and Annex"))
    }
    #expect(!files.contains { $0.path.contains("hall+annex") })
  }

  @Test func `a plan is read with the rooms one by one, and as version 1`() async throws {
    let publication = try await publication()
    let table = try #require(publication.csv())
    #expect(try isValid(table, publication))
    #expect(try isValid(table.replacing(",hall+annex,", with: ",annex; hall,"), publication))
    #expect(try isValid(publication.json(), publication))
    let former = publication.json().replacing("\"version\": 2", with: "\"version\": 1")
      .replacing(/\n      "rooms": \[[^\]]*\],/, with: "")
    #expect(!former.contains("\n      \"rooms\""))
    #expect(try isValid(former, publication))
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
