import Curricula
import Diagnostics
import Testing
import Timetabling

@testable import seminar_benchmark

@Suite struct CompetitionTests {
  private static let text = """
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

  @Test func `a mistake in an instance is placed`() throws {
    let text = Self.text.replacing("c2 0 2", with: "c9 0 2")
    let findings = try #require(throws: Findings.self) { try instance(text) }
    #expect(findings.diagnostics.map(\.location.line) == [21])
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
