import GoldenFiles
import Quizzes
import Records
import Testing

/// `seminar markbook attempts`, and how other commands name an attempt.
@Suite struct MarkbookAttemptsTests {
  @Test(arguments: ["text", "csv", "json"])
  func `attempts are listed with their identifiers in every form`(form: String) throws {
    let listed = try ScoresTests.recorded().seminar("markbook", "attempts", "--format", form)
    expectGolden(listed.transcript, "attempts.\(form == "text" ? "txt" : form)")
  }

  @Test func `the attempts at one quiz or of one participant are listed alone`() throws {
    let bench = try ScoresTests.recorded()
    let joints = try bench.seminar("markbook", "attempts", "joints", "--format", "csv").output
    #expect(joints.split(separator: "\r\n").count == 3)
    let own = try bench.seminar("markbook", "attempts", "--as", "p03", "--format", "csv").output
    #expect(own.split(separator: "\r\n").count == 3)
    let unknown = try bench.seminar("markbook", "attempts", "--as", "p99")
    #expect(unknown.status == 65)
    #expect(unknown.error.contains("nobody on the roster has the identifier 'p99'"))
  }

  @Test func `without a markbook there is nothing to list, and none is created`() throws {
    let bench = try Workbench.joinery()
    let before = try bench.contents()
    let listed = try bench.seminar("markbook", "attempts")
    #expect(listed.status == 0)
    #expect(listed.output.contains("There is nothing to show."))
    #expect(try bench.contents() == before)
  }

  @Test func `what fits no attempt or several is refused in words`() throws {
    let bench = try ScoresTests.recorded()
    let none = try bench.seminar("mark", "xyz", "nail", "1")
    #expect(none.status == 66)
    #expect(none.error.contains("no attempt begins with 'xyz'"))
    let empty = try bench.seminar("mark", "", "nail", "1")
    #expect(empty.status == 64)
    #expect(empty.error.contains("the identifier is empty"))
  }

  @Test func `an identifier that fits several attempts names them, and more of it does`() throws {
    let bench = try Workbench.joinery()
    // Of seventeen identifiers at least two share their first digit.
    for number in 1...17 as ClosedRange<Int64> {
      try bench.record(["^D"], at: "joinery/tools", .practice, began: 1_774_447_200_000 + number)
    }
    let ids = try bench.markbook().attempts().map(\.id)
    let digits = Dictionary(grouping: ids, by: \.first)
    let twins = try #require(
      digits.values.first { $0.count == 2 } ?? digits.values.first { $0.count > 1 }
    )
    let ended = try bench.seminar("mark", String(twins[0].prefix(1)))
    #expect(ended.status == 64)
    #expect(ended.error.contains("matches \(twins.count) attempts: "))
    #expect(ended.error.contains("\(twins[0].prefix(8)) (guest, joinery/tools, attempt "))
    #expect(ended.error.contains("write more characters of the identifier"))
    let exact = try bench.seminar("mark", twins[0])
    #expect(!exact.error.contains("matches"))
  }

  @Test(arguments: ["text", "csv", "json"])
  func `the whole story of an attempt is told`(form: String) throws {
    let bench = try ScoresTests.recorded()
    let first = try #require(try bench.markbook().attempts().first).id
    let told = try bench.seminar("markbook", "attempt", String(first.prefix(6)), "--format", form)
    expectGolden(told.transcript, "attempt.\(form == "text" ? "txt" : form)")
  }

  @Test func `the story has marks and further markings at its end`() throws {
    let bench = try ScoresTests.recorded()
    let first = try #require(try bench.markbook().attempts().first).id
    _ = try bench.seminar("mark", first, "nail", "1", "--comment", "Copied.", "--by", "ana")
    try bench.edit("quizzes/joinery/tools.yaml", "pass: 60", "pass: 70")
    _ = try bench.seminar("remark", "tools", "--why", "Agreed.", "--yes", "--by", "ben")
    let told = try bench.seminar("markbook", "attempt", first).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains("ana gave item 2 (nail) 1 mark. Comment: Copied."))
    #expect(told.contains("Reason: Agreed."))
    #expect(told.contains(", because Agreed: 5 as before of 8 marks. Score: 5 of 8, not passed."))
  }

  @Test func `an item that the program marks gets a person's mark in any attempt`() throws {
    let bench = try ScoresTests.recorded()
    let ids = try bench.markbook().attempts().filter(\.isSubmitted).map(\.id)
    for id in ids {
      let item = try bench.markbook().attempt(id).quiz == "joinery/tools" ? "nail" : "dovetail"
      let marked = try bench.seminar("mark", String(id.prefix(8)), item, "0", "--comment", "Seen.")
      #expect(marked.status == 0)
    }
  }
}
