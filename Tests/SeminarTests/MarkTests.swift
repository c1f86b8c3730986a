import GoldenFiles
import Testing

@Suite struct MarkTests {
  /// A course where one essay waits.
  private func bench() throws -> Workbench { try Self.sat.copy() }

  private static let sat = MadeWorkbench {
    let bench = try Workbench.crafts()
    _ = try bench.sitCrafts(typing: Crafts.all)
    return bench
  }

  @Test func `an essay that waits is listed until it has its mark`() throws {
    let bench = try bench()
    let attempt = try bench.lastAttempt()
    let waiting = try bench.seminar("mark").output
    #expect(waiting.contains("\(attempt)  p01          joinery/crafts  safety        4      3"))
    let marked = try bench.seminar("mark", attempt, "safety", "3", "--comment", "Clear.")
    #expect(marked.output == "safety: 3 of 4 marks. The score is final.\n")
    #expect(try bench.seminar("mark").output == "There is nothing to mark.\n")
    #expect(try bench.seminar("scores", "--format", "csv").output.contains(",7,8,87.5,yes"))
    #expect(try bench.wholeEventCount() > 10)
    let shown = try bench.seminar("mark", attempt, "safety").output
    #expect(shown.contains("Marked 3 by "))
  }

  @Test func `an essay is shown with what to look for`() throws {
    let bench = try bench()
    expectGolden(try bench.seminar("mark", bench.lastAttempt()).output, "mark-essay.txt")
  }

  @Test(arguments: [
    (["safety", "4.01"], 64, "the mark is '4.01', expected a number from 0 to 4"),
    (["safety", "--", "-1"], 64, "the mark is '-1', expected a number from 0 to 4"),
    (["nail", "0"], 64, "the program marks this item; another mark needs a reason"),
    (["saftey", "1"], 66, "did you mean 'safety'?"),
    (["read", "1"], 66, "the attempt has no item 'read'"),
  ])
  func `what cannot be given is refused in words`(
    arguments: [String],
    status: Int32,
    words: String
  ) throws {
    let bench = try bench()
    let ended = try bench.command(["mark", bench.lastAttempt()] + arguments).run()
    #expect(ended.status == status)
    #expect(ended.error.contains(words))
    #expect(try bench.seminar("mark").output.contains("safety"))
  }

  @Test func `an attempt that is open or unknown is not marked`() throws {
    let bench = try Workbench.crafts()
    _ = try bench.sitCrafts(typing: ["", "b"])
    let open = try bench.seminar("mark", bench.lastAttempt(), "safety", "1")
    #expect(open.status == 65)
    #expect(open.error.contains("is still open"))
    let unknown = try bench.seminar("mark", "xyz", "safety", "1")
    #expect(unknown.status == 66)
    #expect(unknown.error.contains("no attempt begins with 'xyz'"))
  }

  @Test func `without a markbook nothing waits, and none is made`() throws {
    let bench = try Workbench.joinery()
    #expect(try bench.seminar("mark").output == "There is nothing to mark.\n")
    #expect(try bench.seminar("mark", "abc").status == 66)
    #expect(try !bench.contents().keys.contains("markbook.sqlite"))
  }

  @Test func `the list is written for programs too`() throws {
    let bench = try bench()
    let csv = try bench.seminar("mark", "--format", "csv").output
    #expect(csv.hasPrefix("attempt,participant,quiz,item,maximum,words,submitted\r\n"))
    #expect(csv.contains(",p01,joinery/crafts,safety,4,3,"))
    let json = try bench.seminar("mark", "--format", "json").output
    #expect(json.contains(#""format": "seminar-marking""#))
  }
}
