import Curricula
import Diagnostics
import Testing

@testable import Timetabling
@testable import seminar_benchmark

@Suite struct CompetitionTests {
  static let text = """
    Name: Mini
    Courses: 2
    Rooms: 2
    Days: 2
    Periods_per_day: 3
    Curricula: 1
    Constraints: 1

    COURSES:
    c1 t1 2 2 10
    c2 t2 1 1 30

    ROOMS:
    rA 20
    rB 40

    CURRICULA:
    q1 2 c1 c2

    UNAVAILABILITY_CONSTRAINTS:
    c2 0 2

    END.

    """

  private func instance(_ text: String = Self.text) throws -> CompetitionInstance {
    try CompetitionInstance(reading: SourceText(file: "mini.ctt", text: text))
  }

  @Test func `an instance is read`() throws {
    let instance = try instance()
    #expect(instance.lectureCount == 3)
    #expect(instance.curricula[0].courses == [0, 1])
    #expect(instance.unavailabilities == [.init(course: 1, day: 0, period: 2)])
  }

  /// Changes to the instance, each with what is found.
  static let mistakes: [(old: String, new: String, found: [String])] = [
    (
      "c2 0 2", "c9 0 2",
      ["mini.ctt:21:1: error: there is no course 'c9'\n  help: did you mean 'c1'?"]
    ),
    (
      "c2 0 2", "c2 2 3",
      [
        "mini.ctt:21:4: error: found '2', expected a number from 0 to 1\n  help: correct the number"
      ]
    ),
    (
      "c2 t2 1 1 30", "c2 t2 1 1",
      [
        "mini.ctt:11:1: error: the line has 4 words, expected a course: name, teacher, lectures, "
          + "least days, students\n  help: complete the line",
        "mini.ctt:18:9: error: there is no course 'c2'\n  help: did you mean 'c1'?",
        "mini.ctt:21:1: error: there is no course 'c2'\n  help: did you mean 'c1'?",
      ]
    ),
    (
      "rB 40", "rA forty",
      [
        "mini.ctt:15:1: error: 'rA' is there twice\n  help: remove one of the lines"
      ]
    ),
    (
      "Rooms: 2", "Rooms: 3",
      [
        "mini.ctt:3:8: error: 'Rooms:' says 3, but the file has 2\n"
          + "  help: check that the file is complete"
      ]
    ),
    (
      "Days: 2", "Day: 2",
      [
        "mini.ctt: error: the file has no 'Days:'\n  help: add a line 'Days: …' before the courses",
        "mini.ctt:4:1: error: unknown key 'Day:'\n  help: did you mean 'Days:'?",
      ]
    ),
    (
      "END.", "",
      [
        "mini.ctt:24: error: found the end of the file, expected 'END.'\n"
          + "  help: check that the file is complete"
      ]
    ),
    (
      "q1 2 c1 c2", "q1 3 c1 c2",
      [
        "mini.ctt:18:1: error: the line has 4 words, expected a curriculum: name, number of courses, "
          + "the 3 courses\n  help: complete the line"
      ]
    ),
  ]

  @Test(arguments: mistakes.indices)
  func `a mistake in an instance is placed`(index: Int) throws {
    let mistake = Self.mistakes[index]
    let text = Self.text.replacing(mistake.old, with: mistake.new)
    let findings = try #require(throws: Findings.self) { try instance(text) }
    #expect(findings.sorted.map(\.description) == mistake.found)
  }

  @Test func `a lecture counts in each curriculum in which it stands alone`() throws {
    let text = Self.text.replacing("Curricula: 1", with: "Curricula: 2")
      .replacing("q1 2 c1 c2", with: "q1 2 c1 c2\nq2 2 c1 c2")
    let solution = CompetitionSolution(lectures: [
      .init(course: 0, room: 0, day: 0, period: 0),
      .init(course: 0, room: 0, day: 1, period: 0),
      .init(course: 1, room: 1, day: 1, period: 1),
    ])
    #expect(CompetitionCost(of: solution, for: try instance(text)).curriculumCompactness == 2)
  }

