internal import Diagnostics
internal import Quizzes

/// The quiz that a file holds now: the file is read each time, and parsed when its text was changed.
///
/// A sitting asks at each response, because windows and rules may be changed while it goes on. It
/// is a class because it remembers what it has parsed.
final class PresentQuiz {
  private var last: (text: String, quiz: Quiz)?

  /// Reads a quiz, or throws what is wrong with it.
  func quiz(in file: QuizFile, of workspace: any WorkspaceContents) throws -> Quiz {
    let source = try workspace.text(of: file.path)
    if let last, last.text == source.text { return last.quiz }
    let quiz = try Quiz.parse(source)
    last = (source.text, quiz)
    return quiz
  }
}
