import Curricula
import Diagnostics
import Foundation
import Testing

@testable import Publishing
@testable import Timetabling

@Suite struct PublicationTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `the penalties add up to the cost`() throws {
    let document = try object(try Sample.publication().json())
    let penalties = try #require(document["penalties"] as? [[String: Any]])
    let cost = try #require(document["cost"] as? [String: Int])
    #expect(penalties.compactMap { $0["penalty"] as? Int }.reduce(0, +) == cost["soft"])
    #expect(cost["hard"] == 0)
    for penalty in penalties {
      let weight = try #require(penalty["weight"] as? Int)
      let excess = try #require(penalty["excess"] as? Int)
      #expect(penalty["penalty"] as? Int == weight * excess)
    }
  }

  @Test func `a cost equal to its bound is optimal, and only that`() throws {
    #expect(try object(try Sample.publication().json())["status"] as? String == "feasible")
    let optimal = try Sample.publication(isOptimal: true)
    #expect(try object(optimal.json())["status"] as? String == "optimal")
    #expect(optimal.text().contains("Optimal: cost 15, proved"))
  }

  @Test func `what must hold and does not is never called optimal`() throws {
    let problem = try Sample.problem()
    let timetable = Timetable(
      of: problem,
      [try problem.place("a2", "2026-03-24T10:00", "10:00", in: "hall", by: "vienna", "tokyo")]
    )
    let solution = Solution(timetable: timetable, cost: 0, bound: 0)
    let publication = Publication(.laidOut(solution), of: problem, seed: 1)
    #expect(try object(publication.json())["status"] as? String == "feasible")
    #expect(publication.text().contains("Not valid: hard constraints are broken in 5 places"))
  }

  @Test func `an absence of which nothing is known is not called survived`() throws {
    let publication = try Sample.publication()
    func ending(_ effects: [Robustness.Effect]) throws -> String {
      let date = try #require(CivilDate(year: 2026, month: 3, day: 24))
      let entries = effects.map { Robustness(trainer: 0, date: date, sessions: [0], effect: $0) }
      return publication.text(of: RobustnessReport(absences: entries, advice: .none))
    }
    let open = try ending([.open, .open])
    #expect(
      open.contains("\n\nIt is not known whether the programme survives 2 of these 2 absences.")
    )
    #expect(!open.contains("survives each"))
    let both = try ending([.fails, .open])
    #expect(both.contains("The programme does not survive 1 of these 2 absences."))
    #expect(both.contains("It is not known whether the programme survives 1 of these 2 absences."))
  }

  @Test func `every placement says the same in JSON as on the wall`() throws {
    let document = try object(try Sample.publication().json())
    let placements = try #require(document["placements"] as? [[String: Any]])
    #expect(placements.count == 6)
    #expect(placements[1]["start"] as? String == "2026-03-24T11:15:00-04:00")
    #expect(placements[1]["end"] as? String == "2026-03-24T12:05:00-04:00")
    #expect(placements[1]["block"] as? String == "2026-03-24T10:00")
    #expect(placements[2]["groups"] as? [String] == ["advisors"])
  }

  @Test func `control characters in a text leave JSON valid`() throws {
    var curriculum = try Sample.problem().curriculum
    curriculum.title = "a\u{0}\u{1F}\"\\\r\n\t\u{2028}\u{7F}b"
    let publication = try Sample.publication(of: try Problem(curriculum))
    #expect(try object(publication.json())["title"] as? String == curriculum.title)
  }

  @Test func `a trainer whose day is another sees the day`() throws {
    let text = try Sample.publication().text()
    #expect(text.contains("UNAFEI, Tokyo (00:15–01:05 on Wednesday 25 March in Tokyo)"))
  }

  @Test func `when the clock changes within the programme both offsets are named`() throws {
    let text = Sample.curriculum.replacing("zone: America/New_York", with: "zone: Europe/Vienna")
    let publication = Publication(
      .infeasible(.unexplained),
      of: try Sample.problem(text),
      seed: 1
    )
    #expect(publication.text(width: 200).contains("UTC+01:00, UTC+02:00 from 31 March"))
  }

  @Test(arguments: [0, 40, 57, 80, 200])
  func `no line of text is wider than the page`(width: Int) throws {
    for line in try Sample.publication().text(width: width).split(separator: "\n") {
      let isPlace = line.contains("curricula/")
      #expect(isPlace || line.displayWidth <= max(40, width))
    }
  }

  @Test func `without a repair the text says so`() throws {
    #expect(try Sample.conflict(repairs: 0).text(width: 200).contains("No change was found"))
    #expect(try Sample.conflict(repairs: 1).text().contains("This change makes"))
  }

  @Test func `direction overrides and escapes reach neither text nor page`() throws {
    var curriculum = try Sample.problem().curriculum
    curriculum.sessions[0].title = "safe\u{202E}txt\u{1B}]0;x\u{7}"
    let publication = try Sample.publication(of: try Problem(curriculum))
    for shown in [publication.text(), publication.html()] {
      #expect(shown.contains("safetxt]0;x"))
    }
  }
}
