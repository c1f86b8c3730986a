import Curricula
import Diagnostics
import MarkedTexts
import Testing

@testable import Timetabling

/// Which single change makes most absences survivable, compared with what was worked out by hand.
struct RobustnessAdviceTests {
  private let blocks =
    "- {on: 2026-03-02, from: 10:00, to: 12:00}\n- {on: 2026-03-09, from: 10:00, to: 12:00}"

  /// What is advised for a curriculum: the absences that are not survived, then each change after a star.
  private func advice(_ curriculum: Impossible) async throws -> [String] {
    let problem = try curriculum.problem()
    let report = try await self.report(curriculum)
    func named(_ absences: [Int]) -> String {
      absences.map { index in
        let absence = report.absences[index]
        return "\(problem.curriculum.trainers[absence.trainer].id) \(absence.date)"
      }.joined(separator: ", ")
    }
    #expect(report.advice.undecided == 0)
    for precaution in report.advice.precautions {
      #expect(precaution.unknown.isEmpty)
      try await expectSurvived(precaution, in: report, of: curriculum)
    }
    let lost = report.absences.indices.filter { report.absences[$0].change == nil }
    return [named(lost)]
      + report.advice.precautions.map { "* \($0.repair.sentence): \(named($0.survived))" }
  }

  private func report(_ curriculum: Impossible) async throws -> RobustnessReport {
    let solver = Solver(try curriculum.problem())
    return solver.robustnessReport(of: try await timetable(of: solver.problem))
  }

  private func timetable(of problem: Problem) async throws -> Timetable {
    let found = try await solution(of: problem)
    return try #require(found).timetable
  }

  /// A timetable of a problem; `nil` where it is proved that there is none.
  private func solution(of problem: Problem) async throws -> Solution? {
    let limits = Solver.Limits(steps: 10_000_000, moves: 20_000)
    switch try await Solver(problem).solve(within: limits, seed: 1) {
    case .laidOut(let solution): return solution
    case .infeasible: return nil
    }
  }

