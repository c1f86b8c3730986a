import Curricula
import Diagnostics
import Testing

@testable import Timetabling
@testable import seminar_benchmark

@Suite struct AcademyTests {
  private func academy(_ sessions: Int, seed: UInt64) throws -> Academy {
    try #require(Academy(Academy.Size(sessions: sessions), seed: seed))
  }

  private func problem(_ academy: Academy) throws -> Problem {
    let source = SourceText(file: "academy.yaml", text: academy.text())
    return try Problem(Curriculum.parse(source).curriculum)
  }

  @Test(arguments: [30, 100, 400], 0..<5 as Range<UInt64>)
  func `the timetable by which an academy is made can be held`(
    sessions: Int,
    seed: UInt64
  ) throws {
    let academy = try academy(sessions, seed: seed)
    let problem = try problem(academy)
    let placements = academy.sessions.enumerated().map { index, session in
      Placement(
        session: index,
        block: session.block,
        start: problem.blocks[session.block].start + session.start * Academy.minutesPerStep,
        room: session.room,
        trainers: [session.trainers[0]]
      )
    }
    #expect(problem.cost(of: Timetable(of: problem, placements)).hard == 0)
  }

  @Test func `equal seeds make equal academies`() throws {
    let texts = try [academy(100, seed: 3), academy(100, seed: 3), academy(100, seed: 4)]
      .map { $0.text() }
    #expect(texts[0] == texts[1])
    #expect(texts[0] != texts[2])
  }

  @Test func `an academy with too few rooms is refused`() {
    var size = Academy.Size(sessions: 400, weeks: 1)
    size.rooms = 1
    #expect(Academy(size, seed: 1) == nil)
  }

  @Test func `a search finds a timetable that can be held`() async throws {
    let problem = try problem(academy(60, seed: 1))
    let found = await Search(problem).run(within: .moves(200_000), seed: 1)
    #expect(found.cost.hard == 0)
  }
}
