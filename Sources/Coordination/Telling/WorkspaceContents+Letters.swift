internal import Quizzes

extension WorkspaceContents {
  /// The name of the curriculum to which a quiz belongs; `nil` where it names none, for the only one.
  public func writtenCurriculum(of file: QuizFile) throws -> String? {
    let quiz = try writtenQuiz(file)
    return quiz.curriculum == nil ? nil : programme(of: quiz).label
  }
}
