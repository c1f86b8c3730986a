import Curricula
import Diagnostics
import Foundation
import Publishing
import Testing
import Timetabling

/// A small programme in New York with trainers in Vienna and Tokyo, across the European change of
/// clocks of 29 March 2026, and texts that try to be more than text.
enum Sample {
  static let curriculum = """
    curriculum: sample-programme
    title: "Sample programme: law & <order>"
    edition: "2026"
    proposal: A proposal for tests, not official. Nobody named here has agreed to anything.
    place: Headquarters, New York
    zone: America/New_York
    starts: 2026-03-24
    weeks: 3
    grid: 5
    blocks:
      - {every: Tuesday, from: 10:00, to: 13:00}
    groups:
      - {id: advisors, name: Police advisors, size: 20}
      - {id: diplomats, name: Diplomats, size: 15}
    rooms:
      - {id: hall, name: Hall, seats: 60, link: "https://example.org/join?room=1&lang=en"}
      - {id: studio, name: "Studio; upstairs, left", seats: 40, link: "javascript:alert(1)"}
    trainers:
      - {id: vienna, name: "UNODC, Vienna", zone: Europe/Vienna, alternates: [liaison]}
      - {id: liaison, name: "UNODC liaison office, New York"}
      - {id: tokyo, name: "UNAFEI, Tokyo", zone: Asia/Tokyo}
      - {id: formula, name: "=HYPERLINK(\\"http://example.org\\",\\"x\\")"}
    themes:
      - {id: T1, title: Law}
    calendar:
      - avoid: 2026-03-31
        name: a competing meeting
        themes: [T1]
        weight: 2
        reason: announced
    modules:
      - id: foundations
        title: Foundations
        sessions:
          - {id: a1, title: "Opening, and what follows", kind: ceremony, minutes: 60, trainers: [vienna]}
          - {id: a2, title: "مقدمة في سيادة القانون", minutes: 50, trainers: [tokyo, vienna], needs: [a1]}
          - {id: a3, title: "For advisors alone", kind: workshop, minutes: 45, groups: [advisors], trainers: [formula]}
      - id: hostile
        title: "Hostile <script>alert('M')</script>"
        sessions:
          - {id: b1, title: "<script>alert(\\"1\\")</script> & co", kind: case-study, minutes: 60, themes: [T1], trainers: [vienna]}
          - {id: b2, title: "联合国预防犯罪和刑事司法方案培训课程介绍与国际法律框架以及各国警务顾问的责任", minutes: 50, themes: [T1], trainers: [tokyo]}
          - {id: b3, title: "\(long)", kind: panel, minutes: 45, trainers: [liaison]}
    constraints:
      - stand-in: all sessions
        weight: 2
        reason: the experts themselves, where possible
      - load: {of: each group, per: week, most: 2 sessions}
        weight: 3
    """

  /// A title of 300 characters without a space for a long stretch.
  static let long =
    "Long" + String(repeating: "word", count: 40) + " "
    + String(repeating: "and so on ", count: 13) + "ending"

  static func problem(_ text: String = curriculum) throws -> Problem {
    let source = SourceText(file: "curricula/sample-programme.yaml", text: text)
    return try Problem(Curriculum.parse(source).curriculum)
  }

  /// The sample laid out by hand, with a bound below its cost unless it is said otherwise.
  static func publication(
    of problem: Problem? = nil,
    isOptimal: Bool = false,
    advisorsAloneAt hour: String = "12:10"
  ) throws -> Publication {
    let problem = try problem ?? self.problem()
    let first = "2026-03-24T10:00"
    let second = "2026-03-31T10:00"
    let timetable = Timetable(
      of: problem,
      [
        try problem.place("a1", first, "10:00", in: "hall", by: "vienna"),
        try problem.place("a2", first, "11:15", in: "hall", by: "vienna", "tokyo"),
        try problem.place("a3", first, hour, in: "studio", by: "formula"),
        try problem.place("b1", second, "10:00", in: "hall", by: "liaison"),
        try problem.place("b2", second, "11:00", in: "studio", by: "tokyo"),
        try problem.place("b3", second, "12:00", in: "hall", by: "liaison"),
      ]
    )
    let cost = problem.cost(of: timetable)
    try #require(cost.hard == 0)
    let solution = Solution(
      timetable: timetable,
      cost: cost.soft,
      bound: isOptimal ? cost.soft : cost.soft - 4
    )
    return Publication(.laidOut(solution), of: problem, seed: 7)
  }

  /// The sample with reasons why it could not be laid out.
  static func conflict(repairs: Int = 2) throws -> Publication {
    let problem = try problem()
    let avoid = problem.constraints.map(\.origin).filter { $0.reason != nil }
    let needs = try #require(problem.constraints.first { $0.origin.name == "needs" })
    let facts = [needs.origin] + avoid.prefix(2)
    let changes = [
      Conflict.Change(needs.origin, "let 'a2' be held without 'a1' before it"),
      Conflict.Change(try #require(avoid.last), "let alternates come"),
    ]
    let conflict = Conflict(
      facts: facts,
      lines: facts.map { Conflict.Line($0.sentence, of: [$0]) },
      isMinimal: true,
      repairs: Array(
        [Conflict.Repair([changes[0]], cost: 3), Conflict.Repair([changes[1]], cost: 9)]
          .prefix(repairs)
      )
    )
    return Publication(.infeasible(conflict), of: problem, seed: 7)
  }
}

extension Problem {
  /// A placement by names; fails where a name is not known.
  func place(
    _ session: String,
    _ block: String,
    _ start: String,
    in room: String,
    by trainers: String...
  ) throws -> Placement {
    let housing: Int = try #require(curriculum.rooms.firstIndex { $0.id == room })
    return Placement(
      session: try #require(curriculum.sessions.firstIndex { $0.id == session }),
      block: try #require(blocks.firstIndex { $0.id == block }),
      start: try #require(TimeOfDay(start)).minutes,
      room: housing,
      trainers: try trainers.map { name in
        try #require(curriculum.trainers.firstIndex { $0.id == name })
      }.sorted()
    )
  }
}

/// The text without the version of the zone rules, which comes with the toolchain.
func anyRules(_ text: String) -> String {
  text.replacing(Zone.rulesVersion, with: "RULES")
}
