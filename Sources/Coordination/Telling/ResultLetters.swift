internal import Curricula
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
  /// Why nobody gets a message; `nil` where somebody does.
  public let silence: Silence?

  /// Why nobody has a result that could be sent.
  public enum Silence: Hashable, Sendable {
    /// Nobody is on the roster.
    case emptyRoster
    /// The quiz is for practice, and only graded attempts have results.
    case practice
    /// Nobody on the roster has submitted a graded attempt; so many are open.
    case nothingSubmitted(open: Int)
  }

  /// Writes the messages, and records nothing.
  ///
  /// - Parameters:
  ///   - file: The quiz.
  ///   - programme: The programme that sends them.
  ///   - workspace: Where the quiz is.
  ///   - markbook: Where attempts are recorded.
  ///   - now: The present.
  /// - Throws: ``AttemptProblem``, or what the markbook or the workspace refuse.
  public init(
    at file: QuizFile,
    from programme: ReadProgramme,
    in workspace: any WorkspaceContents,
    _ markbook: Markbook,
    at now: Moment
  ) throws {
    var letters: [Letter] = []
    var all: [(attempt: RecordedAttempt, events: [Event])] = []
    let roster = try markbook.roster()
    for participant in roster {
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
          paragraphs: ["This is your result in the programme “\(programme.title)”.", text],
          of: programme.title,
          by: programme.organizer,
          purpose: "result"
        )
      )
    }
    self.letters = letters
    events = all
    silence =
      letters.isEmpty
      ? try Self.silence(at: file, in: workspace, markbook, Set(roster.map(\.id))) : nil
  }

  private static func silence(
    at file: QuizFile,
    in workspace: any WorkspaceContents,
    _ markbook: Markbook,
    _ roster: Set<Participant.ID>
  ) throws -> Silence {
    if roster.isEmpty { return .emptyRoster }
    if case .practice = try workspace.quiz(file).mode { return .practice }
    let open = try markbook.attempts(of: file.name).count { attempt in
      attempt.kind == .graded && attempt.participant.map(roster.contains) ?? false
    }
    return .nothingSubmitted(open: open)
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
