import Foundation
import PseudoTerminal
import Quizzes
import Records
import Testing

@testable import seminar_benchmark

@Suite struct ScoresBenchmarkTests {
  private static let size = GeneratedWorkspace.Size(responses: 2_005, attempts: 130)

  private static let launcher = PseudoTerminal.built("seminar-benchmark")

  private func workspace(seed: UInt64 = 1) throws -> GeneratedWorkspace {
    let path = FileManager.default.temporaryDirectory.path + "/scores-\(UUID().uuidString)"
    return try GeneratedWorkspace(at: path, Self.size, seed: seed)
  }

  private func table(_ workspace: GeneratedWorkspace, _ command: [String]) throws -> [[Substring]] {
    let output = workspace.path + "/table.csv"
    let run = try MeasuredRun(
      command,
      output: output,
      environment: ["SEMINAR_WORKSPACE": workspace.path],
      launcher: Self.launcher
    )
    #expect(run.status == 0)
    #expect(run.memory > 1)
    // The shell puts quotation marks where a text has a space.
    return try String(contentsOfFile: output, encoding: .utf8).replacing("\"", with: "")
      .split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  @Test func `a generated markbook is one that the program could have recorded`() throws {
    let workspace = try workspace()
    defer { workspace.remove() }
    let markbook = try Markbook(existing: workspace.markbook, for: .reading)
    defer { markbook.close() }
    guard case .whole(let extent) = try markbook.verify() else {
      Issue.record("\(try markbook.verify())")
      return
    }
    let participants = Self.size.participants
    #expect(extent.records == 1 + participants + 2 * Self.size.attempts + Self.size.responses)
    let attempts = try markbook.attempts()
    #expect(attempts.count == Self.size.attempts)
    let roll = try markbook.roll()
    #expect(roll.people.count == participants)
    let encoded = try markbook.encodedEvents(of: roll.attempts)
    #expect(encoded.attemptCount == attempts.count)
    var reader = EncodedEvents.Reader(encoded)
    for (place, attempt) in attempts.enumerated() {
      let rows = encoded.rows(ofAttempt: place)
      #expect(roll.attempts[place].counting(encoded, of: rows) == attempt)
      #expect(try markbook.events(of: attempt.id) == rows.map { try reader.event($0) })
    }
  }

  @Test func `seminar and sqlite3 write the same attempts and responses`() throws {
    let shell = try #require(ScoresTrial.installedShell, "sqlite3 is not installed")
    let workspace = try workspace()
    defer { workspace.remove() }
    let words = ["--format", "csv", "--unverified"]
    let seminar = PseudoTerminal.built("seminar")
    let theirs = [shell, "-readonly", "-csv", "-header", workspace.markbook]
    let attempts = try (
      table(workspace, [seminar, "scores"] + words),
      table(workspace, theirs + [ExportQuery.attempts])
    )
    // The columns before the zone-bound times: who, which quiz, which attempt.
    #expect(attempts.0.map { $0.prefix(7) } == attempts.1.map { $0.prefix(7) })
    #expect(attempts.0.count == Self.size.attempts + 1)
    let responses = try (
      table(workspace, [seminar, "scores", "--responses"] + words),
      table(workspace, theirs + [ExportQuery.responses])
    )
    #expect(responses.1.count == Self.size.responses + 1)
    // Ours have a row for items without a response too.
    let given = responses.0.dropFirst().filter { !$0[13].isEmpty }
    #expect(given.map { $0.prefix(9) } == responses.1.dropFirst().map { $0.prefix(9) })
  }

  @Test func `a trial tells medians, memory and ratios, or that there is nothing to compare with`()
    throws
  {
    let workspace = try workspace()
    defer { workspace.remove() }
    let seminar = PseudoTerminal.built("seminar")
    let launcher = Self.launcher
    let trial = ScoresTrial(in: workspace, seminar: seminar, shell: nil, launcher: launcher)
    var figures: [ScoresTrial.Figures] = []
    try trial.comparisons(runs: 1) { figures.append($0) }
    try trial.verification(runs: 1) { figures.append($0) }
    try trial.items(runs: 1) { figures.append($0) }
    #expect(figures.map(\.lines).prefix(4) == [131, 2_081, 131, 2_081])
    #expect(figures[0].description.hasSuffix("sqlite3 is not installed, so nothing was compared"))
    let refused = ScoresTrial(in: workspace, seminar: "/bin/false", shell: nil, launcher: launcher)
    #expect(throws: ScoresTrial.Failed.self) { try refused.comparisons(runs: 1) { _ in } }
  }

  @Test func `the memory of a run is its own and not that of what measures it`() throws {
    let ballast = [UInt8](repeating: 1, count: 300 << 20)
    let output = FileManager.default.temporaryDirectory.path + "/run-\(UUID().uuidString)"
    defer {
      for ending in ["", ".errors", ".measured"] {
        try? FileManager.default.removeItem(atPath: output + ending)
      }
    }
    let run = try MeasuredRun(["/bin/true"], output: output, launcher: Self.launcher)
    #expect(run.status == 0)
    #expect(run.memory < 100, "with \(ballast.count >> 20) MiB in use here")
  }
}
