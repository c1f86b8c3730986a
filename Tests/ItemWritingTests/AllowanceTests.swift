import Diagnostics
import ItemWriting
import Quizzes
import Testing

@Suite struct AllowanceTests {
  private typealias Sample = LintSample

  private static let negative = Sample.choice("Which tool does not cut?", "Saw", "*Hammer", "Plane")

  private static func allowing(_ allowance: String) -> String {
    negative.replacing("    rationale:", with: "    allow: {3️⃣\(allowance)}\n    rationale:")
  }

  @Test func `an item may allow a finding with a reason`() throws {
    try expectClean(Sample.quiz(Self.allowing("negative-stem: the words of the manual")))
  }

  @Test func `a quiz may allow a finding for all its items`() throws {
    try expectClean(
      Sample.quiz(
        Self.negative,
        more: "allow: {negative-stem: the words of the manual}"
      )
    )
  }

  @Test func `an allowance without a reason is a warning`() throws {
    try expectLint(
      Sample.quiz(Self.allowing("negative-stem: ''")),
      ["3️⃣": "warning: 'negative-stem' is allowed without a reason [allow]"]
    )
  }

  @Test func `an allowance that nothing needs is a warning`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice("Which tool drives a nail?", "Saw", "*Hammer", "Plane"),
        more: "allow: {3️⃣clang: names of tools}"
      ),
      ["3️⃣": "warning: 'clang' is allowed, but the quiz does not need it [allow]"]
    )
  }

  @Test func `an allowance of an unknown code offers the nearest`() throws {
    let found = try LintSample.findings([Sample.quiz(Self.allowing("negativ-stem: so"))])
    #expect(found.last?.message == "no rule has the code 'negativ-stem' [allow]")
    #expect(found.last?.remedy == "did you mean 'negative-stem'?")
  }

  @Test func `an allowance that is no mapping is an error`() throws {
    let text = Self.negative.replacing("    rationale:", with: "    allow: 3️⃣clang\n    rationale:")
    let found = try LintSample.findings([Sample.quiz(text)])
    #expect(found.map(\.message).contains("found 'clang', expected codes with reasons"))
  }

  @Test func `a finding on several quizzes is allowed when each of them does`() throws {
    let items = (0..<8).map {
      Sample.item("true-false", "The tool number \($0) is a tool for wood.", "    key: true")
    }
    let plain = Sample.quiz(Array(items[..<4]))
    let other = Sample.quiz(Array(items[4...]))
    let allow = "allow: {key-position: all are true on purpose}"
    let allowing = { (items: [String]) in Sample.quiz(items, more: allow) }
    #expect(try LintSample.findings([plain, other]).count == 1)
    #expect(try LintSample.findings([allowing(Array(items[..<4])), other]).count == 1)
    #expect(
      try LintSample.findings([
        allowing(Array(items[..<4])), allowing(Array(items[4...])),
      ]).isEmpty
    )
  }

  @Test func `codes are known, sorted, and each named once`() {
    #expect(Lint.codes == Lint.codes.sorted())
    #expect(Set(Lint.codes).count == Lint.codes.count)
    #expect(Lint.codes.count == 33)
  }
}
