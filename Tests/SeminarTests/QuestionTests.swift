import Foundation
import GoldenFiles
import Testing

/// Questions about a timetable: why not on another day, and what if a trainer cannot come.
@Suite struct QuestionTests {
  @Test(arguments: [
    ("possible", "saws=2026-03-24", Int32(0)), ("several-changes", "glues=2026-03-31", 1),
    ("impossible", "saws=2026-04-07", 1),
    ("no-block", "saws=2026-04-08", 0), ("before", "saws=2025-12-24", 0),
    ("held", "glues=2026-04-07", 0), ("no-session", "sows=2026-04-07", 64),
    ("no-day", "saws=2026-02-31", 64), ("no-date", "saws=tomorrow", 64), ("no-sign", "saws", 64),
  ])
  func `what a session on another day would mean is said`(
    name: String,
    question: String,
    status: Int32
  ) throws {
    let bench = try Workbench.joinery()
    let answer = try bench.seminar("timetable", "--why", question)
    #expect(answer.status == status)
    expectGolden(answer.transcript, "questions/why-\(name).txt")
  }

  @Test(arguments: ["text", "json"])
  func `what happens without each trainer is shown, with what would help`(form: String) throws {
    let bench = try Workbench.joinery()
    let before = try bench.contents()
    let answer = try bench.seminar("timetable", "--robust", "--format", form)
    #expect(answer.status == 0)
    expectGolden(answer.transcript, "questions/robust.\(form == "text" ? "txt" : form)")
    #expect(try bench.contents() == before)
  }

  /// The absences that are not survived, and the advice.
  private func robustness(
    _ bench: Workbench
  ) throws -> (lost: [String], advice: [(code: String, survives: [String])]) {
    let answer = try bench.seminar("timetable", "--robust", "--format", "json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
    )
    func names(_ absences: [[String: Any]]) -> [String] {
      absences.map { "\($0["trainer"] ?? "") \($0["day"] ?? "")" }
    }
    let absences = document["absences"] as? [[String: Any]] ?? []
    return (
      names(absences.filter { $0["effect"] as? String != "survives" }),
      (document["advice"] as? [[String: Any]] ?? []).map { advised in
        (
          code: advised["code"] as? String ?? "",
          survives: names(advised["survives"] as? [[String: Any]] ?? [])
        )
      }
    )
  }

  @Test func `each change that would help can be applied, and then it helps`() throws {
    let (lost, advice) = try robustness(.joinery())
    #expect(lost.count == 3)
    #expect(!advice.isEmpty)
    for (code, survives) in advice {
      let bench = try Workbench.joinery()
      let applied = try bench.seminar("timetable", "--robust", "--apply", code, "--yes")
      #expect(applied.status == 0, "\(applied.transcript)")
      #expect(Set(try robustness(bench).lost).isDisjoint(with: survives), "\(applied.output)")
    }
  }

  @Test(arguments: [
    ["--robust", "--format", "ics"], ["--why", "saws=2026-03-24", "--format", "json"],
  ])
  func `an answer is refused in a format that it does not have`(words: [String]) throws {
    let bench = try Workbench.joinery()
    let refused = try bench.command(["timetable"] + words).run()
    #expect(refused.status == 64)
    #expect(refused.error.contains("is shown as text"))
    #expect(refused.output == "")
  }

  @Test func `the page on absences lists the keys of the document, and no others`() throws {
    let page = try String(
      contentsOfFile: Workbench.package + "/Sources/Publishing/Publishing.docc/Absences.md",
      encoding: .utf8
    )
    func documented(_ heading: String) -> Set<String> {
      let table =
        page.components(separatedBy: heading).last?
        .components(separatedBy: "\n#").first ?? ""
      let rows = table.split(separator: "\n").filter { $0.hasPrefix("| `") }
      return Set(
        rows.flatMap { row in
          (row.split(separator: "|").first ?? "").matches(of: /`([A-Za-z]+)`/).map { String($0.1) }
        }
      )
    }
    let answer = try Workbench.joinery().seminar("timetable", "--robust", "--format", "json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
    )
    let absences = try #require(document["absences"] as? [[String: Any]])
    let advice = try #require(document["advice"] as? [[String: Any]])
    #expect(documented("## The document") == Set(document.keys))
    for absence in absences { #expect(documented("### An absence") == Set(absence.keys)) }
    for advised in advice { #expect(documented("### A change") == Set(advised.keys)) }
  }
}
