import GoldenFiles
import PseudoTerminal
import Quizzes
import Records
import Testing

/// Marking attempts again after a key was corrected.
@Suite struct RemarkTests {
  private static let file = "quizzes/joinery/tools.yaml"

  /// The course after its first evenings, where the key of one item was corrected since.
  private func corrected() throws -> Workbench {
    let bench = try ScoresTests.recorded()
    try bench.edit(Self.file, "- key: Hammer", "- distractor: Hammer")
    try bench.edit(Self.file, "- distractor: Saw", "- key: Saw")
    return bench
  }

  private func remark(_ bench: Workbench, _ options: String...) throws -> Program.Ended {
    try bench.command(["remark", "tools", "--why", "A saw will do."] + options).run()
  }

  @Test func `without a terminal the changes are shown, and nothing is recorded`() throws {
    let bench = try corrected()
    let head = try bench.markbook().heads()
    expectGolden(try remark(bench).transcript, "remark.txt")
    #expect(try bench.markbook().heads() == head)
  }

  @Test func `with yes it is recorded once, scores and results say it`() throws {
    let bench = try corrected()
    let done = try remark(bench, "--yes", "--by", "ana")
    #expect(done.status == 0)
    #expect(done.error.contains("Marked 3 attempts again."))
    let head = try bench.markbook().heads()
    let again = try remark(bench, "--yes")
    #expect(again.status == 0)
    #expect(again.output == "")
    #expect(again.error.contains("Nothing to mark again"))
    #expect(try bench.markbook().heads() == head)
    let rows = try bench.seminar("scores", "tools", "--format", "csv").output
      .split(separator: "\r\n")
    #expect(rows[1].contains(",4,8,50,no,") && rows[1].contains(",5,20"))
    let results = try bench.seminar("quiz", "tools", "--as", "p01", "--results").output
    let unwrapped = results.replacing("\n", with: " ")
    #expect(unwrapped.contains(", because A saw will do: 5 → 4 of 8 marks."))
    #expect(results.contains("Not passed."))
    _ = try bench.wholeEventCount()
  }

  @Test func `an open attempt is marked by the corrected key when it is submitted`() throws {
    let bench = try corrected()
    _ = try remark(bench, "--yes")
    let lines = String(repeating: ":skip\n", count: 5) + ":submit\nyes\n"
    let ended = try bench.seminar("quiz", "tools", "--as", "p02", input: lines)
    #expect(ended.output.contains("Marked with a corrected version: A saw will do."))
    let rows = try bench.seminar("scores", "tools", "--format", "csv").output
      .split(separator: "\r\n")
    #expect(rows[3].contains("submitted"))
  }

  @Test func `an item that was changed otherwise is refused by name and place`() throws {
    let bench = try corrected()
    try bench.edit(Self.file, "distractor: Plane", "distractor: Planer")
    let head = try bench.markbook().heads()
    let ended = try remark(bench, "--yes")
    #expect(ended.status == 65)
    #expect(ended.output == "")
    #expect(ended.error.contains("quizzes/joinery/tools.yaml:"))
    #expect(ended.error.contains("'nail' shows other texts than when it was sat: 'Plane' is gone"))
    #expect(ended.error.contains("so 3 attempts cannot be marked again; nothing was recorded"))
    #expect(try bench.markbook().heads() == head)
  }

  @Test func `at a terminal it asks`() throws {
    let bench = try corrected()
    let words = ["remark", "tools", "--why", "A saw will do."]
    let no = try bench.sit(words)
    try no.wait(for: "Mark them again? (yes or no): ")
    no.type("no", .enter)
    try no.wait(for: "Nothing was recorded.")
    let yes = try bench.sit(words)
    try yes.wait(for: "Mark them again? (yes or no): ")
    yes.type("yes", .enter)
    try yes.wait(for: "Marked 3 attempts again.")
  }

  @Test func `a remark reaches an attempt that is being sat`() throws {
    let bench = try Workbench.enrolled()
    let terminal = try bench.sit(["quiz", "tools", "--as", "p01", "--seed", "7"])
    try terminal.answer("99,5", "Item 2")
    try bench.edit(Self.file, "- key: Hammer", "- distractor: Hammer")
    try bench.edit(Self.file, "- distractor: Saw", "- key: Saw")
    #expect(try remark(bench, "--yes").status == 0)
    try terminal.answer(":skip", "The quiz was corrected, and your attempt will be marked")
    try terminal.answer(":submit", "Submit")
    try terminal.answer("yes", "Marked with a corrected version: A saw will do.")
  }

  @Test func `without a markbook there is nothing to mark, and none is created`() throws {
    let bench = try Workbench.joinery()
    let ended = try remark(bench)
    #expect(ended.status == 0)
    #expect(ended.error.contains("nobody has sat 'tools'"))
    #expect(try !bench.contents().keys.contains("markbook.sqlite"))
  }
}
