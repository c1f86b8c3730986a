import Coordination
import Curricula
import Diagnostics
import Foundation
import GoldenFiles
import Publishing
import Quizzes
import Records
import Testing

/// A programme without dates: who has done which course.
@Suite struct PathProgressTests {
  private let course: Course
  private static let programme = Programme(curriculum: "catalogue", edition: "")

  /// Three courses on two paths; the first has a quiz of one question.
  init() throws {
    course = try Course()
    course.texts = [
      "curricula/catalogue.yaml": """
      curriculum: catalogue
      title: A catalogue
      pace: self
      hours: 1 to 2
      modules:
        - {id: c1, number: 1, title: One}
        - {id: c2, number: 2, title: Two, needs: [c1]}
        - {id: c4, number: 4, title: Four, needs: [{any-of: [c1, c2]}]}
        - {id: c5, number: 5, announced: true}
      paths:
        - {id: short, title: Short, courses: [c1, c2]}
        - {id: long, title: Long, courses: [c1, c4, {course: c2, optional: true}]}

      """,
      "quizzes/one.yaml": """
      quiz: One
      status: Written for tests.
      curriculum: catalogue
      module: c1
      mode: graded
      pass: 60
      attempts: 3
      closes: never
      shuffle: nothing
      items:
        - {id: oak, kind: true-false, stem: Oak is hard., key: true}

      """,
    ]
    let csv = "id,name,group\np01,Ana Núñez,short;long\np02,Noor,long\n"
    let roster = try Roster.parse(SourceText(file: "roster.csv", text: csv))
    _ = try course.markbook.importRoster(roster, at: Timestamp(milliseconds: 0))
  }

  private func programme() throws -> SelfPacedProgramme {
    switch try course.readProgramme(nil).programme {
    case .selfPaced(let programme): return programme
    case .dated: throw Course.Missing(path: "pace")
    }
  }

  private func progress() throws -> PathProgress {
    try PathProgress(of: programme(), in: course, course.markbook, at: Moment(course.now))
  }

  private func record(_ name: String, of id: String = "p01", withdrawn: Bool = false) throws -> Bool
  {
    try course.markbook.record(
      CompletedCourse(
        name,
        on: "2026-03-20",
        because: "certificate shown",
        by: "Ida",
        isWithdrawn: withdrawn
      ),
      of: id,
      in: Self.programme,
      at: course.now
    )
  }

  @Test func `at first the first course is open and others come later`() throws {
    let row = try progress().row(of: "p01")
    #expect(row.states == [.open, .locked, .locked, .announced])
    #expect(row.paths.map(\.path.id) == ["short", "long"])
    #expect(row.paths.map(\.done) == [0, 0])
    #expect(row.paths.map(\.next?.id) == ["c1", "c1"])
    #expect(row.paths[0].left == StudyTime(least: 120, most: 240))
    #expect(try progress().row(of: "p02").paths.map(\.path.id) == ["long"])
  }

  @Test func `a course is done when its quiz is passed`() throws {
    try course.sit("one", typing: ["false", ":submit", "yes"])
    #expect(try progress().row(of: "p01").states[0] == .notPassed)
    try course.sit("one", typing: ["true", ":submit", "yes"])
    let row = try progress().row(of: "p01")
    #expect(row.states[0].isDone && row.states[0].word == "passed")
    #expect(row.states[0].day == "2026-03-24")
    #expect(row.percents[0] == 100)
    #expect(row.states[1] == .open && row.states[2] == .open)
    #expect(row.paths.map(\.done) == [1, 1])
  }

  @Test func `an attempt that goes on is under way`() throws {
    try course.sit("one", typing: [])
    #expect(try progress().row(of: "p01").states[0] == .underWay)
  }

