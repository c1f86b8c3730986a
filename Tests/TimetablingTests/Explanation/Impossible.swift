import Curricula
import Diagnostics
import MarkedTexts
import Testing

@testable import Timetabling

/// A small curriculum that cannot be laid out: three Mondays from 2 March 2026, 10:00 to 12:00, for
/// one group.
///
/// Signs such as 1️⃣ in its parts mark the declarations that are to be blamed.
struct Impossible {
  var blocks = "- {every: Monday, from: 10:00, to: 12:00}"
  var groups = "- {id: g, name: Group, size: 20}"
  var rooms = ""
  var trainers = ""
  var calendar = ""
  var sessions = ""
  var others = ""
  var constraints = ""

  static let file = "impossible.yaml"

  /// The curriculum with its signs.
  var marked: MarkedText {
    func section(_ key: String, _ items: String, indent: String = "  ") -> String {
      guard !items.isEmpty else { return "" }
      let lines = items.split(separator: "\n").map { indent + $0 + "\n" }.joined()
      return "\(key):\n\(lines)"
    }
    let modules =
      "modules:\n  - id: m\n    title: M\n"
      + section("    sessions", sessions, indent: "      ")
      + (others.isEmpty
        ? "" : "  - id: n\n    title: N\n" + section("    sessions", others, indent: "      "))
    return MarkedText(
      """
      curriculum: impossible
      title: Impossible
      zone: Europe/Vienna
      starts: 2026-03-02
      weeks: 3

      """ + section("blocks", blocks) + section("groups", groups) + section("rooms", rooms)
        + section("trainers", trainers) + section("calendar", calendar) + modules
        + section("constraints", constraints)
    )
  }

  /// The curriculum ready for placing, with pieces of its text replaced.
  func problem(replacing edits: [(piece: String, other: String)] = []) throws -> Problem {
    var text = marked.text
    for (piece, other) in edits {
      try #require(text.contains(piece), "the curriculum has no '\(piece)'")
      text = text.replacing(piece, with: other)
    }
    let source = SourceText(file: Self.file, text: text)
    return try Problem(Curriculum.parse(source).curriculum)
  }

  /// Expects the conflict to read as told, to be minimal by solving, and each repair to work.
  ///
  /// - Parameters:
  ///   - told: The lines, each with the signs of its places in brackets, then the repairs, each after
  ///     a star and with the cost of its timetable.
  ///   - edit: What somebody might write instead to follow one of the repairs.
  ///   - location: Where it is expected.
  /// - Throws: What is wrong with the curriculum itself.
  func expect(
    _ told: String,
    mendedBy edit: (piece: String, other: String)...,
    at location: SourceLocation = #_sourceLocation
  ) async throws {
    let problem = try problem()
    let conflict = try #require(Solver(problem).explainConflict(), sourceLocation: location)
    #expect(Self.words(of: conflict, marked) == told, sourceLocation: location)
    #expect(conflict.isMinimal, sourceLocation: location)
    try expectMinimal(conflict, of: problem, at: location)
    let mended = try self.problem(replacing: edit)
    #expect(try await Self.cost(of: mended) != nil, "with \(edit)", sourceLocation: location)
    let costs = conflict.repairs.map(\.cost)
    #expect(costs == costs.sorted(), sourceLocation: location)
    for repair in conflict.repairs {
      let cost = try await Self.cost(of: Mending(self).problem(after: repair))
      #expect(cost ?? .max <= repair.cost, "'\(repair.sentence)'", sourceLocation: location)
      try await expectWritten(repair, at: location)
    }
  }

  /// Expects a repair to be one edit of the file, with which the programme can be laid out.
  private func expectWritten(
    _ repair: Conflict.Repair,
    at location: SourceLocation
  ) async throws {
    let amendments = repair.changes.flatMap(\.amendments)
    #expect(!amendments.isEmpty, "'\(repair.sentence)'", sourceLocation: location)
    do {
      let source = SourceText(file: Self.file, text: marked.text)
      let amended = try AmendedCurriculum(amendments, of: source)
      let cost = try await Self.cost(of: Problem(amended.curriculum))
      #expect(
        cost != nil,
        "'\(repair.sentence)' as \(amended.edit.changes)",
        sourceLocation: location
      )
    } catch {
      Issue.record("'\(repair.sentence)' cannot be written: \(error)", sourceLocation: location)
    }
  }

  /// The soft penalty of a timetable of a problem, `nil` when there is none.
  private static func cost(of problem: Problem) async throws -> Int? {
    let limits = Solver.Limits(steps: 10_000_000, moves: 20_000)
    switch try await Solver(problem).solve(within: limits, seed: 1) {
    case .laidOut(let solution): return solution.cost
    case .infeasible: return nil
    }
  }

  /// Expects by all timetables, or by the exact method where there are too many, that the facts of a
  /// conflict cannot hold, and that without any one of them the others can.
  private func expectMinimal(
    _ conflict: Conflict,
    of problem: Problem,
    at location: SourceLocation
  ) throws {
    let blamed = problem.facts.filter { conflict.facts.contains($0.origin) }
    #expect(blamed.count == conflict.facts.count, sourceLocation: location)
    #expect(!Self.isPossible(blamed, of: problem), sourceLocation: location)
    for fact in blamed {
      let others = blamed.filter { $0 != fact }
      #expect(
        Self.isPossible(others, of: problem),
        "without '\(fact.origin.sentence)'",
        sourceLocation: location
      )
    }
  }

  /// Whether some facts can hold together.
  static func isPossible(_ facts: [Fact], of problem: Problem) -> Bool {
    let inherent = problem.constraints.indices.filter(problem.isInherent)
    let excerpt = Excerpt(
      of: problem,
      sessions: facts.compactMap(\.session).sorted(),
      constraints: (inherent + facts.flatMap(\.constraints)).sorted()
    ).problem
    if let judged = BruteForce(excerpt, limit: 20_000) { return judged.optimum != nil }
    guard case .found = Solver(excerpt).exactly() else { return false }
    return true
  }

  /// The conflict in words, with the signs of its places.
  private static func words(of conflict: Conflict, _ marked: MarkedText) -> String {
    let signs = (1...9).map { Character("\($0)\u{FE0F}\u{20E3}") }
    let lines = conflict.lines.map { line in
      let places = line.locations.map { location in
        signs.firstIndex { marked.location($0, in: file) == location }
          .map { String($0 + 1) } ?? "\(location)"
      }
      return "\(line.sentence) [\(places.joined(separator: " "))]"
    }
    let repairs = conflict.repairs.map { "* \($0.sentence) (cost \($0.cost))" }
    return (lines + repairs).joined(separator: "\n")
  }
}
