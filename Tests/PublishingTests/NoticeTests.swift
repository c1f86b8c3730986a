import Curricula
import Foundation
import GoldenFiles
import Publishing
import Testing
import Timetabling

@Suite struct NoticeTests {
  private let noon = Date(timeIntervalSince1970: 1_774_353_600)

  /// The sample as published and as it is after a change: a1 by the liaison, a2 a week later, a3
  /// dropped, b3 in another room.
  private func notices(_ change: (String) -> String = { $0 }) throws -> [Notice] {
    let old = Revision(try Sample.publication(), number: 1, published: noon)
    let problem = try Sample.problem(change(Sample.curriculum))
    let week = "2026-04-07T10:00"
    let timetable = Timetable(
      of: problem,
      [
        try problem.place("a1", "2026-03-24T10:00", "10:00", in: "hall", by: "liaison"),
        try problem.place("a2", week, "11:15", in: "hall", by: "vienna", "tokyo"),
        try problem.place("b1", "2026-03-31T10:00", "10:00", in: "hall", by: "liaison"),
        try problem.place("b2", "2026-03-31T10:00", "11:00", in: "studio", by: "tokyo"),
        try problem.place("b3", "2026-03-31T10:00", "12:00", in: "studio", by: "liaison"),
      ]
    )
    let solution = Solution(timetable: timetable, cost: 0, bound: 0)
    let publication = Publication(.laidOut(solution), of: problem, seed: 1)
    let new = Revision(publication, number: 2, published: noon)
    return Notice.all(
      of: RevisionDifference(from: old, to: new),
      in: problem.curriculum,
      revision: 2
    )
  }

  @Test func `each is told only what changed for them, on their own clock`() throws {
    let notices = try notices()
    #expect(
      notices.map(\.recipient.path) == [
        "groups/advisors", "groups/diplomats", "rooms/hall", "rooms/studio", "trainers/vienna",
        "trainers/liaison", "trainers/tokyo", "trainers/formula",
      ]
    )
    expectGolden(
      notices.map { $0.text() }.joined(separator: "\n────\n\n"),
      "notices.txt"
    )
  }

  @Test func `a group in another zone is told its own time`() throws {
    let notices = try notices {
      $0.replacing(
        "id: diplomats, name: Diplomats",
        with: "id: diplomats, name: Diplomats, zone: Asia/Tokyo"
      )
    }
    let diplomats = try #require(notices.first { $0.recipient.id == "diplomats" }).text()
    #expect(diplomats.contains("Wednesday 8 April 2026, 00:15–01:05 (Tuesday"))
    #expect(
      diplomats.contains("Times are Tokyo time (Asia/Tokyo); in brackets New York time")
    )
    let advisors = try #require(notices.first { $0.recipient.id == "advisors" }).text()
    #expect(advisors.contains("Times are New York time (America/New_York).\n"))
  }

  @Test func `a draft has the headers and the body of a message`() throws {
    let notices = try notices {
      $0.replacing(
        "zone: America/New_York",
        with: "organizer: {name: \"Büro \\\"Nord\\\"\", email: office@example.org}\n"
          + "zone: America/New_York"
      )
      .replacing("id: tokyo,", with: "id: tokyo, email: tokyo@example.org,")
    }
    let tokyo = try #require(notices.first { $0.recipient.id == "tokyo" })
    expectGolden(tokyo.mail(sent: noon), "notice.eml")
  }

  @Test func `no text can add a header, and no line is longer than mail allows`() throws {
    let notices = try notices {
      $0.replacing(
        "name: \"UNODC, Vienna\"",
        with: "name: \"联合国毒品和犯罪问题办公室 \(String(repeating: "维也纳", count: 40))\""
      )
      .replacing("title: \"Sample programme: law & <order>\"", with: "title: \"\(Sample.long)\"")
    }
    for notice in notices {
      let mail = notice.mail(sent: noon)
      #expect(mail.utf8.allSatisfy { $0 < 128 })
      let lines = mail.components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") && !$0.contains("\r") })
      let headers = lines.prefix { !$0.isEmpty }.filter { !$0.hasPrefix(" ") }
      #expect(
        headers.map { $0.prefix { $0 != ":" } } == [
          "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
          "Content-Transfer-Encoding", "X-Unsent",
        ]
      )
    }
  }
}
