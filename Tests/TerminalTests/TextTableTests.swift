import Terminal
import Testing

@Suite struct TextTableTests {
  private let table = TextTable(
    [.init("name"), .init("attempts", .right), .init("score", .decimal)],
    rows: [["Ana Núñez", "1", "9.5"], ["张伟", "12", "10"], ["عمر", "3", "0.25"], ["Bo"]]
  )

  @Test func `cells stand below one another whatever their script`() {
    #expect(
      table.lines() == [
        "name       attempts  score",
        "Ana Núñez         1   9.5",
        "张伟             12  10",
        "عمر               3   0.25",
        "Bo",
      ]
    )
  }

  @Test func `a table that is too wide takes several lines a row`() {
    let table = TextTable(
      [.init("week", .right), .init("title")],
      rows: [["1", "Foundations of crime prevention"]]
    )
    #expect(
      table.lines(within: 20) == [
        "week  title",
        "   1  Foundations of",
        "      crime",
        "      prevention",
      ]
    )
  }

  @Test func `a table that is still too wide is shown all the same`() {
    #expect(table.lines(within: 5)[0].hasPrefix("name"))
  }

  @Test func `screen readers get one fact a line`() {
    #expect(
      table.facts().prefix(5) == [
        "name: Ana Núñez", "attempts: 1", "score: 9.5", "", "name: 张伟",
      ]
    )
  }

  @Test func `titles are headings`() {
    let lines = TextTable([.init("name")], rows: [["Bo"]]).lines(Style(isColored: true))
    #expect(lines == ["\u{1B}[1mname\u{1B}[0m", "Bo"])
  }

  @Test func `a table without rows shows its titles, one without columns nothing`() {
    #expect(TextTable([.init("name")]).lines() == ["name"])
    #expect(TextTable([], rows: [["a"]]).lines() == [])
  }
}
