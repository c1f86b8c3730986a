internal import Curricula
internal import Publishing

extension CourseOutline {
  /// The outline as a JSON document, version 1; the notes for facilitators are in it.
  public var json: String { Document(self).document }
}

/// The form of the document.
private struct Document: Encodable {
  let format = "seminar-course-outline"
  let version = 1
  let curriculum, edition, title: String
  let proposal: String?
  let courses: [Unit]
  let gaps: [String]

  private enum CodingKeys: CodingKey {
    case format, version, curriculum, edition, title, proposal, courses, gaps
  }

  struct Unit: Encodable {
    let course: String
    let title: String?
    let outcomes, readings, before, notes, paths: [String]
    let tests: [Test]
  }

  struct Test: Encodable {
    let quiz: String
    let graded: Bool
    let items: Int
  }

  init(_ outline: CourseOutline) {
    let programme = outline.programme
    curriculum = programme.id
    edition = programme.edition
    title = programme.title
    proposal = programme.proposal
    courses = zip(programme.courses, outline.tests).map { course, tests in
      Unit(
        course: course.id,
        title: course.title,
        outcomes: course.guidance.outcomes.map(\.text),
        readings: course.guidance.readings.map(\.words),
        before: course.guidance.before,
        notes: course.guidance.notes,
        paths: programme.paths.filter { $0.steps.contains { $0.course == course.id } }.map(\.id),
        tests: tests.map { Test(quiz: $0.quiz, graded: $0.isGraded, items: $0.items) }
      )
    }
    gaps = outline.gaps
  }
}
