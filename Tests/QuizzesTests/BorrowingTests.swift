import Diagnostics
import Quizzes
import SampleItems
import Testing

/// Quizzes that draw items of others.
@Suite struct BorrowingTests {
  private static let text = """
    quiz: Final
    status: An example.
    mode: graded
    closes: never
    draw:
      - {items: 2, module: tools}
      - {items: 1, module: wood}
    banks: [tools, more/wood]
    """

  /// A bank of items of which the last belongs to a scenario.
  private static func bank(_ letter: String, module: String, count: Int = 5) -> Quiz {
    let items = (0..<count).map { number in
      var item = Item.truth
      item.id = "\(letter)\(number)"
      item.remarks = ["A comment."]
      if number == count - 1 { item.section = "scene" }
      return item
    }
    var quiz = Quiz(
      title: letter,
      status: "S",
      sections: [.init("scene", title: "A scene")],
      apart: [
        [.init("\(letter)0"), .init("\(letter)\(count - 1)")],
        [.init("\(letter)1"), .init("\(letter)2")],
      ],
      items: items
    )
    quiz.module = .init(module)
    return quiz
  }

  private static var banks: [String: Quiz] {
    ["tools": bank("t", module: "tools"), "more/wood": bank("w", module: "wood")]
  }

  private static func read(_ text: String = text) throws -> Quiz {
    try Quiz.parse(SourceText(file: "final.yaml", text: text))
  }

  @Test func `a quiz without items of its own names its banks, and is written as it was read`()
    throws
  {
    let quiz = try Self.read()
    #expect(quiz.items == [])
    #expect(quiz.banks.map(\.name) == ["tools", "more/wood"])
    #expect(quiz.askedCount == 3)
    #expect(try Self.read(quiz.yaml).banks.map(\.name) == ["tools", "more/wood"])
  }

  @Test func `banks lend what stands for itself, with its module and what is kept apart`() throws {
    var findings = Findings()
    let whole = try Self.read().borrowing(from: Self.banks, &findings)
    #expect(findings == Findings())
    #expect(whole.items.map(\.id) == ["t0", "t1", "t2", "t3", "w0", "w1", "w2", "w3"])
    #expect(
      whole.items.map { $0.module?.name }.suffix(5) == ["tools"]
        + Array(repeating: "wood", count: 4)
    )
    #expect(whole.apart.map { $0.map(\.name) } == [["t1", "t2"], ["w1", "w2"]])
  }

  @Test func `the text of the whole has all items, so that it can be marked without the banks`()
    throws
  {
    var findings = Findings()
    let whole = try Self.read().borrowing(from: Self.banks, &findings)
    let again = try Self.read(whole.text)
    #expect(again.items.map(\.id) == whole.items.map(\.id))
    #expect(again.banks == [])
    #expect(again.yaml == whole.yaml)
    #expect(Arrangement(of: again, seed: 4) == Arrangement(of: whole, seed: 4))
  }

  @Test func `a quiz without banks is itself`() throws {
    let quiz = Self.bank("t", module: "tools")
    var findings = Findings()
    #expect(quiz.borrowing(from: Self.banks, &findings) == quiz)
  }

  @Test
  func `too small a bank is told at the draw, and an identifier that comes twice at the bank`()
    throws
  {
    var findings = Findings()
    let banks = [
      "tools": Self.bank("t", module: "tools", count: 2),
      "more/wood": Self.bank("t", module: "wood", count: 3),
    ]
    _ = try Self.read().borrowing(from: banks, &findings)
    #expect(
      findings.sorted.map { "\($0.location.line) \($0.message)" } == [
        "6 2 items are to be drawn, but only 1 fit",
        "8 the bank 'more/wood' has an item 't0', and so has the quiz or another of its banks",
      ]
    )
  }

  @Test(arguments: ["banks: ../tools", "banks: /tools", "banks: a//b", "banks: .hidden"])
  func `a bank lies beside the quiz or below its folder`(line: String) {
    let text = Self.text.replacing("banks: [tools, more/wood]", with: line)
    #expect(throws: Findings.self) { try Self.read(text) }
  }

  @Test func `banks without a draw are refused`() {
    let text = "quiz: A\nstatus: B\nmode: practice\nbanks: tools\n"
    let findings = #expect(throws: Findings.self) { try Self.read(text) }
    #expect(
      findings?.diagnostics.map(\.message) == [
        "'banks' is for quizzes that draw their items, and this one has no 'draw'"
      ]
    )
  }
}
