import Curricula
import Diagnostics
import Foundation
import GoldenFiles
import Testing

/// Programmes without dates.
@Suite struct SelfPacedTests {
  private static let text = """
    curriculum: catalogue
    title: A catalogue
    pace: self
    hours: 1.5 to 12
    themes:
      - {id: law, title: Law}
    modules:
      - {id: c1, number: 1, title: One}
      - {id: c2, number: 2, title: Two, hours: 2, needs: [c1]}
      - {id: c4, number: 4, title: Four, hours: 0.5, themes: [law], audience: pilots, entry: by nomination, needs: [{any-of: [c1, c2], reason: basics}]}
      - {id: c5, number: 5, announced: true}
    paths:
      - {id: short, title: Short, courses: [c1, c2]}
      - {id: long, title: Long, audience: pilots, courses: [c1, c4, {course: c5, optional: true}]}

    """

  private func read(_ text: String = text) throws -> SelfPacedProgramme {
    try SelfPacedProgramme.parse(SourceText(file: "catalogue.yaml", text: text)).programme
  }

  private func diagnostics(_ piece: String, _ other: String) -> [Diagnostic] {
    precondition(Self.text.contains(piece), "the programme has no '\(piece)'")
    let text = Self.text.replacing(piece, with: other)
    do {
      return try SelfPacedProgramme.parse(SourceText(file: "catalogue.yaml", text: text))
        .warnings.sorted
    } catch {
      return error.sorted
    }
  }

  @Test func `courses have numbers with gaps, hours as a range, needs and what is announced`()
    throws
  {
    let programme = try read()
    #expect(programme.courses.map(\.number) == [1, 2, 4, 5])
    #expect(programme.courses.map(\.isAnnounced) == [false, false, false, true])
    #expect(programme.courses[0].length == StudyTime(least: 90, most: 720))
    #expect(programme.courses[1].length == StudyTime(least: 120, most: 120))
    #expect(programme.courses[2].length == StudyTime(least: 30, most: 30))
    #expect(programme.courses[3].length == nil)
    #expect(programme.courses[2].needs.map(\.anyOf) == [["c1", "c2"]])
    #expect(programme.courses[2].audience == "pilots")
    #expect(programme.courses[2].entry == "by nomination")
    #expect(programme.courses.map(\.name) == ["1. One", "2. Two", "4. Four", "5. Announced"])
  }

  @Test func `paths share courses, and can have optional ones`() throws {
    let programme = try read()
    #expect(programme.paths.map(\.required) == [["c1", "c2"], ["c1", "c4"]])
    #expect(programme.paths[1].steps.map(\.isOptional) == [false, false, true])
  }

  @Test func `nothing is doubtful in it`() throws {
    let parsed = try SelfPacedProgramme.parse(SourceText(file: "c.yaml", text: Self.text))
    #expect(parsed.warnings.diagnostics == [])
  }

  @Test(arguments: [
    (30, 30, "30 minutes"), (30, 45, "30 to 45 minutes"), (60, 60, "1 hour"),
    (60, 120, "1 to 2 hours"), (90, 720, "1.5 to 12 hours"), (80, 80, "1.33 hours"),
    (45, 60, "0.75 to 1 hours"), (63, 63, "1.05 hours"),
  ])
  func `a time is shown in hours, or in minutes below one`(least: Int, most: Int, shown: String) {
    #expect(StudyTime(least: least, most: most).description == shown)
  }

  @Test func `a programme without dates is not a curriculum with dates`() throws {
    let source = SourceText(file: "catalogue.yaml", text: Self.text)
    #expect(throws: Findings.self) { try Curriculum.parse(source) }
    let dated = Programme(text: "pace: dated\n" + Programme().text)
    #expect(try dated.read().curriculum.id == "small")
  }

  @Test func `mistakes have their messages`() {
    func mistake(
      _ heading: String,
      _ piece: String,
      _ other: String
    ) -> (heading: String, diagnostics: [Diagnostic]) {
      (heading, diagnostics(piece, other))
    }
    let path = "courses: [c1, c2]"
    expectGolden(
      report([
        mistake("a date", "pace: self\n", "pace: self\nstarts: 2026-03-03\nweeks: 2\n"),
        mistake("an unknown course on a path", path, "courses: [c1, c3]"),
        mistake("an unknown course that is needed", "needs: [c1]", "needs: [c9]"),
        mistake("an unknown theme", "themes: [law]", "themes: [laws]"),
        mistake("a circle", "title: One}", "title: One, needs: [c2]}"),
        mistake("a course that needs itself", "needs: [c1]", "needs: [c2]"),
        mistake(
          "no circle where another course will do",
          "title: One}",
          "title: One, needs: [{any-of: [c2, c6]}]}\n  - {id: c6, title: Six}"
        ),
        mistake("an announced course on a path", "{course: c5, optional: true}", "c5"),
        mistake("an announced course that is needed", "needs: [c1]", "needs: [c5]"),
        mistake("a path in the wrong order", path, "courses: [c2, c1]"),
        mistake("a path that lacks a needed course", path, "courses: [c2]"),
        mistake(
          "a needed course that is optional",
          path,
          "courses: [{course: c1, optional: true}, c2]"
        ),
        mistake("a course twice on a path", path, "courses: [c1, c2, c1]"),
        mistake("a path without courses", path, "courses: []"),
        mistake("a course on no path", path, "courses: [c1]"),
        mistake("a course without a title", "title: Two, ", ""),
        mistake("two courses of one number", "number: 2", "number: 1"),
        mistake("two courses of one identifier", "id: c2", "id: C1"),
        mistake("hours that shrink", "hours: 2,", "hours: 3 to 2,"),
        mistake("hours of nothing", "hours: 2,", "hours: 0,"),
        mistake("hours in words", "hours: 2,", "hours: two,"),
        mistake("a need without courses", "any-of: [c1, c2]", "any-of: []"),
        mistake("a mistyped key", "announced: true", "anounced: true"),
      ]),
      "mistakes-self-paced.txt"
    )
  }

  @Test func `the catalogue of this repository is as it is listed: 1 to 41, no 20, 41 announced`()
    throws
  {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = "curricula/programmes/elearning/curricula/unodc-elearning.yaml"
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    let (programme, warnings) = try SelfPacedProgramme.parse(SourceText(file: file, text: text))
    #expect(warnings.diagnostics == [])
    #expect(programme.proposal?.hasPrefix("Proposal, not official.") == true)
    #expect(programme.courses.compactMap(\.number) == (1...41).filter { $0 != 20 })
    #expect(programme.courses.filter(\.isAnnounced).map(\.number) == [41])
    #expect(programme.courses.count { $0.title != nil } == 39)
    #expect(programme.paths.count == 8)
    #expect(Set(programme.paths.flatMap(\.steps).map(\.course)).count == 39)
    let shared = programme.paths.filter { $0.steps.contains { $0.course == "course-15" } }
    #expect(shared.map(\.id) == ["trafficking", "terrorism", "justice"])
    #expect(programme.course("course-7")?.title == "Investigating Drug Organised Crime")
    #expect(programme.course("course-31")?.title == "Organized Crime")
    #expect(
      programme.course("course-18")?.needs.map(\.anyOf) == [["course-1", "course-2", "course-3"]]
    )
  }
}
