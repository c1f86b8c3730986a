import Foundation
import ItemWriting
import Quizzes
import Testing

@Suite struct LintDocumentationTests {
  @Test func `the page on item writing names each code once, and no other`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = root.appending(path: "Sources/ItemWriting/ItemWriting.docc/WordingOfItems.md")
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
      .compactMap { $0.prefixMatch(of: /\| `([a-z-]+)` \|/).map { String($0.1) } }
    #expect(rows.sorted() == Lint.codes)
  }
}
