import Curricula
import Diagnostics
import Foundation
import Testing

@testable import Timetabling

/// Agendas of several kinds of programmes, written in the language and laid out within a budget of moves.
@Suite struct AgendaTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Agendas")

  private static let names = [
    "bootcamp", "computing-school", "conference", "hospital-residency", "onboarding",
    "online-school", "police-academy", "summer-school",
  ]

  private func solution(of name: String) async throws -> Solution {
    let path = Self.folder.appending(path: "\(name).yaml")
    let text = try String(contentsOf: path, encoding: .utf8)
    let curriculum = try Curriculum.parse(SourceText(file: "\(name).yaml", text: text)).curriculum
    let limits = Solver.Limits(steps: 20_000_000, moves: 1_000_000)
    let outcome = try await Solver(Problem(curriculum)).solve(within: limits, seed: 1)
    guard case .laidOut(let solution) = outcome else {
      throw Impossible(what: "\(name): \(outcome)")
    }
    return solution
  }

  private struct Impossible: Error { let what: String }

  @Test(arguments: names)
  func `an agenda is laid out as a coordinator would accept it`(name: String) async throws {
    let solution = try await solution(of: name)
    let timetable = solution.timetable
    let problem = timetable.problem
    #expect(solution.isOptimal)
    #expect(problem.cost(of: timetable).hard == 0)
    #expect(timetable.placements.count == problem.sessions.count)
    // Everything begins on a quarter of an hour.
    #expect(timetable.placements.allSatisfy { $0.start % 15 == 0 })
  }
}