  /// Expects that the change, written into the file, makes the absences survivable that it should, and no
  /// other.
  private func expectSurvived(
    _ precaution: Precaution,
    in report: RobustnessReport,
    of curriculum: Impossible
  ) async throws {
    let source = SourceText(file: Impossible.file, text: curriculum.marked.text)
    let amended = try AmendedCurriculum(
      precaution.repair.changes.flatMap(\.amendments),
      of: source
    )
    for (index, absence) in report.absences.enumerated() where absence.change == nil {
      var changed = amended.curriculum
      let day = try #require(DateSpan(from: absence.date, to: absence.date))
      let location = changed.trainers[absence.trainer].location
      changed.trainers[absence.trainer].away.append(Absence(days: day, location: location))
      let isSurvived = try await solution(of: Problem(changed)) != nil
      #expect(
        isSurvived == precaution.survived.contains(index),
        "'\(precaution.repair.sentence)' without \(absence.trainer) on \(absence.date)"
      )
    }
  }

  @Test func `an alternate is best where a trainer fills all of their days`() async throws {
    // Ann's two sessions fill her two days. Bo can hold either on any day; a second block on one of her
    // days saves only the other day, and blocks on days on which she cannot come save none. Cy, who can
    // stand in already, never comes.
    let curriculum = Impossible(
      trainers: """
        - {id: ann, name: Ann, only: [2026-03-02, 2026-03-09], alternates: [cy]}
        - {id: bo, name: Bo}
        - {id: cy, name: Cy, away: [{from: 2026-03-02, to: 2026-03-22}]}
        """,
      sessions: """
        - {id: a, title: A, minutes: 120, trainers: [ann]}
        - {id: b, title: B, minutes: 120, needs: [a], trainers: [ann]}
        """
    )
    #expect(
      try await advice(curriculum) == [
        "ann 2026-03-02, ann 2026-03-09",
        "* let Bo stand in for Ann: ann 2026-03-02, ann 2026-03-09",
        "* open another block on 2 March 2026, 13:00 to 15:00: ann 2026-03-09",
        "* open another block on 9 March 2026, 13:00 to 15:00: ann 2026-03-02",
      ]
    )
  }

  @Test func `another block is best where all blocks are full`() async throws {
    // Ann's two sessions fill both blocks. A block on a third day takes either of them; Bo can hold one
    // only on 2 March, which saves Ann's absence on that day alone.
    let curriculum = Impossible(
      blocks: blocks,
      trainers: "- {id: ann, name: Ann}\n- {id: bo, name: Bo, only: [2026-03-02]}",
      sessions: """
        - {id: a, title: A, minutes: 120, trainers: [ann]}
        - {id: b, title: B, minutes: 120, trainers: [ann]}
        """
    )
    #expect(
      try await advice(curriculum) == [
        "ann 2026-03-02, ann 2026-03-09",
        "* open another block on 3 March 2026, 10:00 to 12:00: ann 2026-03-02, ann 2026-03-09",
        "* open another block on 10 March 2026, 10:00 to 12:00: ann 2026-03-02, ann 2026-03-09",
        "* let Bo stand in for Ann: ann 2026-03-02",
      ]
    )
  }

  @Test func `another room is best where the only one is taken on the other day`() async throws {
    // On 9 March the hall is taken by another group. Ann and Cy could both come then, if there were a
    // second room; a block in the afternoon of that day is outside Ann's hours.
    let curriculum = Impossible(
      groups: """
        - {id: g, name: Group, size: 20}
        - {id: h, name: Other group, size: 20}
        - {id: k, name: Third group, size: 20}
        """,
      rooms: "- {id: hall, name: Hall}",
      trainers: """
        - {id: ann, name: Ann, only: [2026-03-02, 2026-03-09], hours: {from: 10:00, to: 12:00}}
        - {id: cy, name: Cy, only: [2026-03-09, 2026-03-16]}
        """,
      sessions: """
        - {id: a, title: A, minutes: 120, groups: [g], trainers: [ann]}
        - {id: b, title: B, minutes: 120, groups: [h]}
        - {id: c, title: C, minutes: 120, groups: [k], trainers: [cy]}
        """,
      constraints: "- pin: {session: b, at: 2026-03-09T10:00}"
    )
    #expect(
      try await advice(curriculum) == [
        "ann 2026-03-02, cy 2026-03-16",
        "* declare another room like 'hall', for sessions at the same time: "
          + "ann 2026-03-02, cy 2026-03-16",
        "* open another block on 9 March 2026, 13:00 to 15:00: cy 2026-03-16",
      ]
    )
  }

  @Test func `nothing is advised where every absence is survived`() async throws {
    let report = try await self.report(
      Impossible(
        trainers: "- {id: ann, name: Ann, alternates: [bo]}\n- {id: bo, name: Bo}",
        sessions: "- {id: a, title: A, minutes: 60, trainers: [ann]}"
      )
    )
    #expect(report.absences.allSatisfy { $0.change != nil })
    #expect(report.advice.precautions.isEmpty)
    #expect(report.advice.tried == 0)
  }

  @Test func `a block that would break the timetable is not advised`() async throws {
    // With a block in week 3, that week would have to have a session, too.
    let curriculum = Impossible(
      blocks: blocks,
      trainers: "- {id: ann, name: Ann}",
      sessions: """
        - {id: a, title: A, minutes: 120, trainers: [ann]}
        - {id: b, title: B, minutes: 120, trainers: [ann]}
        """,
      constraints: "- load: {of: all sessions, per: week, least: 1 session}"
    )
    let found = try await advice(curriculum)
    #expect(found.first == "ann 2026-03-02, ann 2026-03-09")
    #expect(found.count == 3)
    #expect(!found.contains { $0.contains("16 March") })
  }

  @Test(arguments: [0, 1])
  func `what was not asked is not called survived`(limit: Int) async throws {
    let curriculum = Impossible(
      blocks: blocks,
      trainers: "- {id: ann, name: Ann}",
      sessions: """
        - {id: a, title: A, minutes: 120, trainers: [ann]}
        - {id: b, title: B, minutes: 120, trainers: [ann]}
        """
    )
    let solver = Solver(try curriculum.problem())
    let best = try await timetable(of: solver.problem)
    let search = PrecautionSearch(
      best,
      solver.robustness(of: best),
      questionLimit: limit,
      shouldStop: { false }
    )
    #expect(search.advice.precautions.allSatisfy { $0.survived.count <= limit })
    #expect(search.advice.undecided > 0)
  }
}
