import Foundation
import Testing

@Suite struct ItemWritingTests {
  private static let quiz = "quizzes/joinery/tools.yaml"

  /// A course in which one item is badly written: a note and an error.
  private static func bench() throws -> Workbench {
    let bench = try Workbench.joinery()
    try bench.edit(quiz, "Which tool drives a nail?", "Which tool does not drive a nail?")
    try bench.edit(quiz, "distractor: Plane", "distractor: Never a plane")
    return bench
  }

  @Test func `what is badly written is an error with its code, and notes are left out`() throws {
    let check = try Self.bench().seminar("check")
    #expect(
      check.output == """
        quizzes/joinery/tools.yaml:13:11: error: the stem is worded negatively, and 'not' is easily \
        overlooked [negative-stem]
          13 |     stem: Which tool does not drive a nail?
             |           ^
          help: word it positively, or write 'NOT' in capitals
        3 files checked: 1 error, 0 warnings

        """
    )
    #expect(check.status == 1)
  }

  @Test func `notes are shown and counted when they are wanted`() throws {
    let check = try Self.bench().seminar("check", "--all")
    #expect(check.output.contains(": note: 'never' is in a distractor but in no key ["))
    #expect(check.output.hasSuffix("3 files checked: 1 error, 0 warnings, 1 note\n"))
  }

  @Test func `notes alone are no problem`() throws {
    let bench = try Self.bench()
    try bench.edit(Self.quiz, "does not drive", "drives")
    #expect(try bench.seminar("check").output == "3 files checked: no problems\n")
    #expect(
      try bench.seminar("check", "--all").output.hasSuffix(
        "3 files checked: no problems, 1 note\n"
      )
    )
  }

  @Test func `an allowance with a reason silences a finding`() throws {
    let bench = try Self.bench()
    try bench.edit(
      Self.quiz,
      "    rationale: A hammer",
      "    allow: {negative-stem: the manual asks so}\n    rationale: A hammer"
    )
    let check = try bench.seminar("check")
    #expect(check.output == "3 files checked: no problems\n")
    #expect(check.status == 0)
  }

  @Test func `a theme of the module without an item is a warning`() throws {
    let bench = try Self.bench()
    try bench.edit(Self.quiz, "does not drive", "drives")
    try bench.write(
      try bench.text(of: Self.quiz).replacing("theme: hand-tools", with: "theme: timber"),
      to: Self.quiz
    )
    let check = try bench.seminar("check")
    #expect(check.output.contains("a theme of the sessions of the module 'tools' [coverage]"))
    #expect(check.status == 0)
  }

  @Test func `as JSON the notes are counted where they are shown`() throws {
    let bench = try Self.bench()
    func document(_ arguments: String...) throws -> [String: Any] {
      let output = try bench.command(["check", "--format", "json"] + arguments).run().output
      let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(object as? [String: Any])
    }
    #expect(try document()["notes"] == nil)
    #expect((try document()["problems"] as? [Any])?.count == 1)
    #expect(try document("--all")["notes"] as? Int == 1)
    #expect((try document("--all")["problems"] as? [Any])?.count == 2)
  }

  @Test func `the real quizzes have no problem`() throws {
    let check = try Workbench().seminar("check", "--workspace", Workbench.package)
    #expect(check.output.hasSuffix("files checked: no problems\n"))
  }
}
