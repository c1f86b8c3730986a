internal import Curricula
internal import Quizzes

/// The graded quizzes of a self-paced programme by their courses.
struct CourseQuizzes {
  /// A quiz.
  struct Entry {
    let file: QuizFile
    /// The quiz as its file has it, without the items of its banks.
    let quiz: Quiz
  }

  /// The quizzes of each course, by name.
  private(set) var byCourse: [String: [Entry]] = [:]
  /// The quizzes that cannot be read.
  private(set) var unreadable: [String] = []

  /// All quizzes.
  var all: [Entry] {
    byCourse.values.flatMap(\.self).sorted { $0.file.name < $1.file.name }
  }

  init(of programme: SelfPacedProgramme, in workspace: any WorkspaceContents) {
    for file in workspace.quizFiles() {
      guard let quiz = try? workspace.writtenQuiz(file) else {
        if file.name.hasPrefix("\(programme.id)/") { unreadable.append(file.name) }
        continue
      }
      guard quiz.belongs(to: programme.id), let course = quiz.module?.name,
        case .graded = quiz.mode
      else { continue }
      byCourse[course, default: []].append(Entry(file: file, quiz: quiz))
    }
  }

  /// The short names of the quizzes of a course.
  func names(of course: String) -> [String] {
    byCourse[course]?.map(\.file.shortName) ?? []
  }
}
