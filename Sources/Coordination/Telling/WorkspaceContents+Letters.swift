internal import Quizzes

extension WorkspaceContents {
  /// The name of the curriculum to which a quiz belongs; `nil` where it names none, for the only one.
  public func writtenCurriculum(of file: QuizFile) throws -> String? {
    try writtenQuiz(file).curriculum?.name
  }
}
