import Foundation
import Testing

@testable import Quizzes

/// The counts of items on the page about sources are those of the files.
@Suite struct ItemDistributionTests {
  private let page: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    page = try String(
      contentsOf: root.appending(path: "Sources/Quizzes/Quizzes.docc/ContentSources.md"),
      encoding: .utf8
    )
  }

  /// The part of the page below a heading.
  private func part(below heading: String) throws -> Substring {
    let start = try #require(page.firstRange(of: heading + "\n")).upperBound
    let rest = page[start...]
    return rest.firstRange(of: "\n#").map { rest[..<$0.lowerBound] } ?? rest
  }

  @Test func `kinds, levels, places and lengths of the programme's items are as the page says`()
    throws
  {
    let items = try ShippedItemsTests().allItems
    let part = try part(below: "## How the items are distributed")
    for row in Distribution(items).rows {
      #expect(part.contains(row), "the page should say: \(row)")
    }
  }

  @Test func `so are those of the other programmes`() throws {
    let items = try OtherProgrammesTests.items().filter { $0.kind != .description }
    let part = try part(below: "### The quizzes of the other programmes")
    for row in Distribution(items).rows {
      #expect(part.contains(row), "the page should say: \(row)")
    }
  }
}

/// How items are spread over kinds, levels, places and lengths.
private struct Distribution {
  private let items: [Item]

  init(_ items: [Item]) { self.items = items }

  /// The rows of the table.
  var rows: [String] {
    let choices = singleChoices
    let places = (0..<4).map { place in choices.count { $0.firstIndex(where: \.isKey) == place } }
    let lengths = choices.map { options in
      (
        key: options.filter(\.isKey).map(\.text.count),
        others: options.filter { !$0.isKey }.map(\.text.count)
      )
    }
    let longest = lengths.count { ($0.key.max() ?? 0) > ($0.others.max() ?? 0) }
    let shortest = lengths.count { ($0.key.min() ?? 0) < ($0.others.min() ?? 0) }
    let levels = Item.Level.allCases.map { level in items.count { $0.level == level } }
    let words = items.map { $0.stem.split(whereSeparator: \.isWhitespace).count }
    let mean = Int((Double(words.reduce(0, +)) / Double(max(1, words.count))).rounded())
    return [
      row("questions", [items.count]),
      row(
        "single choice, multiple response, matching, true or false",
        ["single-choice", "multiple-response", "matching", "true-false"].map(count)
      ),
      row(
        "ordering, numerical, cloze, short text, essay",
        ["ordering", "numerical", "cloze", "short-text", "essay"].map(count)
      ),
      row("recall, apply, analyse (by the authors' judgement)", levels),
      row(
        "place of the key in the file, first to fourth, of \(choices.count) single choices",
        places
      ),
      row("the key is longer than each other option, or shorter", [longest, shortest]),
      row("two, three, four keys of a multiple response", (2...4).map(keys)),
      row("true, false", [true, false].map(truths)),
      row("words of a question: mean, most", [mean, words.max() ?? 0]),
    ]
  }

  private func row(_ name: String, _ counts: [Int]) -> String {
    "| \(name) | \(counts.map(String.init).joined(separator: ", ")) |"
  }

  private func count(_ kind: String) -> Int { items.count { $0.kind.name.rawValue == kind } }

  private var singleChoices: [[Item.Option]] {
    items.compactMap { item in
      if case .singleChoice(let choice) = item.kind { choice.options } else { nil }
    }
  }

  private func keys(_ wanted: Int) -> Int {
    items.count { item in
      guard case .multipleResponse(let response) = item.kind else { return false }
      return response.options.count(where: \.isKey) == wanted
    }
  }

  private func truths(_ wanted: Bool) -> Int {
    items.count { item in
      guard case .trueFalse(let statement) = item.kind else { return false }
      return statement.key == wanted
    }
  }
}
