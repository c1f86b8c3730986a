import Testing

@testable import Publishing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("Vienna", 6), ("é", 1), ("e\u{301}", 1), ("联合国", 6), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("ｶﾅ", 2), ("Ｗ", 2), ("قانون", 5), ("قَانُون", 5),
    ("👩‍👩‍👧", 2), ("🇦🇹", 2), ("❤️", 2), ("–×", 2), ("\u{1B}\u{200B}", 0),
  ])
  func `a text takes the columns that a terminal gives it`(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }
}
