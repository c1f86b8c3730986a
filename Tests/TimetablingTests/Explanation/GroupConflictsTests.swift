import Testing

@testable import Timetabling

/// Why programmes of several groups, and beginnings that must be the same, are impossible.
struct GroupConflictsTests {
  private let groups = """
    - {id: g, name: Group, size: 20}
    - {id: h, name: Other group, size: 20}
    - {id: k, name: Third group, size: 20}
    """

  /// Expects that it is soon proved that there is no timetable, for reasons that are minimal.
  ///
  /// - Parameters:
  ///   - facts: The names of the constraints that are blamed, each with how often.
  ///   - openings: How sentences of single repairs begin.
  ///   - curriculum: The curriculum.
  /// - Throws: What is wrong with the curriculum itself.
  private func expect(
    _ facts: [String: Int],
    repairedBy openings: String...,
    in curriculum: Impossible
  ) async throws {
    let problem = try curriculum.problem()
    let limits = Solver.Limits(steps: 1_000_000, moves: 1_000)
    guard case .infeasible(let conflict) = try await Solver(problem).solve(within: limits, seed: 1)
    else {
      Issue.record("there is no timetable")
      return
    }
    #expect(Dictionary(conflict.facts.map { ($0.name, 1) }, uniquingKeysWith: +) == facts)
    #expect(conflict.isMinimal)
    let single = conflict.repairs.filter { $0.changes.count == 1 }.map(\.sentence)
    for opening in openings {
      #expect(single.contains { $0.hasPrefix(opening) }, "'\(opening)', among \(single)")
    }
  }

  @Test func `a room that is closed leaves too few for all groups`() async throws {
    // The small room has two hours on each of three days, for seven hours.
    try await expect(
      ["inside-block": 7, "room-closed": 1],
      repairedBy: "also open the room 'hall' on",
      "declare another room like 'small'",
      "open another block in week",
      in: Impossible(
        groups: groups,
        rooms: """
          - {id: hall, name: Hall, closed: [{from: 2026-03-01, to: 2026-03-20}]}
          - {id: small, name: Small room}
          """,
        sessions: (0..<8).map {
          "- {id: s\($0), title: S, minutes: 60, groups: [\(["g", "h", "k"][$0 % 3])]}"
        }.joined(separator: "\n")
      )
    )
  }

  @Test func `the only room with a feature is open too seldom`() async throws {
    try await expect(
      ["inside-block": 2, "features": 2, "room-closed": 1],
      repairedBy: "also open the room 'lab' on",
      "declare another room like 'lab'",
      in: Impossible(
        groups: groups,
        rooms: """
          - {id: hall, name: Hall}
          - {id: lab, name: Laboratory, features: [tables], closed: [{from: 2026-03-08, to: 2026-03-20}]}
          """,
        sessions: """
          - {id: a, title: A, minutes: 90, groups: [g], features: [tables]}
          - {id: b, title: B, minutes: 90, groups: [h], features: [tables]}
          - {id: c, title: C, minutes: 60, groups: [k]}
          """
      )
    )
  }

  @Test func `the same time each week needs the same weekday`() async throws {
    try await expect(
      ["inside-block": 2, "same-time": 1],
      repairedBy: "remove 'same-time'",
      in: Impossible(
        blocks: """
          - {on: 2026-03-02, from: 10:00, to: 12:00}
          - {on: 2026-03-10, from: 10:00, to: 12:00}
          """,
        groups: groups,
        sessions: """
          - {id: a, title: A, minutes: 90, groups: [g]}
          - {id: b, title: B, minutes: 90, groups: [g]}
          - {id: c, title: C, minutes: 60, groups: [h]}
          """,
        constraints: "- same-time: [a, b]"
      )
    )
  }

  @Test func `one trainer cannot begin two sessions at the same moment`() async throws {
    try await expect(
      ["inside-block": 2, "starts-with": 1],
      repairedBy: "remove 'starts-with'",
      "let somebody else hold 'a'",
      "let somebody else hold 'b'",
      in: Impossible(
        groups: groups,
        trainers: "- {id: ann, name: Ann}",
        sessions: """
          - {id: a, title: A, minutes: 60, groups: [g], trainers: [ann]}
          - {id: b, title: B, minutes: 60, groups: [h], trainers: [ann]}
          - {id: c, title: C, minutes: 60, groups: [k]}
          """,
        constraints: "- starts-with: [a, b]"
      )
    )
  }

  @Test func `two sessions in one room cannot begin at the same moment`() async throws {
    try await expect(
      ["inside-block": 2, "starts-with": 1],
      repairedBy: "remove 'starts-with'",
      "declare another room like 'hall'",
      in: Impossible(
        groups: groups,
        rooms: "- {id: hall, name: Hall}",
        sessions: """
          - {id: a, title: A, minutes: 60, groups: [g]}
          - {id: b, title: B, minutes: 60, groups: [h]}
          """,
        constraints: "- starts-with: [a, b]"
      )
    )
  }

  @Test func `of three sessions that may not follow one another, two are enough`() async throws {
    try await expect(
      ["inside-block": 2, "not-in-a-row": 1],
      repairedBy: "remove 'not-in-a-row'",
      in: Impossible(
        blocks: "- {on: 2026-03-02, from: 10:00, to: 13:00}",
        groups: groups,
        sessions: (0..<3).map {
          "- {id: s\($0), title: S, minutes: 60, kind: workshop, groups: [g]}"
        }.joined(separator: "\n"),
        constraints: "- not-in-a-row: kind workshop"
      )
    )
  }

  @Test func `what no room has is refuted without a search`() throws {
    var bound = BlockBound(
      try Impossible(
        groups: groups,
        rooms: "- {id: hall, name: Hall, seats: 10}",
        sessions: """
          - {id: a, title: A, minutes: 60, groups: [g]}
          - {id: b, title: B, minutes: 60, groups: [h]}
          """
      ).problem()
    )
    guard case .impossible = bound.raise(to: .max, steps: 1_000, shouldStop: { false }) else {
      Issue.record("the hall has too few seats for either group")
      return
    }
  }
}
