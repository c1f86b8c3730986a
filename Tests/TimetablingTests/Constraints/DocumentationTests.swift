import Curricula
import Diagnostics
import Foundation
import Testing

@testable import Timetabling

/// The pages on constraints are compared with the code: their examples are read, their code is ours.
@Suite struct DocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static let page = Result { try article("Constraints") }

  private static func article(_ name: String) throws -> String {
    try text("Sources/Timetabling/Timetabling.docc/\(name).md")
  }

  /// The code blocks of a language on a page.
  private static func blocks(_ language: String, on name: String = "Constraints") throws
    -> [String]
  {
    var blocks: [String] = []
    var current: [Substring]?
    for line in try article(name).split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = current {
        if line == "```" {
          blocks.append(lines.map { "\($0)\n" }.joined())
          current = nil
        } else {
          current = lines + [line]
        }
      } else if line == "```\(language)" {
        current = []
      }
    }
    return blocks
  }

  /// The real curriculum without its own constraints, with the example in place of its section.
  private static func curriculum(with example: String) throws -> SourceText {
    var sections = try text("curricula/crime-justice-security.yaml").sections
    let added = example.hasPrefix("- ") ? "constraints:\n" + example : example
    let key = added.prefix { $0 != ":" }
    sections.removeAll { $0.hasPrefix("constraints:") || $0.hasPrefix("\(key):") }
    return SourceText(file: "example.yaml", text: sections.joined() + added)
  }

  @Test func `there are examples and code`() throws {
    #expect(try Self.blocks("yaml").count == 35)
    #expect(try Self.blocks("swift").isEmpty)
    #expect(try Self.blocks("swift", on: "WritingConstraints").count == 8)
  }

  @Test func `every example of constraints is accepted in the real curriculum`() throws {
    for example in try Self.blocks("yaml") where example.hasPrefix("- ") {
      let curriculum = try Curriculum.parse(Self.curriculum(with: example)).curriculum
      #expect(throws: Never.self, "\(example)") { try Problem(curriculum) }
    }
  }

  @Test func `every example of another section is accepted`() throws {
    let fragments = try Self.blocks("yaml").filter { !$0.hasPrefix("- ") }
    #expect(
      fragments.map { $0.prefix { $0 != ":" } } == [
        "calendar", "trainers", "groups", "rooms", "modules",
      ]
    )
    for fragment in fragments {
      // Other sections refer to names that the example does not have.
      let key = fragment.prefix { $0 != ":" }
      let text = Sample().text.sections.filter { !$0.hasPrefix("\(key):") }.joined()
        .replacing("starts: 2026-03-02", with: "starts: 2026-03-24")
        .replacing("weeks: 3", with: "weeks: 10").replacing("{id: law,", with: "{id: T05,")
        .replacing("id: two", with: "id: cyber").replacing("id: one", with: "id: environment")
        .replacing("themes: [law]", with: "themes: [T05]")
      let plain =
        switch key {
        case "trainers": text.replacing(/(trainers|one-of): \[[^\]]*\],?/, with: "")
        case "groups": text.replacing(/groups: \[[^\]]*\],?/, with: "")
        default: text
        }
      let source = SourceText(file: "example.yaml", text: plain + fragment)
      #expect(throws: Never.self, "\(fragment)") {
        try Problem(Curriculum.parse(source).curriculum)
      }
    }
  }

  @Test func `every constraint has a section, and every section a constraint`() throws {
    let lines = try Self.page.get().split(separator: "\n")
    let sections = Set(lines.filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) })
    let inherent = [
      "avoid-days", "block-groups", "block-place", "clash", "closed-days", "inside-block", "needs",
      "past", "perturbation",
      "group-away", "group-hours", "group-only", "group-tentative", "prefer-days", "room-closed",
      "room-hours", "room-only", "room-tentative", "trainer-away",
      "trainer-hours", "trainer-only", "trainer-tentative",
    ]
    #expect(sections == Set(Catalogue.readers.map { $0.name } + inherent))
  }

  @Test func `every constraint declared by name has an example`() throws {
    let examples = try Self.blocks("yaml").joined()
    let missing = Catalogue.readers.map { $0.name }.filter {
      !examples.contains("- \($0):") && !examples.contains("- {\($0):")
    }
    #expect(missing == [])
  }

  @Test func `the code shown is the code that runs`() throws {
    let files = try [
      "Sources/Timetabling/Problem/Constraints/Rooms/HeldIn.swift",
      "Sources/Timetabling/Problem/Shapes/Span/Span.swift",
      "Sources/Timetabling/Problem/Shapes/WeeksInARow/WeeksInARow.swift",
      "Sources/Timetabling/Problem/Shapes/WeeksInARow/WeekFormula.swift",
      "Tests/TimetablingTests/Constraints/HeldInTests.swift",
    ].map(Self.text)
    for block in try Self.blocks("swift", on: "WritingConstraints") {
      #expect(files.contains { $0.contains(block) }, "\(block)")
    }
  }

  @Test func `the worked example costs what the page says, and is explained as it says`() throws {
    let example = try #require(try Self.blocks("yaml", on: "FindingATimetable").first)
    func problem(_ text: String) throws -> Problem {
      try Problem(Curriculum.parse(SourceText(file: "first-aid.yaml", text: text)).curriculum)
    }
    #expect(try Solver(problem(example)).optimum(steps: 100_000)?.cost == 6)
    let strict = Solver(try problem(example.replacing(", weight: 3", with: "")))
    let conflict = try #require(strict.explainConflict())
    #expect(conflict.lines.count == 5)
    #expect(conflict.isMinimal)
    let repairs = conflict.repairs.map(\.sentence)
    #expect(repairs.contains("let Lee also come on 14 April 2026"))
    #expect(repairs.contains("let somebody else hold 'bandages'"))
  }
}

extension String {
  /// The top-level sections of a YAML text, each beginning with its key.
  fileprivate var sections: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).reduce(into: [""]) { sections, line in
      if line.first?.isLetter == true { sections.append("") }
      sections[sections.count - 1] += line + "\n"
    }
  }
}
