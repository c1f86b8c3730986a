import Coordination
import Curricula
import Quizzes
import Records

/// Where somebody sits down to a quiz: it finds the attempt to go on with, or starts a new one.
struct QuizDesk {
  let desk: Desk
  let file: Workspace.QuizFile
  let isPractice: Bool
  let workspace: Workspace

  /// The quiz as its file says now, parsed again only when the file was changed.
  let presentQuiz = PresentQuiz()

  /// The zone in which instants are told.
  private var zone: Zone { workspace.zone }

  /// What a sitting would do.
  enum Next {
    /// Go on with an attempt.
    case goOn(RecordedAttempt)
    /// Begin one.
    case begin(Beginning)
  }

  /// An attempt that could begin.
  struct Beginning {
    let quiz: Quiz
    let kind: Attempt.Kind
    let attempts: [RecordedAttempt]
    let start: Event.Start
    /// What the sitter should know before.
    let briefing: [Line]
    /// Whether a clock starts or one of few attempts is used up, so that the sitter is asked first.
    let asksFirst: Bool
  }

  /// What a sitting would do now; nothing is recorded.
  ///
  /// An attempt that is open is sat on with the text of the quiz with which it began, even when the
  /// file, which is read by the function given, was changed since, or broken.
  func next(reading read: () throws -> Quiz) throws -> Next {
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
        return .goOn(last)
      }
      let kind = kind(of: quiz)
      guard let last = open.last(where: { $0.kind == kind }) else {
        return .begin(try beginning(of: quiz, kind, after: attempts))
      }
      return .goOn(last)
    }
  }

  /// Begins an attempt; when it ends is counted from now.
  func begin(_ beginning: Beginning, isIntroduced: Bool) throws -> Desk.Opening {
    try desk.wordingErrors {
      let now = Moment.now
      var start = beginning.start
      start.deadline =
        try admit(to: beginning.quiz, beginning.kind, after: beginning.attempts, at: now)
      return try desk.start(
        beginning.quiz,
        start,
        for: workspace.programme(of: beginning.quiz),
        isIntroduced: isIntroduced,
        surroundings: surroundings(of: beginning.quiz),
        at: now
      )
    }
  }

  /// Goes on with an attempt.
  func goOn(with recorded: RecordedAttempt) throws -> Desk.Opening {
    try desk.wordingErrors {
      try desk.resume(recorded, readFrom: file.path, surroundings: surroundings)
    }
  }

  private func kind(of quiz: Quiz) -> Attempt.Kind {
    guard case .participant = desk.sitter, !isPractice else { return .practice }
    return Attempt.Kind(quiz.mode)
  }

  /// The quiz as its file says now; the one that is sat where the file cannot be read any more.
  private func present(otherwise sat: Quiz) -> Quiz {
    (try? presentQuiz.quiz(in: file)) ?? sat
  }

  private func terms(of quiz: Quiz) throws -> (terms: Terms, override: RecordedOverride?) {
    // The roster may have changed since the sitting began.
    let sitter = try desk.sitter.asOnRoster(of: desk.markbook)
    return try workspace.terms(of: quiz, named: file.name, for: sitter, in: desk.markbook)
  }

  /// What others decide while an attempt is being sat: windows and rules come from the present file,
  /// items and keys from the version that is sat.
  private func surroundings(of sat: Quiz) -> Surroundings {
    Surroundings(
      newDeadline: { attempt in
        let (terms, override) = try terms(of: present(otherwise: sat))
        return attempt.extended(
          by: terms,
          because: override?.reason ?? "the file of the quiz, the roster, or the timetable",
          decidedBy: override?.decidedBy ?? "seminar"
        )
      },
      present: { attempt in
        let showing = try workspace.showing(
          present(otherwise: sat),
          named: file.name,
          in: desk.markbook
        )
        let version = attempt.progress?.remarks.last?.what.version
        return Conversation.Present(
          showing,
          corrected: try version.flatMap {
            try desk.markbook.quiz(ofVersion: $0, named: file.name)
          }
        )
      }
    )
  }

  private func beginning(
    of quiz: Quiz,
    _ kind: Attempt.Kind,
    after attempts: [RecordedAttempt]
  ) throws -> Beginning {
    let now = Moment.now
    let start = try desk.beginning(
      of: quiz,
      as: file.name,
      kind,
      seen: try seen(quiz, in: attempts),
      deadline: try admit(to: quiz, kind, after: attempts, at: now)
    )
    let (preview, _) = try Conversation.start(quiz, start, goOnCommand: nil, at: now)
    let terms = try terms(of: quiz).terms
    let isAsMeant = kind == Attempt.Kind(quiz.mode)
    let allowed = isAsMeant && kind == .graded ? terms.conditions.attempts : nil
    var briefing = preview.briefing
    if let allowed {
      let number = attempts.count { $0.kind == .graded && $0.isSubmitted } + 1
      briefing.append(Line(.detail, "This is attempt \(number) of \(allowed)."))
    }
    if isAsMeant, let closes = terms.conditions.closes {
      briefing.append(Line(.detail, "The quiz closes on \(zone.wording(of: closes))."))
    }
    if kind == .graded { briefing.append(Line(.detail, quiz.feedback.outlook)) }
    return Beginning(
      quiz: quiz,
      kind: kind,
      attempts: attempts,
      start: start,
      briefing: briefing,
      asksFirst: allowed != nil || (isAsMeant && terms.limit != nil)
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
      try admitToPractice(quiz, terms, attemptsMade: earlier.count, at: now.time)
      return nil
    }
    guard let refusal = Failure(admission, zone) else {
      if case .admitted(let deadline) = admission { return deadline }
      return nil
    }
    throw refusal
  }

  /// A graded quiz is practised only when its right answers may be known: after it has closed for
  /// everybody, or where its file shows them earlier and the participant has no attempt left.
  private func admitToPractice(
    _ quiz: Quiz,
    _ terms: Terms,
    attemptsMade: Int,
    at now: Timestamp
  ) throws {
    let showing = try workspace.showing(quiz, named: file.name, in: desk.markbook)
    if showing.phase(at: now) == .afterClose { return }
    let remedy =
      switch desk.sitter {
      case .participant: "sit it as it is meant, without '--practice'"
      case .guest: "name who sits with '--as ID' to sit it as it is meant"
      }
    guard quiz.feedback.tellsAnswersEarly else {
      let reason =
        if let closes = showing.closes {
          "the quiz can be practised once it has closed, on \(zone.wording(of: closes))"
        } else if let tie = try workspace.conditions(of: quiz).closesBy {
          "the quiz can be practised once it has closed, \(tie); that timetable is not published yet"
        } else {
          "the quiz cannot be practised: it never closes, so its right answers stay hidden"
        }
      throw Failure(.notPermitted, reason, remedy: remedy)
    }
    switch terms.admission(at: now, after: []) {
    case .notYetOpen, .notPublished:
      if let refusal = Failure(terms.admission(at: now, after: []), zone) { throw refusal }
    case .admitted, .closed, .noAttemptLeft, .tooSoon: break
    }
    if case .participant = desk.sitter, let allowed = terms.conditions.attempts,
      attemptsMade < allowed
    {
      throw Failure(
        .notPermitted,
        allowed == 1
          ? "the quiz can be practised after you have used the only graded attempt"
          : "the quiz can be practised after you have used all \(allowed) graded attempts",
        remedy: remedy
      )
    }
  }
}
