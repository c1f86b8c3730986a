internal import Curricula
internal import Publishing
public import Quizzes
public import Records

extension WorkspaceContents {
  /// When, how long and how often somebody may sit a quiz, with the override that says so.
  ///
  /// What the quiz ties to the timetable is decided by the last revision that was published.
  public func terms(
    of quiz: Quiz,
    named name: String,
    for sitter: Sitter,
    in markbook: Markbook?,
    and further: RecordedOverride? = nil
  ) throws -> (terms: Terms, override: RecordedOverride?) {
    guard case .participant(let participant, _) = sitter, let markbook else {
      return (Terms(try conditions(of: quiz)), nil)
    }
    let conditions = try conditions(of: quiz, for: participant.groups)
    let (what, last) = try markbook.override(for: participant.id, at: name, and: further)
    let factor = Rational(decimal: "\(participant.extraTime)") ?? 1
    return (Terms(conditions, extraTime: factor, override: what), last)
  }

  /// What may be shown of attempts at a quiz, by its present file, else by the text that was sat.
  public func showing(
    of file: QuizFile,
    otherwise sat: Quiz? = nil,
    in markbook: Markbook?
  ) throws -> Showing {
    let present: Quiz
    do {
      present = try writtenQuiz(file)
    } catch {
      guard let sat else { throw error }
      present = sat
    }
    return try showing(present, named: file.name, in: markbook)
  }

  /// What may be shown of attempts at a quiz that was read.
  public func showing(_ quiz: Quiz, named name: String, in markbook: Markbook?) throws -> Showing {
    let conditions = try conditions(of: quiz)
    let closes = try markbook?.closingForEverybody(of: name, by: conditions) ?? conditions.closes
    return Showing(quiz.feedback, closes: closes)
  }

  /// When and how often a quiz may be sat, with the instants of the last published timetable.
  ///
  /// What is tied to a series follows its members for some groups; without groups, or where none is for
  /// them, all members.
  public func conditions(
    of quiz: Quiz,
    for groups: Set<String> = []
  ) throws -> Quiz.Conditions {
    let conditions = quiz.conditions
    guard conditions.opensBy != nil || conditions.closesBy != nil, quiz.curriculum != nil,
      case let programme = programme(of: quiz), case let revisions = try revisions(of: programme),
      !revisions.isEmpty
    else { return conditions }
    return conditions.tied { part in
      let span = revisions.span(of: part, for: groups) {
        try? self.curriculum(programme.label).curriculum
      }
      return span.map { Quiz.Tie.Span(begins: Timestamp($0.begins), ends: Timestamp($0.ends)) }
    }
  }
}
