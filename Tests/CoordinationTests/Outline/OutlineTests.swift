import Coordination
import Curricula
import Diagnostics
import Foundation
import GoldenFiles
import Quizzes
import Testing

/// What a curriculum teaches and tests.
@Suite struct OutlineTests {
  private let course: Course

  /// The small course with outcomes; the quiz on tools is graded, that on joints is for practice.
  init() throws {
    course = try Course()
    try course.edit(
      "curricula/joinery.yaml",
      "    title: Joints\n",
      """
          title: Joints
          outcomes:
            - {outcome: choose a joint, themes: [timber], level: apply}
            - {outcome: date a chest, themes: [timber], level: analyse}
            - {outcome: sharpen a chisel, themes: [hand-tools]}
            - {outcome: cut a dovetail, themes: [timber], level: analyse, observed: [dovetails]}
            - like wood
          readings:
            - {title: Timber manual, source: section 1, minutes: 20}
            - {title: Old chests, link: "https://example.org/chests", optional: true}
          before: Bring a piece of oak.
          notes: [Count the chisels.]

      """
    )
  }

  private func outline() throws -> CurriculumOutline {
    try CurriculumOutline(of: course.curriculum(nil).curriculum, in: course)
  }

  private func coverage(of theme: String) throws -> CurriculumOutline.ThemeCoverage {
    try #require(try outline().themes.first { $0.theme.id == theme })
  }

  @Test func `outcomes have the marks of their week, their sessions and their tests`() throws {
    let part = try #require(try outline().parts.first { $0.module.id == "joints" })
    #expect(part.weeks == [2])
    #expect(part.outcomes.map(\.mark) == ["2a", "2b", "2c", "2d", "2e"])
    #expect(part.outcomes[0].sessions == ["dovetails", "history"])
    #expect(part.outcomes[0].tests.map(\.shortName) == ["joints"])
    #expect(part.outcomes[2].sessions == [])
  }

  @Test func `only items at the level of an outcome or above test it`() throws {
    let part = try #require(try outline().parts.first { $0.module.id == "joints" })
    #expect(part.outcomes[1].tests == [])
  }

  @Test func `gaps are named`() throws {
    let gaps = try outline().gaps
    #expect(gaps.contains(.outcomeNotTested(mark: "2b", .analyse)))
    #expect(gaps.contains(.outcomeNotTaught(mark: "2c")))
    #expect(gaps.contains(.outcomeWithoutTheme(mark: "2e")))
    #expect(gaps.map(\.words).contains("No quiz has an item on glue (Glue)."))
    // What facilitators see needs no item.
    #expect(!gaps.contains(.outcomeNotTested(mark: "2d", .analyse)))
    #expect(
      gaps.contains {
        $0.words == "The module tools (Tools and how to keep them) names no outcomes."
      }
    )
  }

  @Test func `a graded quiz that asks for what is taught later is a gap`() throws {
    try course.edit("quizzes/joinery/tools.yaml", "theme: hand-tools", "theme: glue")
    let words = try outline().gaps.map(\.words)
    #expect(
      words.contains(
        "The quiz tools of week 1 has items on glue (Glue), which is first taught in week 3."
      )
    )
  }

  @Test func `a theme is counted in the week of its sessions and of its module's quiz`() throws {
    let tools = try coverage(of: "hand-tools")
    #expect(tools.minutes == 105)
    #expect(tools.cells.map(\.minutes) == [105, 0, 0])
    #expect(tools.cells[0].graded > 0 && tools.cells[0].practice == 0)
    #expect(tools.tests.map(\.isGraded) == [true])
  }

  @Test func `sessions that each group has for itself are not added up`() throws {
    try course.edit(
      "curricula/joinery.yaml",
      "  - {id: apprentices, name: Apprentices, size: 12}\n",
      """
        - {id: apprentices, name: Apprentices, size: 8}
        - {id: guests, name: Guests, size: 4}

      """
    )
    try course.edit(
      "curricula/joinery.yaml",
      "        title: Planes\n",
      "        title: Planes\n        for: each group\n"
    )
    let tools = try coverage(of: "hand-tools")
    #expect(tools.sessions == ["saws", "planes@apprentices", "planes@guests"])
    #expect(tools.minutes == 105)
    #expect(tools.cells.first?.minutes == 105)
    let words = try outline().text(width: 200)
    #expect(words.contains("7 sessions, up to 300 minutes for a participant"))
  }

  @Test func `items that a bank lends are counted once in the table, and named with the quiz`()
    throws
  {
    course.texts["quizzes/joinery/final.yaml"] = """
      quiz: Final
      status: Written for tests.
      curriculum: joinery
      mode: graded
      pass: 50
      opens: after week 3
      closes: 7 days after week 3
      banks: [tools, joints]
      draw:
        - {items: 2, module: tools}

      """
    let before = try coverage(of: "hand-tools").cells
    let tools = try coverage(of: "hand-tools")
    #expect(tools.tests.map(\.shortName) == ["tools", "final"])
    #expect(tools.tests.last?.lent == tools.tests.first?.items)
    #expect(before.map(\.graded).reduce(0, +) == tools.tests.first?.items)
  }

  @Test func `without a timetable the columns are modules`() throws {
    try course.edit("curricula/joinery.yaml", "to: 12:00", "to: 10:30")
    let outline = try outline()
    #expect(!outline.hasWeeks)
    #expect(outline.gaps.first == .noTimetable)
    #expect(
      outline.columns.map(\.title) == ["Tools and how to keep them", "Joints", "Glue and finish"]
    )
  }

  @Test func `a quiz that cannot be read is named`() throws {
    course.texts["quizzes/joinery/tools.yaml"] = "quiz: [\n"
    #expect(try outline().gaps.contains(.unreadable(quiz: "joinery/tools")))
  }

  @Test func `the outline is shown in every form`() throws {
    let outline = try outline()
    expectGolden(outline.text(showsNotes: true), "outline.txt")
    expectGolden(outline.text(width: 40), "outline-40.txt")
    expectGolden(outline.page(), "outline.html")
    expectGolden(outline.svg, "outline.svg")
    expectGolden(outline.json, "outline.json")
    #expect(!outline.page().contains("Count the chisels."))
    #expect(outline.page(showsNotes: true).contains("Count the chisels."))
  }

  @Test(arguments: [40, 60, 80, 132])
  func `lines keep within the width`(width: Int) throws {
    let long = try outline().text(width: width, showsNotes: true).split(separator: "\n").filter {
      $0.displayWidth > width && !$0.contains("https://")
    }
    #expect(long == [])
  }
}
