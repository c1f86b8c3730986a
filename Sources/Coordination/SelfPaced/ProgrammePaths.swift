public import Curricula
internal import Diagnostics
public import Publishing

/// The paths and courses of a self-paced programme, with hours where another programme has dates.
public struct ProgrammePaths: Sendable {
  /// The programme.
  public let programme: SelfPacedProgramme
  /// The short names of the quizzes that each course is done with.
  let quizzes: [String: [String]]

  /// Looks at a programme and its quizzes.
  ///
  /// - Parameters:
  ///   - programme: The programme.
  ///   - workspace: Where its quizzes are.
  public init(of programme: SelfPacedProgramme, in workspace: any WorkspaceContents) {
    let found = CourseQuizzes(of: programme, in: workspace)
    self.programme = programme
    quizzes = Dictionary(
      programme.courses.map { ($0.id, found.names(of: $0.id)) }
    ) { first, _ in first }
  }

  /// The title, with the edition where there is one.
  var heading: String {
    programme.edition.isEmpty ? programme.title : "\(programme.title), \(programme.edition)"
  }

  /// What there is, in a sentence.
  var summary: String {
    let open = programme.courses.filter { !$0.isAnnounced }
    let announced = programme.courses.count - open.count
    let more =
      announced == 0 ? "" : "; \(announced) more \(announced.agreeing("is", "are")) announced"
    return "\(open.counted("course")) on \(programme.paths.counted("path")), without dates: each "
      + "participant goes at their own pace\(more)."
  }

  /// What it takes to have done a course, in a sentence.
  static let rule =
    "A course is done when its quiz is passed, or when the coordinator records the day on which it was "
    + "done."

  /// How long the required courses of a path take together, and how many there are.
  func measure(of path: LearningPath) -> String {
    let required = path.required.compactMap(programme.course)
    let optional = path.steps.count - required.count
    let time = programme.length(of: required).map { ", \($0)" } ?? ""
    let more = optional == 0 ? "" : ", and \(optional) optional"
    return "\(required.counted("course"))\(time)\(more)"
  }

  /// What else is to be known of a course, each in a few words.
  func remarks(on course: Course, isOptional: Bool = false) -> [String] {
    var remarks: [String] = []
    if isOptional { remarks.append("optional") }
    if course.isAnnounced { remarks.append("not available yet") }
    remarks += course.needs.map { "after \($0.words)" }
    if let entry = course.entry { remarks.append(entry) }
    if let audience = course.audience { remarks.append("for \(audience)") }
    if let names = quizzes[course.id], !names.isEmpty {
      remarks.append("quiz \(names.joined(separator: ", "))")
    }
    return remarks
  }

  /// The courses that are on no path, such as those that are only announced.
  var unplaced: [Course] {
    let placed = Set(programme.paths.flatMap(\.steps).map(\.course))
    return programme.courses.filter { !placed.contains($0.id) }
  }
}

extension Course.Need {
  /// The courses: `course-3`, or `any of course-1, course-2`.
  var words: String {
    anyOf.count == 1 ? anyOf[0] : "any of \(anyOf.joined(separator: ", "))"
  }
}

extension ProgrammePaths {
  /// The files of the published folder: the whole as page, text, table and JSON, and a page for each path.
  public var files: [Publication.File] {
    [
      Publication.File(path: "index.html", text: page()),
      Publication.File(path: "programme.txt", text: text()),
      Publication.File(path: "programme.csv", text: sheet().csv()),
      Publication.File(path: "programme.json", text: json),
    ]
      + programme.paths.map {
        Publication.File(path: "paths/\($0.id).html", text: page(of: $0))
      }
  }
}
