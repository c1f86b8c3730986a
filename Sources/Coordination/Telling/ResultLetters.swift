public import Curricula
internal import Foundation
public import Publishing
public import Quizzes
public import Records

/// Messages that tell participants their own results at a quiz, as far as its rules allow now.
public struct ResultLetters: Sendable {
  /// The messages, one for each participant who has submitted a graded attempt.
  public let letters: [Letter]
  /// What has to be recorded before they are written: that right answers were shown, and that attempts
  /// closed at their deadline.
  public let events: [(attempt: RecordedAttempt, events: [Event])]

  /// Writes the messages, and records nothing.
  ///
  /// - Parameters:
  ///   - file: The quiz.
  ///   - curriculum: The programme that sends them.
  ///   - workspace: Where the quiz is.
  ///   - markbook: Where attempts are recorded.
  ///   - now: The present.
  /// - Throws: ``AttemptProblem``, or what the markbook or the workspace refuse.
  public init(
    at file: QuizFile,
    from curriculum: Curriculum,
    in workspace: any WorkspaceContents,
    _ markbook: Markbook,
    at now: Moment
  ) throws {
    var letters: [Letter] = []
    var all: [(attempt: RecordedAttempt, events: [Event])] = []
    for participant in try markbook.roster() {
      let last = try LastResults(
        at: file,
        by: .participant(participant, .claimed),
        markbook,
        in: workspace,
        only: .graded,
        at: now
      ) { events, attempt in
        all.append((attempt, events))
      }
      guard let last else { continue }
      let lines = last.heading + last.results.lines()
      let text = lines.map { line in
        line.text.isEmpty ? "" : "  \(line)"
      }.joined(separator: "\n")
      let title = last.heading.first?.text ?? file.name
      letters.append(
        Letter(
          to: participant.id,
          participant.name,
          at: participant.email,
          subject: "Your result: \(title)",
          paragraphs: ["This is your result in the programme “\(curriculum.title)”.", text],
          of: curriculum,
          purpose: "result"
        )
      )
    }
    self.letters = letters
    events = all
  }

  /// Records what the messages show; only then may they be written.
  ///
  /// - Throws: ``MarkbookError``; attempts recorded so far stay recorded.
  public func record(in markbook: Markbook) throws(MarkbookError) {
    for (attempt, events) in events {
      try markbook.append(events, to: attempt.id, after: attempt.eventCount)
    }
  }
}
