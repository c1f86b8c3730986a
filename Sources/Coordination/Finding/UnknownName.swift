/// A name that stands for nothing here, or for several things: facts, worded by whoever asked.
public enum UnknownName: Error, Hashable, Sendable {
  /// The workspace has no curriculum, which would be in this folder.
  case noCurriculum(in: String)
  /// No curriculum is named, and there are several.
  case oneOfCurricula([String])
  /// No curriculum has the name.
  case curriculum(String, among: [String], folder: String)
  /// The curriculum has no such edition.
  case edition(String, of: String, among: [String])
  /// The workspace has no quiz, which would be in this folder.
  case noQuiz(in: String)
  /// No quiz has the name.
  case quiz(String, among: [String])
  /// Several quizzes have the short name.
  case oneOfQuizzes(String, [String])
  /// The timetable has no sessions in the week; it has some in these.
  case week(Int, among: [Int])
  /// The programme is self-paced, so it has no weeks.
  case weekWithoutDates(programme: String)
  /// The module of the week has no quiz.
  case quizOfWeek(Int, module: String, curriculum: String)
  /// Nobody on the roster has the identifier.
  case participant(String, among: [String])
  /// Nobody on the roster is in the group.
  case group(String, among: [String])
  /// No attempt has an identifier that begins like this.
  case attempt(String)
  /// Several attempts have one.
  case oneOfAttempts(String, [AttemptLabel])
  /// The curriculum has no session of the name.
  case session(String, among: [String])
  /// The attempt was not asked the item.
  case item(String, among: [String], essays: [String])
}
