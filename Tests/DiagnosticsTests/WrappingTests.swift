import Diagnostics
import Testing

@Suite struct WrappingTests {
  @Test func `lines break at spaces`() {
    #expect("the quick brown fox".wrapped(to: 10) == ["the quick", "brown fox"])
  }

  @Test func `a line may be just as wide as allowed`() {
    #expect("the quick".wrapped(to: 9) == ["the quick"])
  }

  @Test func `further lines hang below the first`() {
    let lines = "An organized group".wrapped(to: 14, indentedBy: "  a) ")
    #expect(lines == ["  a) An", "     organized", "     group"])
  }

  @Test func `a word that is too long is broken`() {
    #expect("abcdefghij k".wrapped(to: 4) == ["abcd", "efgh", "ij k"])
  }

  @Test func `wide characters count two columns and need no spaces`() {
    #expect("打击跨国有组织犯罪公约".wrapped(to: 9) == ["打击跨国", "有组织犯", "罪公约"])
  }

  @Test func `no line begins with a closing mark`() {
    #expect("犯罪。公约".wrapped(to: 4) == ["犯", "罪。", "公约"])
  }

  @Test func `what people see as one character stays whole`() {
    #expect("👩‍👩‍👧👩‍👩‍👧".wrapped(to: 3) == ["👩‍👩‍👧", "👩‍👩‍👧"])
    #expect("e\u{301}e\u{301}e\u{301}".wrapped(to: 2) == ["e\u{301}e\u{301}", "e\u{301}"])
  }

  @Test func `line feeds and indentation in the text are kept`() {
    #expect("one\n\n  two".wrapped(to: 20) == ["one", "", "  two"])
  }

  @Test func `no text is one empty line`() {
    #expect("".wrapped(to: 20) == [""])
  }

  @Test func `even no room at all ends`() {
    #expect("ab 漢".wrapped(to: 0) == ["ab", "漢"])
  }

  @Test(arguments: 2...40)
  func `no line is too wide and nothing is lost`(columns: Int) {
    let text = "Article 2(a) of the Convention — 联合国打击跨国有组织犯罪公约 — defines «groupe» 👍🏽, مجموعة."
    let lines = text.wrapped(to: columns)
    #expect(lines.allSatisfy { $0.displayWidth <= columns })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
