import Curricula
import Diagnostics
import Quizzes
import Records

/// Where somebody sits down to a quiz: it finds the attempt to go on with, or starts a new one.
struct QuizDesk {
  let desk: Desk
  let file: Workspace.QuizFile
  let isPractice: Bool
  let workspace: Workspace

  /// The zone in which instants are told.
  private var zone: Zone { workspace.zone }

  /// The conversation with its first turn, recorded.
  ///
  /// An attempt that is open is sat on with the text of the quiz with which it began, even when the
  /// file, which is read by the function given, was changed since, or broken.
  func open(reading read: () throws -> Quiz) throws -> Desk.Opening {
    try desk.wordingErrors {
      let attempts = try desk.attempts(of: file.name)
      let open = attempts.filter { !$0.isSubmitted }
      let quiz: Quiz
      do {
        quiz = try read()
      } catch {
        guard let last = open.last(where: { !isPractice || $0.kind == .practice }) else {
          throw error
        }
        return try resume(last)
      }
      let kind = kind(of: quiz)
      guard let last = open.last(where: { $0.kind == kind }) else {
        return try start(quiz, kind, after: attempts)
      }
      return try resume(last)
    }
  }

  private func kind(of quiz: Quiz) -> Attempt.Kind {
    guard case .participant = desk.sitter, !isPractice else { return .practice }
    return Attempt.Kind(quiz.mode)
  }

  private func terms(of quiz: Quiz) throws -> (terms: Terms, override: RecordedOverride?) {
    try workspace.terms(of: quiz, named: file.name, for: desk.sitter, in: desk.markbook)
  }

  private func start(
    _ quiz: Quiz,
    _ kind: Attempt.Kind,
    after attempts: [RecordedAttempt]
  ) throws -> Desk.Opening {
    let now = Moment.now
    return try desk.start(
      quiz,
      as: file.name,
      kind,
      seen: try seen(quiz, in: attempts),
      deadline: try admit(to: quiz, kind, after: attempts, at: now),
      at: now
    )
  }

  /// When the sitter last got each item; only a blueprint asks.
  private func seen(
    _ quiz: Quiz,
    in attempts: [RecordedAttempt]
  ) throws -> [Item.ID: Timestamp] {
    guard !quiz.draws.isEmpty else { return [:] }
    var seen: [Item.ID: Timestamp] = [:]
    for recorded in attempts {
      let attempt = try Attempt(replaying: desk.markbook.events(of: recorded.id))
      guard let progress = attempt.progress else { continue }
      for item in progress.items {
        seen[item] = max(seen[item] ?? progress.startedAt, progress.startedAt)
      }
    }
    return seen
  }

  /// The deadline of a new attempt, or why none may begin.
  private func admit(
    to quiz: Quiz,
    _ kind: Attempt.Kind,
    after attempts: [RecordedAttempt],
    at now: Moment
  ) throws -> Deadline? {
    let (terms, _) = try terms(of: quiz)
    let earlier = try attempts.filter { $0.kind == .graded && $0.isSubmitted }.map { recorded in
      let attempt = try Attempt(replaying: desk.markbook.events(of: recorded.id))
      let startedAt = attempt.progress?.startedAt ?? now.time
      return Terms.Earlier(startedAt: startedAt, endedAt: attempt.submittedAt ?? startedAt)
    }
    let admission = terms.admission(at: now.time, after: kind == .graded ? earlier : [])
    guard kind == Attempt.Kind(quiz.mode) else {
      try admitToPractice(terms, admission, attemptsMade: earlier.count, at: now.time)
      return nil
    }
    guard let refusal = Failure(admission, zone) else {
      if case .admitted(let deadline) = admission { return deadline }
      return nil
    }
    throw refusal
  }

  /// A graded quiz whose keys must not be known yet is not practised.
  private func admitToPractice(
    _ terms: Terms,
    _ admission: Terms.Admission,
    attemptsMade: Int,
    at now: Timestamp
  ) throws {
    let remedy = "sit it as it is meant, with '--as' and without '--practice'"
    if let closes = terms.conditions.closes {
      guard now < closes else { return }
      throw Failure(
        .notPermitted,
        "the quiz can be practised when it has closed, on \(zone.wording(of: closes))",
        remedy: remedy
      )
    }
    switch admission {
    case .notYetOpen, .notPublished:
      if let refusal = Failure(admission, zone) { throw refusal }
    case .admitted, .closed, .noAttemptLeft, .tooSoon: break
    }
    if let allowed = terms.conditions.attempts, attemptsMade < allowed {
      throw Failure(
        .notPermitted,
        "the quiz can be practised when all \(allowed.counted("graded attempt")) were made",
        remedy: remedy
      )
    }
  }

  private func resume(_ recorded: RecordedAttempt) throws -> Desk.Opening {
    try desk.resume(recorded, readFrom: file.path, extendedBy: extensionOf)
  }

  /// The later deadline that the sitter was given since the attempt began; a deadline under way never
  /// comes nearer.
  private func extensionOf(_ attempt: Attempt, at quiz: Quiz) throws -> Event.Extension? {
    guard let progress = attempt.progress, let present = progress.deadline else { return nil }
    let (terms, override) = try terms(of: quiz)
    let deadline = terms.deadline(startedAt: progress.startedAt)
    guard deadline.map({ $0.milliseconds > present.milliseconds }) ?? true else { return nil }
    return Event.Extension(
      to: deadline,
      reason: override?.reason ?? "the roster, or the timetable as published",
      by: override?.decidedBy ?? "seminar"
    )
  }
}
