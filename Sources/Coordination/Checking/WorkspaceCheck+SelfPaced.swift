internal import Curricula
internal import Diagnostics
internal import Quizzes

extension WorkspaceCheck {
  /// A quiz's course and themes exist, and nothing of it depends on dates that there are not.
  ///
  /// An item can name a course in the place of a theme.
  func check(_ quiz: Quiz, of programme: SelfPacedProgramme, _ findings: inout Findings) {
    let courses = programme.courses.map(\.id)
    if let module = quiz.module {
      if !courses.contains(module.name) {
        findings.report(.undeclared("course", module.name, among: courses, at: module.location))
      } else if case .graded = quiz.mode, quiz.passPercent == nil {
        findings.warn(
          at: module.location,
          "the quiz decides whether the course '\(module.name)' is done, but it has no pass mark",
          remedy: "add a line such as 'pass: 60'"
        )
      }
    }
    for (_, location) in quiz.ties(in: nodes[quiz.text]) {
      findings.error(
        at: location,
        "the programme '\(programme.id)' is self-paced, so it has no weeks and no sessions",
        remedy: "write a date, or 'closes: never'"
      )
    }
    let known = programme.themes.map(\.id) + courses
    for theme in quiz.items.flatMap(\.themes) where !known.contains(theme.name) {
      findings.report(.undeclared("theme", theme.name, among: known, at: theme.location))
    }
  }
}
