import Foundation
import Publishing
import Quizzes
import Records

extension Workspace {
  /// When, how long and how often somebody may sit a quiz, with the override that says so.
  ///
  /// What the quiz ties to the timetable is decided by the last revision that was published.
  func terms(
    of quiz: Quiz,
    named name: String,
    for sitter: Sitter,
    in markbook: Markbook?
  ) throws -> (terms: Terms, override: RecordedOverride?) {
    let conditions = try conditions(of: quiz)
    guard case .participant(let participant, _) = sitter, let markbook else {
      return (Terms(conditions), nil)
    }
    do {
      let (what, last) = try markbook.override(for: participant.id, at: name)
      let factor = Rational(decimal: "\(participant.extraTime)") ?? 1
      return (Terms(conditions, extraTime: factor, override: what), last)
    } catch {
      throw Failure(error)
    }
  }

  private func conditions(of quiz: Quiz) throws -> Quiz.Conditions {
    let conditions = quiz.conditions
    guard conditions.opensBy != nil || conditions.closesBy != nil, let curriculum = quiz.curriculum,
      let revision = try revisions(of: curriculum.name).last
    else { return conditions }
    return conditions.tied { part in revision.span(of: part) }
  }
}

extension Revision {
  /// From when to when a part of the timetable is held; `nil` when it has no session.
  fileprivate func span(of part: Quiz.Tie.Part) -> Quiz.Tie.Span? {
    let held = entries.filter { entry in
      switch part {
      case .week(let number): entry.week == number
      case .session(let name): entry.session == name
      }
    }
    guard let begins = held.map(\.begins).min(), let ends = held.map(\.ends).max() else {
      return nil
    }
    return Quiz.Tie.Span(begins: Timestamp(begins), ends: Timestamp(ends))
  }
}
