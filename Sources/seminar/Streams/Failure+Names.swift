import Coordination
import Diagnostics

extension Failure {
  /// A name that stands for nothing, or for several things.
  init(_ unknown: UnknownName) {
    switch unknown {
    case .noCurriculum(let folder):
      self.init(
        .inputMissing,
        "there is no curriculum in '\(folder)'",
        remedy: "write one, or go to a folder that has one, or name it with '--workspace'"
      )
    case .oneOfCurricula(let names):
      self.init(
        .usage,
        "there are \(names.count) curricula here",
        remedy: "name one of them, or use '--curriculum': \(names.joined(separator: ", "))"
      )
    case .curriculum(let name, let known, let folder):
      self.init(
        .inputMissing,
        "there is no curriculum '\(name.visible)' in '\(folder)'",
        remedy: didYouMean(
          name,
          among: known,
          otherwise: "name a curriculum, or the path of its file"
        )
      )
    case .edition(let edition, let curriculum, let known):
      self.init(
        .inputMissing,
        "the curriculum '\(curriculum.visible)' has no edition '\(edition.visible)'",
        remedy: didYouMean(
          edition,
          among: known,
          otherwise: known.isEmpty
            ? "its file does not say which edition it is"
            : "its editions: \(known.joined(separator: ", "))"
        )
      )
    case .noQuiz(let folder):
      self.init(
        .inputMissing,
        "there is no quiz in '\(folder)'",
        remedy: "go to a folder that has one, or name it with '--workspace'"
      )
    case .quiz(let name, let known):
      self.init(
        .inputMissing,
        "there is no quiz '\(name.visible)'",
        remedy: didYouMean(
          name,
          among: known,
          otherwise: "list the quizzes with 'seminar quiz'"
        )
      )
    case .oneOfQuizzes(let name, let matches):
      self.init(
        .usage,
        "there are \(matches.count) quizzes called '\(name.visible)'",
        remedy: "name one of them: " + matches.joined(separator: ", ")
      )
    case .week(let week, let known):
      self.init(
        .inputMissing,
        "the timetable has no week \(week) with sessions",
        remedy: known.isEmpty
          ? "publish it with 'seminar publish', or name the quiz"
          : "name a week from \(known[0]) to \(known[known.count - 1])"
      )
    case .weekWithoutDates(let programme):
      self.init(
        .inputMissing,
        "'\(programme.visible)' is a self-paced programme, so it has no weeks",
        remedy: "name the quiz itself; 'seminar quiz' lists the quizzes"
      )
    case .quizOfWeek(let week, let module, let curriculum):
      self.init(
        .inputMissing,
        "week \(week) has the module '\(module)', for which there is no quiz",
        remedy: "write it as 'quizzes/\(curriculum)/\(module).yaml'"
      )
    case .participant(let name, let known):
      self.init(
        .badInput,
        "nobody on the roster has the identifier '\(name.visible)'",
        remedy: known.isEmpty
          ? "import a roster first, with 'seminar roster import FILE.csv'"
          : didYouMean(
            name,
            among: known,
            otherwise: "see who is on it with 'seminar roster list'"
          )
      )
    case .group(let name, let known):
      self.init(
        .badInput,
        "nobody on the roster is in the group '\(name.visible)'",
        remedy: known.isEmpty
          ? "import a roster with a column 'group', with 'seminar roster import FILE.csv'"
          : didYouMean(name, among: known, otherwise: "the groups are \(known.quoted(most: 8))")
      )
    case .attempt(let prefix):
      self.init(
        prefix.isEmpty ? .usage : .inputMissing,
        prefix.isEmpty
          ? "the identifier is empty" : "no attempt begins with '\(prefix.prefix(60).visible)'",
        remedy: "see the identifiers with 'seminar markbook attempts'"
      )
    case .oneOfAttempts(let prefix, let matches):
      let shown = matches.prefix(5).map { "\($0.prefix) (\($0.summary))" }
      let more = matches.count > 5 ? " and \(matches.count - 5) more" : ""
      self.init(
        .usage,
        "'\(prefix.prefix(60).visible)' matches \(matches.count) attempts: "
          + shown.joined(separator: ", ") + more,
        remedy: "write more characters of the identifier"
      )
    case .session(let name, let known):
      self.init(
        .usage,
        "there is no session '\(name.visible)'",
        remedy: didYouMean(
          name,
          among: known,
          otherwise: "see the sessions with 'seminar timetable'"
        )
      )
    case .item(let name, let known, let essays):
      self.init(
        .inputMissing,
        "the attempt has no item '\(name.prefix(60).visible)'",
        remedy: didYouMean(
          name,
          among: known,
          otherwise: essays.isEmpty
            ? "its items: " + known.joined(separator: ", ")
            : "its essays: " + essays.joined(separator: ", ")
        )
      )
    }
  }
}
