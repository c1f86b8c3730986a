import Foundation
import PseudoTerminal
import Testing

/// `seminar doctor`: it looks, says what to mend, and leaves everything as it was.
@Suite struct DoctorTests {
  private struct Report: Decodable {
    struct Setting: Decodable {
      let name: String
      let value: String
      let origin: String
    }
    struct Observation: Decodable {
      let topic: String
      let level: String
      let message: String
      let remedy: String?
    }
    let format: String
    let version: Int
    let problems: Int
    let settings: [Setting]?
    let observations: [Observation]

    func has(_ level: String, _ words: String) -> Bool {
      observations.contains { $0.level == level && $0.message.contains(words) }
    }
  }

  private func examine(
    _ bench: Workbench,
    _ arguments: String...,
    environment: [String: String] = [:]
  ) throws -> (report: Report, status: Int32) {
    let before = try bench.contents()
    let ended = try bench.command(
      ["doctor", "--format", "json"] + arguments,
      environment: environment
    ).run()
    #expect(try bench.contents() == before)
    let report = try JSONDecoder().decode(Report.self, from: Data(ended.output.utf8))
    #expect(report.format == "seminar-doctor")
    #expect(
      report.observations.allSatisfy { $0.level == "ok" || $0.level == "note" || $0.remedy != nil }
    )
    return (report, ended.status)
  }

  /// Sets the permissions of everything in the folder, so that the tests' own umask does not matter.
  private func close(_ bench: Workbench) throws {
    for (name, entry) in try bench.contents() {
      try FileManager.default.setAttributes(
        [.posixPermissions: entry.kind == .typeDirectory ? 0o700 : 0o600],
        ofItemAtPath: bench.path(name)
      )
    }
  }

  @Test func `a workspace without a markbook is looked at, and nothing is made`() throws {
    let bench = try Workbench.joinery()
    try close(bench)
    let (report, status) = try examine(bench)
    #expect(status == 0)
    #expect(report.has("note", "there is none yet"))
    #expect(report.has("ok", "only owner and group can read the quizzes"))
    #expect(report.has("ok", "SQLite 3."))
    // How old the rules are depends on the machine.
    let levels = ["ok", "note", "warning"]
    #expect(levels.contains { report.has($0, "zone rules 20") })
  }

  @Test func `who says where things are is shown`() throws {
    let bench = try Workbench.enrolled()
    let (report, _) = try examine(
      bench,
      "--markbook",
      "markbook.sqlite",
      environment: ["SEMINAR_WORKSPACE": ".", "SEMINAR_MARKBOK": "x", "NO_COLOR": "1"]
    )
    let origins = Dictionary(
      uniqueKeysWithValues: (report.settings ?? []).map { ($0.name, $0.origin) }
    )
    #expect(origins["markbook"] == "--markbook")
    #expect(origins["workspace"] == "SEMINAR_WORKSPACE")
    #expect(origins["colours"] == "NO_COLOR")
    #expect(origins["dates"] == "default")
    #expect(report.has("warning", "the variable 'SEMINAR_MARKBOK' means nothing"))
  }

  @Test(
    arguments: [
      ([], ["SEMINAR_CURRICULUM": "joinery"], "curriculum", "joinery", "SEMINAR_CURRICULUM"),
      (
        ["--curriculum", "joinery"], ["SEMINAR_CURRICULUM": "x"], "curriculum", "joinery",
        "--curriculum"
      ),
      ([], ["SEMINAR_CURRICULUM": ""], "curriculum", "joinery/2026", "default"),
      ([], ["SEMINAR_DATES": "day-first"], "dates", "day-first", "SEMINAR_DATES"),
      (["--color", "always"], ["NO_COLOR": "1"], "colours", "yes", "--color"),
      (["--no-color"], [:], "colours", "no", "--no-color"),
    ] as [([String], [String: String], String, String, String)]
  )
  func `what each setting is, and who says so`(
    options: [String],
    environment: [String: String],
    name: String,
    value: String,
    origin: String
  ) throws {
    let bench = try Workbench.enrolled()
    let ended = try bench.command(
      ["doctor", "--format", "json"] + options,
      environment: environment
    ).run()
    let report = try JSONDecoder().decode(Report.self, from: Data(ended.output.utf8))
    let setting = report.settings?.first { $0.name == name }
    #expect(setting?.value == value)
    #expect(setting?.origin == origin)
    #expect(!report.observations.contains { $0.message.contains("means nothing") })
  }

  @Test func `a markbook that others may read is a problem`() throws {
    let bench = try Workbench.enrolled()
    let file = bench.path("markbook.sqlite")
    #expect(try examine(bench).status == 0)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let (report, status) = try examine(bench)
    #expect(status == 1)
    #expect(report.has("problem", "other accounts may use"))
  }

  @Test func `a log without its markbook, copies and drafts are named`() throws {
    let bench = try Workbench.enrolled()
    try FileManager.default.copyItem(
      atPath: bench.path("markbook.sqlite"),
      toPath: bench.path("kept.sqlite")
    )
    try bench.write("", to: ".seminar-left.new")
    let draft = "backup.sqlite.draft-8D3B2C4E-0A1F-4B6C-9D7E-1F2A3B4C5D6E"
    try FileManager.default.copyItem(
      atPath: bench.path("markbook.sqlite"),
      toPath: bench.path(draft)
    )
    try bench.write("", to: "\(draft)-journal")
    try bench.write("", to: "quizzes/joinery/.seminar-other.new")
    let (copies, status) = try examine(bench)
    #expect(status == 0)
    #expect(copies.has("note", "kept.sqlite' is a copy of the markbook"))
    for name in [
      ".seminar-left.new", draft, "\(draft)-journal", "quizzes/joinery/.seminar-other.new",
    ] {
      #expect(copies.has("note", "'\(name)' was left behind by an interrupted program"))
      #expect(copies.observations.contains { $0.remedy?.hasSuffix("/\(name)") == true })
    }
    try FileManager.default.moveItem(
      atPath: bench.path("markbook.sqlite"),
      toPath: bench.path("gone")
    )
    try bench.write("log", to: "markbook.sqlite-wal")
    let (orphans, failed) = try examine(bench)
    #expect(failed == 1)
    #expect(orphans.has("problem", "'markbook.sqlite-wal' belongs to a markbook that is not here"))
  }

  @Test(arguments: ["text", "zero-bytes", "foreign", "newer", "folder"])
  func `what is no markbook for this program is a problem, and stays as it is`(
    name: String
  ) throws {
    let bad = try #require(BadMarkbook(rawValue: name))
    let (report, status) = try examine(bad.bench())
    #expect(status == 1)
    #expect(report.observations.contains { $0.topic == "markbook" && $0.level == "problem" })
  }

  @Test func `a markbook in use is looked at, and its log is named`() throws {
    let bench = try Workbench.enrolled()
    let terminal = try bench.sit(["quiz", "tools", "--as", "p01", "--seed", "7"])
    try terminal.waitForPrompt()
    let ended = try bench.seminar("doctor")
    #expect(ended.status == 0)
    #expect(ended.output.contains("bytes in its log are not yet in the file itself"))
    terminal.type(":quit", .enter)
    try terminal.wait(for: "Your responses are kept")
  }

  @Test func `published files that everybody can read are worth a note`() throws {
    let bench = try Workbench.joinery()
    #expect(try bench.seminar("publish").status == 0)
    let (closed, _) = try examine(bench)
    #expect(closed.has("ok", "published"))
  }
}
