internal import Curricula
public import Quizzes
public import Records

/// Where somebody sits down to a quiz: it finds the attempt to go on with, or starts a new one.
public struct QuizDesk {
  let desk: Desk
  let file: QuizFile
  let isPractice: Bool
  let workspace: any WorkspaceContents
  /// The quiz as its file says now, parsed again only when the file was changed.
  private let presentQuiz = PresentQuiz()

  /// Creates a desk for one quiz.
  ///
  /// - Parameters:
  ///   - desk: Who sits, and where that is recorded.
  ///   - file: The quiz.
  ///   - isPractice: Whether no score is to count.
  ///   - workspace: Where the quiz is.
  public init(
    _ desk: Desk,
    for file: QuizFile,
    isPractice: Bool,
    in workspace: any WorkspaceContents
  ) {
    self.desk = desk
    self.file = file
    self.isPractice = isPractice
    self.workspace = workspace
  }

  /// What a sitting would do.
  public enum Next {
    /// Go on with an attempt.
    case goOn(RecordedAttempt)
    /// Begin one.
    case begin(Beginning)
  }

  /// An attempt that could begin.
  public struct Beginning {
    /// What is sat.
    public let quiz: Quiz
    /// What the attempt is for.
    public let kind: Attempt.Kind
    /// What the sitter should know before.
    public let briefing: [Line]
    /// Whether a clock starts or one of few attempts is used up, so that the sitter is asked first.
    public let asksFirst: Bool
    let attempts: [RecordedAttempt]
    let start: Event.Start
  }

  /// What a sitting would do now; nothing is recorded.
  ///
  /// An attempt that is open is sat on with the text of the quiz with which it began, even when the
  /// file was changed since, or broken.
  ///
  /// - Throws: ``NotAdmitted``, or what keeps the quiz or earlier attempts from being read.
  public func next(at now: Moment) throws -> Next {
    let programme = workspace.programme(ofQuizIn: file)
    let attempts = try desk.attempts(of: file.name, in: programme)
    let open = attempts.filter { !$0.isSubmitted }
    let quiz: Quiz
    do {
      quiz = try workspace.quiz(file)
    } catch {
      guard let last = open.last(where: { !isPractice || $0.kind == .practice }) else {
        throw error
      }
      return .goOn(last)
    }
    let kind = kind(of: quiz)
    guard let last = open.last(where: { $0.kind == kind }) else {
      return .begin(try beginning(of: quiz, kind, after: attempts, at: now))
    }
    return .goOn(last)
  }

  /// Begins an attempt; when it ends is counted from now.
  ///
  /// - Parameters:
  ///   - beginning: What ``next(at:)`` said.
  ///   - isIntroduced: Whether the sitter has read the briefing.
  ///   - now: When this happens.
  ///   - generator: The source of the attempt's identifier.
  /// - Returns: The attempt with its first turn, recorded.
  /// - Throws: ``NotAdmitted``, or what keeps it from being recorded.
  public func begin(
    _ beginning: Beginning,
    isIntroduced: Bool,
    at now: Moment,
    using generator: inout some RandomNumberGenerator
  ) throws -> Desk.Opening {
    var start = beginning.start
    start.deadline =
      try admit(to: beginning.quiz, beginning.kind, after: beginning.attempts, at: now)
    return try desk.start(
      beginning.quiz,
      start,
      for: workspace.programme(of: beginning.quiz),
      isIntroduced: isIntroduced,
      surroundings: surroundings(of: beginning.quiz),
      at: now,
      using: &generator
    )
  }

  /// Goes on with an attempt.
  public func goOn(with recorded: RecordedAttempt, at now: Moment) throws -> Desk.Opening {
    try desk.resume(recorded, readFrom: file.path, surroundings: surroundings, at: now)
  }

  private func kind(of quiz: Quiz) -> Attempt.Kind {
    guard case .participant = desk.sitter, !isPractice else { return .practice }
    return Attempt.Kind(quiz.mode)
  }

  /// The quiz as its file says now; the one that is sat where the file cannot be read any more.
  private func present(otherwise sat: Quiz) -> Quiz {
    (try? presentQuiz.quiz(in: file, of: workspace)) ?? sat
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
    after attempts: [RecordedAttempt],
    at now: Moment
  ) throws -> Beginning {
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
      let time = workspace.zone.wording(of: closes)
      briefing.append(Line(.detail, "The quiz closes on \(time)."))
    }
    if kind == .graded { briefing.append(Line(.detail, quiz.feedback.outlook)) }
    return Beginning(
      quiz: quiz,
      kind: kind,
      briefing: briefing,
      asksFirst: allowed != nil || (isAsMeant && terms.limit != nil),
      attempts: attempts,
      start: start
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
      guard let progress = try desk.markbook.replay(recorded).progress else { continue }
      for item in progress.items {
        seen[item] = max(seen[item] ?? progress.startedAt, progress.startedAt)
      }
    }
    return seen
  }
}

extension QuizDesk {
  /// The deadline of a new attempt.
  ///
  /// - Throws: ``NotAdmitted`` where none may begin.
  private func admit(
    to quiz: Quiz,
    _ kind: Attempt.Kind,
    after attempts: [RecordedAttempt],
    at now: Moment
  ) throws -> Deadline? {
    let (terms, _) = try terms(of: quiz)
    let earlier = try attempts.filter { $0.kind == .graded && $0.isSubmitted }.map { recorded in
      let attempt = try desk.markbook.replay(recorded)
      let startedAt = attempt.progress?.startedAt ?? now.time
      return Terms.Earlier(startedAt: startedAt, endedAt: attempt.submittedAt ?? startedAt)
    }
    guard kind == Attempt.Kind(quiz.mode) else {
      try admitToPractice(quiz, terms, attemptsMade: earlier.count, at: now.time)
      return nil
    }
    let admission = terms.admission(at: now.time, after: kind == .graded ? earlier : [])
    if let reason = admission.refusal { throw refused(reason) }
    if case .admitted(let deadline) = admission { return deadline }
    return nil
  }

  private func refused(_ reason: NotAdmitted.Reason) -> NotAdmitted {
    NotAdmitted(reason: reason, zone: workspace.zone)
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
    let isGuest = desk.sitter.id == nil
    guard quiz.feedback.tellsAnswersEarly else {
      if let closes = showing.closes {
        throw refused(.practiceAfterClose(closes, isGuest: isGuest))
      }
      let tie = try workspace.conditions(of: quiz).closesBy
      throw refused(
        tie.map { .practiceAfterTie($0, isGuest: isGuest) } ?? .practiceNever(isGuest: isGuest)
      )
    }
    let admission = terms.admission(at: now, after: [])
    switch admission {
    case .notYetOpen, .notPublished: if let reason = admission.refusal { throw refused(reason) }
    case .admitted, .closed, .noAttemptLeft, .tooSoon: break
    }
    if !isGuest, let allowed = terms.conditions.attempts, attemptsMade < allowed {
      throw refused(.practiceAfterAttempts(allowed))
    }
  }
}
