import Foundation
import GoldenFiles
import Quizzes
import Testing

@Suite struct ReviewTests {
  private static let quiz = "joinery/tools"

  /// A course in which somebody handed in a quiz, all wrong but the first item, long ago.
  private static func bench() throws -> Workbench {
    let bench = try Workbench.enrolled()
    try bench.record([":submit", "yes"], at: quiz, by: "p01")
    return bench
  }

  /// What was shown, without the days that depend on the present one.
  private static func undated(_ text: String) -> String {
    text.replacing(/\d{1,2} [A-Z][a-z]+ \d{4}/, with: "DAY")
  }

  private static func review(
    _ bench: Workbench,
    _ lines: [String],
    _ arguments: String...
  ) throws -> Program.Ended {
    try bench.command(
      ["review", "--as", "p01", "--seed", "7"] + arguments,
      input: lines.map { $0 + "\n" }.joined()
    ).run()
  }

  @Test func `a review asks what was missed and reads as in the golden transcript`() throws {
    let review = try Self.review(Self.bench(), ["a", ":review", ":submit", "yes"], "--most", "3")
    #expect(review.status == 0)
    expectGolden(Self.undated(review.transcript), "review.txt")
  }

  @Test func `a review that was left goes on where it was`() throws {
    let bench = try Self.bench()
    let first = try Self.review(bench, [":skip", ":quit"], "--most", "2")
    #expect(first.output.hasSuffix("Continue with: seminar review --as p01\n"))
    let second = try Self.review(bench, [])
    #expect(second.output.contains("You are continuing attempt 1. Items with a response: 0 of 2."))
    #expect(second.output.contains("Item 2 of 2"))
  }

  @Test func `after a key was corrected and attempts were marked again, a review asks by that key`()
    throws
  {
    let bench = try Workbench.enrolled()
    let yesterday = Int64(Date.now.timeIntervalSince1970 - 86_400) * 1000
    let lines = ["a d", "b", "100", "1a 2b 3c", "t", "yes"]
    try bench.record(lines, at: Self.quiz, by: "p01", began: yesterday)
    let nail = "Which tool drives a nail?"
    #expect(try Self.asked(bench).contains(nail) == false)
    try bench.edit("quizzes/joinery/tools.yaml", "- key: Hammer", "- distractor: Hammer")
    try bench.edit("quizzes/joinery/tools.yaml", "- distractor: Saw", "- key: Saw")
    #expect(try Self.asked(bench).contains(nail) == false)
    let remark = ["remark", "tools", "--why", "A saw will do.", "--yes"]
    #expect(try bench.command(remark).run().status == 0)
    #expect(try Self.asked(bench).contains(nail))
  }

  /// What a review would ask now; the review is made in a copy of the course.
  private static func asked(_ bench: Workbench) throws -> String {
    let copy = bench.path("copy")
    try? FileManager.default.removeItem(atPath: copy)
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
    for name in ["curricula", "quizzes"] {
      try FileManager.default.copyItem(atPath: bench.path(name), toPath: "\(copy)/\(name)")
    }
    #expect(try bench.seminar("markbook", "backup", "copy/markbook.sqlite").status == 0)
    let skipping = String(repeating: ":skip\n", count: 5)
    return try bench.command(["review", "--as", "p01", "--workspace", "copy"], input: skipping)
      .run()
      .output
  }

  /// What responds to an item of any kind, once each in the order in which kinds refuse it.
  private static let anything = ["a", "f", "7", "1a 2b 3c"]

  @Test func `what was asked in a review waits for its day, and the command says which`() throws {
    let bench = try Self.bench()
    let first = try Self.review(bench, Self.anything, "--most", "1")
    #expect(first.output.contains("There is more to review now: 4 items. Type: seminar review"))
    for _ in 0..<3 { _ = try Self.review(bench, Self.anything, "--most", "1") }
    let fifth = try Self.review(bench, Self.anything, "--most", "1")
    #expect(Self.undated(fifth.output).contains(/Next review: \d items? (is|are) due on DAY\./))
    let sixth = try Self.review(bench, [])
    #expect(
      Self.undated(sixth.output)
        .contains(/^Nothing to review for Ana Núñez today: \d items? (is|are) due on DAY\.\n$/)
    )
  }

  @Test func `a review leaves the chain of events whole`() throws {
    let bench = try Self.bench()
    let before = try bench.wholeEventCount()
    _ = try Self.review(bench, Self.anything, "--most", "1")
    #expect(try bench.wholeEventCount() > before)
  }

  @Test func `a review never counts`() throws {
    let bench = try Self.bench()
    let before = try bench.seminar("scores", "--format", "csv").output
    _ = try Self.review(bench, ["a", ":submit", "yes"])
    #expect(try bench.seminar("scores", "--format", "csv").output == before)
    let list = try bench.seminar("quiz", "--as", "p01").output
    #expect(list.contains("done, best score 0 %"))
  }

  @Test func `the review of a quiz called review is no attempt at it`() throws {
    let bench = try Self.bench()
    try bench.write(try bench.text(of: "quizzes/\(Self.quiz).yaml"), to: "quizzes/review.yaml")
    _ = try Self.review(bench, ["a"])
    let list = try bench.seminar("quiz", "--as", "p01").output
    #expect(list.contains(/review +\d+ +not started/))
  }

  @Test func `an item that the file no longer has is not asked`() throws {
    let bench = try Self.bench()
    let text = try bench.text(of: "quizzes/\(Self.quiz).yaml")
    try FileManager.default.removeItem(atPath: bench.path("quizzes/\(Self.quiz).yaml"))
    let without = try Self.review(bench, [])
    #expect(without.output.hasPrefix("Nothing to review for Ana Núñez"))
    try bench.write(text, to: "quizzes/\(Self.quiz).yaml")
    #expect(try Self.review(bench, []).output.contains("Item 1 of"))
  }

  @Test func `without anything recorded there is nothing to review, and no markbook is made`()
    throws
  {
    let bench = try Workbench.joinery()
    let review = try bench.seminar("review")
    #expect(
      review.output == """
        Nothing to review for guest.
        Items come here after you sit a quiz; those of a graded quiz, usually after it
        has closed.
        List the quizzes with: seminar quiz

        """
    )
    #expect(!FileManager.default.fileExists(atPath: bench.path("markbook.sqlite")))
  }

  @Test func `the overview says how much there is to review`() throws {
    let bench = try Workbench.enrolled()
    let guest = "guest:\(ProcessInfo.processInfo.userName)"
    try bench.record([":submit", "yes"], at: Self.quiz, guest: guest, .practice)
    #expect(try !bench.seminar().output.contains("seminar review"))
    let next: Int64 = 1_774_533_600_000
    try bench.record(Self.anything, at: Self.quiz, guest: "guest:else", .practice, began: next)
    #expect(try !bench.seminar().output.contains("seminar review"))
    try bench.record(Self.anything, at: Self.quiz, guest: guest, .practice, began: next + 1)
    let overview = try bench.seminar().output
    #expect(overview.contains(/\n  seminar review +\d items? missed or due again\n/))
  }

  @Test(arguments: ["0", "101", "-1", "many"])
  func `a number of items out of range is refused`(number: String) throws {
    let refused = try Self.bench().seminar("review", "--as", "p01", "--most=\(number)")
    #expect(refused.status == 64)
    #expect(refused.error.contains("--most"))
  }

  @Test func `who is not on the roster is refused`() throws {
    let refused = try Self.bench().seminar("review", "--as", "p99")
    #expect(refused.status == 65)
    #expect(refused.error.contains("nobody on the roster has the identifier 'p99'"))
  }
}