  @Test func `a course is done when the coordinator records it, with its date`() throws {
    #expect(try record("c1"))
    #expect(try record("c2"))
    let row = try progress().row(of: "p01")
    #expect(row.states[0] == .recorded(on: "2026-03-20"))
    #expect(row.paths[0].completed == "2026-03-20")
    #expect(row.paths[0].left == StudyTime(least: 0, most: 0))
    #expect(row.paths[1].optional == 1 && row.paths[1].completed == nil)
    #expect(try progress().row(of: "p02").states[0] == .open)
  }

  @Test func `the same record twice says nothing new, and a mistake is taken back`() throws {
    #expect(try record("c1"))
    #expect(try !record("c1"))
    #expect(try record("c1", withdrawn: true))
    #expect(try !record("c1", withdrawn: true))
    #expect(try progress().row(of: "p01").states[0] == .open)
    #expect(try !record("c2", withdrawn: true))
  }

  @Test func `records of another programme do not count, and the chain is whole`() throws {
    _ = try course.markbook.record(
      CompletedCourse("c1", on: "2026-03-20", because: "seen", by: "Ida"),
      of: "p01",
      in: Programme(curriculum: "other", edition: ""),
      at: course.now
    )
    #expect(try record("c2"))
    #expect(try progress().row(of: "p01").states[0] == .open)
    guard case .whole = try course.markbook.verify() else {
      Issue.record("found \(try course.markbook.verify())")
      return
    }
    #expect(throws: MarkbookError.self) { try record("c1", of: "p09") }
  }

  @Test func `progress on paths is shown in every form`() throws {
    _ = try record("c1")
    let progress = try progress()
    let row = try progress.row(of: "p01")
    expectGolden(progress.text(), "paths.txt")
    expectGolden(progress.text(of: row), "paths-p01.txt")
    expectGolden(progress.sheet().csv(), "paths.csv")
    expectGolden(progress.json(), "paths.json")
    expectGolden(progress.page(), "paths.html")
    #expect(!progress.page(of: row).contains("Noor"))
  }

  @Test func `paths and their outline are shown in every form`() throws {
    let paths = ProgrammePaths(of: try programme(), in: course)
    expectGolden(paths.text(), "programme.txt")
    expectGolden(paths.sheet().csv(), "programme.csv")
    expectGolden(paths.json, "programme.json")
    expectGolden(paths.page(), "programme.html")
    #expect(
      paths.files.map(\.path) == [
        "index.html", "programme.txt", "programme.csv", "programme.json", "paths/short.html",
        "paths/long.html",
      ]
    )
    let outline = CourseOutline(of: try programme(), in: course)
    expectGolden(outline.text(), "course-outline.txt")
    expectGolden(outline.svg, "course-outline.svg")
    #expect(outline.gaps.count == 2)
    #expect(outline.page().contains("What is missing"))
    #expect(outline.json.contains("seminar-course-outline"))
  }

  @Test func `a check finds quizzes of courses that there are not, and ties to weeks`() throws {
    func findings(_ piece: String, _ other: String) throws -> [String] {
      let before = course.texts["quizzes/one.yaml"]
      try course.edit("quizzes/one.yaml", piece, other)
      defer { course.texts["quizzes/one.yaml"] = before }
      var check = WorkspaceCheck(in: course)
      for path in course.curricula() + course.quizzes() { try check.read(path) }
      return check.findings().sorted.filter { $0.severity != .note }.map(\.message)
    }
    #expect(
      try findings("module: c1", "module: c3").contains("the course 'c3' is not declared")
    )
    #expect(
      try findings("closes: never", "closes: after week 2").contains(
        "the programme 'catalogue' is self-paced, so it has no weeks and no sessions"
      )
    )
    #expect(
      try findings("key: true}", "key: true, theme: law}").contains(
        "the theme 'law' is not declared"
      )
    )
    #expect(
      try findings("pass: 60\n", "").contains(
        "the quiz decides whether the course 'c1' is done, but it has no pass mark"
      )
    )
  }
}