  @Test func `the end of a day and the beginning of the next are not next to each other`() throws {
    let solution = CompetitionSolution(lectures: [
      .init(course: 0, room: 0, day: 0, period: 2),
      .init(course: 0, room: 0, day: 1, period: 0),
      .init(course: 1, room: 1, day: 1, period: 2),
    ])
    #expect(CompetitionCost(of: solution, for: try instance()).curriculumCompactness == 3)
  }

  @Test func `two lectures in conflict count once, whatever they share`() throws {
    let text = Self.text.replacing("c2 t2", with: "c2 t1")
    let solution = CompetitionSolution(lectures: [
      .init(course: 0, room: 0, day: 0, period: 0),
      .init(course: 0, room: 0, day: 1, period: 0),
      .init(course: 1, room: 1, day: 0, period: 0),
    ])
    #expect(CompetitionCost(of: solution, for: try instance(text)).violations == 1)
  }

  @Test func `three lectures in a room count twice, two of one course in a period once`() throws {
    let solution = CompetitionSolution(lectures: [
      .init(course: 0, room: 0, day: 0, period: 0),
      .init(course: 0, room: 0, day: 0, period: 0),
      .init(course: 1, room: 0, day: 0, period: 0),
    ])
    let cost = CompetitionCost(of: solution, for: try instance())
    #expect(cost.roomOccupation == 2)
    #expect(cost.lectures == 1)
  }

  @Test func `a solution is written as the competition wants it`() throws {
    let solution = CompetitionSolution(lectures: [
      .init(course: 0, room: 0, day: 0, period: 2), .init(course: 1, room: 1, day: 1, period: 0),
    ])
    #expect(solution.text(for: try instance()) == "c1 rA 0 2\nc2 rB 1 0\n")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `what a search finds costs what the competition says`(seed: UInt64) async throws {
    let instance = try instance(RandomInstance(seed: seed).text)
    let problem = try Problem(try #require(instance.curriculum()))
    for moves in [0, 100, 5_000] {
      let found = await Search(problem).run(within: .moves(moves), seed: seed)
      let cost = CompetitionCost(of: instance.solution(found.timetable), for: instance)
      #expect(found.cost.soft == cost.penalty)
      #expect((found.cost.hard == 0) == (cost.violations == 0))
    }
  }

  @Test func `a solution costs what the rules of the competition say`() throws {
    let solution = CompetitionSolution(lectures: [
      .init(course: 0, room: 0, day: 0, period: 0),
      .init(course: 0, room: 1, day: 0, period: 1),
      .init(course: 1, room: 0, day: 1, period: 0),
    ])
    let cost = CompetitionCost(of: solution, for: try instance())
    #expect(cost.violations == 0)
    #expect(cost.roomCapacity == 10)
    #expect(cost.minimumWorkingDays == 1)
    #expect(cost.curriculumCompactness == 1)
    #expect(cost.roomStability == 1)
    #expect(cost.penalty == 10 + 5 + 2 + 1)
  }

  @Test func `breaches of what must hold are counted`() throws {
    let solution = CompetitionSolution(lectures: [
      .init(course: 0, room: 0, day: 0, period: 2),
      .init(course: 1, room: 0, day: 0, period: 2),
    ])
    let cost = CompetitionCost(of: solution, for: try instance())
    #expect(cost.lectures == 1)
    #expect(cost.conflicts == 1)
    #expect(cost.availability == 1)
    #expect(cost.roomOccupation == 1)
  }

  @Test func `our own constraints cost a solution as the competition does`() throws {
    let instance = try instance()
    let problem = try Problem(try #require(instance.curriculum()))
    let placements = problem.sessions.indices.map { session in
      Placement(
        session: session,
        block: session == 2 ? 3 : session,
        start: problem.blocks[session == 2 ? 3 : session].start,
        room: session == 1 ? 1 : 0,
        trainers: problem.sessions[session].teams[0].trainers
      )
    }
    let timetable = Timetable(of: problem, placements)
    let cost = CompetitionCost(of: instance.solution(timetable), for: instance)
    #expect(problem.cost(of: timetable) == Cost(hard: cost.violations, soft: cost.penalty))
    #expect(cost.penalty == 18)
  }
}
