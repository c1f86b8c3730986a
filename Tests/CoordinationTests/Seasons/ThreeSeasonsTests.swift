import Curricula
import Diagnostics
import Foundation
import Testing
import Timetabling

/// Three programmes through twelve changes each.
@Suite struct ThreeSeasonsTests {
  private let limits = Solver.Limits(
    steps: 3_000_000,
    boundSteps: 100_000,
    moves: 200_000,
    chains: 2
  )
  /// What is done for a programme beyond the exact method; more finds better weeks, not other faults.
  private let few = Solver.Limits(steps: 200_000, boundSteps: 20_000, moves: 20_000, chains: 2)

  private func curriculum(_ text: String) throws -> Curriculum {
    try Curriculum.parse(SourceText(file: "season.yaml", text: text)).curriculum
  }

  @Test func `a programme of ten weeks gets through a season`() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Tests/Benchmarks/ten-weeks.yaml")
    let season = try await SeasonRun(
      curriculum(String(contentsOf: file, encoding: .utf8)),
      within: limits
    )
    let cast = SeasonCast(
      ill: "unodc",
      leaves: ("iom", "unhcr"),
      room: "conference-room",
      dropped: "w8s2",
      added: ("w8s4", "w8s3", 40, "un-women"),
      longer: ("w8s3", 65),
      holiday: ("2026-05-19", "2026-05-20"),
      swap: ("w7s3", "w8s3"),
      divided: "participants",
      clock: ("2026-05-10", -14400, -18000, "EST5")
    )
    try await cast.run(season, days: 2)
  }

  @Test func `a police academy of over a hundred sessions gets through a season`() async throws {
    let season = try await SeasonRun(curriculum(SampleProgrammes.academy), within: few)
    #expect(season.curriculum.sessions.count > 100)
    let cast = SeasonCast(
      ill: "t2",
      leaves: ("t1", "t4"),
      room: "room-2",
      dropped: "m11s3",
      added: ("extra", "m11s4", 45, "t3"),
      longer: ("m11s5", 90),
      holiday: ("2027-03-10", nil),
      swap: ("m12s1", "m12s2"),
      divided: "a",
      clock: ("2027-03-15", 3600, 7200, "<+02>-2")
    )
    try await cast.run(season, days: 3)
  }

  @Test func `the first weeks of three departments get through a season`() async throws {
    let season = try await SeasonRun(curriculum(SampleProgrammes.firstWeeks), within: few)
    let cast = SeasonCast(
      ill: "ana",
      leaves: ("ben", "dan"),
      room: "loft",
      dropped: "s21",
      added: ("extra", "s22", 30, "cleo"),
      longer: ("s23", 75),
      holiday: ("2027-10-15", nil),
      swap: ("s19", "s20"),
      divided: "law",
      clock: ("2027-10-11", 7200, 10800, "<+03>-3")
    )
    try await cast.run(season, days: 2)
  }
}

/// Programmes made for tests.
private enum SampleProgrammes {
  /// Twelve weeks of two groups, which are taught together and apart.
  static var academy: String {
    let modules = (1...13).map { module in
      let sessions = (1...8).map { session in
        let groups = ["", ", groups: [a]", ", groups: [b]", ""][session % 4]
        let number = module + session
        let trainers =
          session % 4 == 0
          ? "one-of: [t\(number % 6), t\((number + 1) % 6)]" : "trainers: [t\(number % 6)]"
        return "      - {id: m\(module)s\(session), title: Lesson \(session) of module \(module), "
          + "minutes: 60, \(trainers)\(groups)}\n"
      }
      return "  - id: m\(module)\n    title: Module \(module)\n    sessions:\n" + sessions.joined()
    }
    let trainers = (0..<6).map { number in
      let zone = number == 5 ? ", zone: America/Bogota, remote: true" : ""
      return "  - {id: t\(number), name: Trainer \(number), email: t\(number)@example.org\(zone)}\n"
    }
    let windows = (1...13).map { module in
      let first = min(module, 11)
      return "  - {window: {of: module m\(module), weeks: [\(first), \(first + 1)]}}\n"
    }
    return """
      curriculum: academy
      title: A police academy
      edition: "2027"
      zone: Europe/Berlin
      starts: 2027-01-04
      weeks: 12
      grid: 15
      organizer: {name: Office, email: office@example.org}
      blocks:
        - {every: Monday, from: 09:00, to: 12:30}
        - {every: Tuesday, from: 09:00, to: 12:30}
        - {every: Wednesday, from: 09:00, to: 12:30}
        - {every: Thursday, from: 13:00, to: 16:30}
      groups:
        - {id: a, name: Class A, size: 20, email: a@example.org}
        - {id: b, name: Class B, size: 20, email: b@example.org}
      rooms:
        - {id: hall, name: Hall, seats: 60, features: [video-link]}
        - {id: room-1, name: Room 1, seats: 60, features: [video-link]}
        - {id: room-2, name: Room 2, seats: 60, features: [video-link], email: house@example.org}
      trainers:
      \(trainers.joined())modules:
      \(modules.joined())constraints:
      \(windows.joined())
      """
  }

  /// Five weeks in which three departments learn the house, together and apart.
  static var firstWeeks: String {
    let people = ["ana", "ben", "cleo", "dan"]
    let sessions = (1...24).map { number in
      let groups = ["", ", groups: [it]", ", groups: [law]", ", groups: [field, law]"][number % 4]
      return "      - {id: s\(number), title: Part \(number), minutes: 60, "
        + "trainers: [\(people[number % 4])]\(groups)\([21, 22].contains(number) ? ", tags: [late]" : "")}\n"
    }
    // The session that is dropped is not named by a rule of its own.
    let windows = (1...24).filter { ![21, 22].contains($0) }.map { number in
      let first = min((number + 5) / 6, 4)
      return "  - {window: {of: s\(number), weeks: [\(first), \(first + 1)]}}\n"
    }
    return """
      curriculum: first-weeks
      title: The first weeks
      edition: "2027"
      zone: Africa/Johannesburg
      starts: 2027-09-20
      weeks: 5
      organizer: {name: Office, email: office@example.org}
      blocks:
        - {every: Monday, from: 09:00, to: 12:00}
        - {every: Wednesday, from: 09:00, to: 12:00}
        - {every: Friday, from: 09:00, to: 12:00}
      groups:
        - {id: it, name: Computing, size: 4}
        - {id: law, name: Law, size: 6}
        - {id: field, name: Field work, size: 9}
      rooms:
        - {id: hall, name: Hall, seats: 30}
        - {id: loft, name: Loft, seats: 30}
      trainers:
        - {id: ana, name: Ana, email: ana@example.org, zone: Asia/Tokyo}
        - {id: ben, name: Ben, email: ben@example.org}
        - {id: cleo, name: Cleo}
        - {id: dan, name: Dan, email: dan@example.org}
      modules:
        - id: house
          title: The house
          sessions:
      \(sessions.joined())constraints:
      \(windows.joined())  - {window: {of: tag late, weeks: [4, 5]}}
      """
  }
}
