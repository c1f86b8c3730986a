import Coordination
import Curricula
import Quizzes
import Records
import Testing

@Suite struct EditionTests {
  /// A course with another edition of its curriculum, which begins a year later, and another curriculum.
  private func course() throws -> Course {
    let course = try Course()
    let text = try #require(course.texts["curricula/joinery.yaml"])
    let began = try course.curriculum(nil).curriculum.starts
    let next = NextEdition(
      after: text,
      begun: began,
      named: "next",
      on: CivilDate(dayNumber: began.dayNumber + 364)
    )
    #expect(next.weeks == 52)
    course.texts["curricula/z.yaml"] = next.text
    return course
  }

  @Test func `the edition that runs counts until the next begins`() throws {
    let course = try course()
    #expect(try course.path(ofCurriculum: nil) == "curricula/joinery.yaml")
    #expect(try course.path(ofCurriculum: "joinery") == "curricula/joinery.yaml")
    let zone = try Course().zone
    #expect(course.zone == zone)
    course.now = Timestamp(milliseconds: course.now.milliseconds + 370 * 86_400_000)
    #expect(try course.path(ofCurriculum: "joinery") == "curricula/z.yaml")
  }

  @Test func `an edition is named with its curriculum`() throws {
    let course = try course()
    #expect(try course.path(ofCurriculum: "joinery/next") == "curricula/z.yaml")
    #expect(throws: UnknownName.self) { try course.path(ofCurriculum: "joinery/2099") }
    #expect(try course.path(ofCurriculum: "curricula/z.yaml") == "curricula/z.yaml")
  }

  @Test func `quizzes of a week, terms and programmes are those of the edition that runs`() throws {
    let (course, alone) = (try course(), try Course())
    #expect(try course.quizFile("week-01") == alone.quizFile("week-01"))
    let file = try course.quizFile("week-01")
    #expect(try course.programme(of: course.quiz(file)) == alone.programme(of: alone.quiz(file)))
  }

  @Test func `attempts of another edition do not count`() {
    let (now, before) = (
      Programme(curriculum: "joinery", edition: "2027"),
      Programme(curriculum: "joinery", edition: "2026")
    )
    #expect(now.label == "joinery/2027")
    #expect(Programme(label: now.label) == now)
    #expect(Programme(label: "joinery") == Programme(curriculum: "joinery"))
    #expect(before != now)
  }

  @Test func `the next edition moves every day by whole weeks`() throws {
    let text = """
      # Begins on 2026-03-24.
      curriculum: c
      starts: 2026-03-24
      blocks: [{on: 2026-03-31, from: 10:00, to: 13:00}]
      """
    let began = try #require(CivilDate("2026-03-24"))
    let starts = try #require(CivilDate("2027-03-23"))
    let next = NextEdition(after: text, begun: began, named: "2027", on: starts)
    #expect(
      next.text == """
        # Begins on 2026-03-24.
        curriculum: c
        edition: "2027"
        starts: 2027-03-23
        blocks: [{on: 2027-03-30, from: 10:00, to: 13:00}]
        """
    )
    #expect(next.moved.map(\.number) == [5])
  }
}
