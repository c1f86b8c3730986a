public import Curricula
internal import Foundation
public import Quizzes
public import Records

extension PathProgress {
  /// Looks at all participants of a self-paced programme.
  ///
  /// - Parameters:
  ///   - programme: The programme.
  ///   - groups: Only participants of these groups, which are paths; empty for all.
  ///   - workspace: Where the quizzes are.
  ///   - markbook: Where everything is recorded; `nil` where nothing is.
  ///   - now: The present.
  /// - Throws: ``UnknownName``, ``AttemptProblem``, or what the markbook refuses.
  public init(
    of programme: SelfPacedProgramme,
    groups: Set<String> = [],
    in workspace: any WorkspaceContents,
    _ markbook: Markbook?,
    at now: Moment
  ) throws {
    let found = CourseQuizzes(of: programme, in: workspace)
    let roster = try markbook?.roster().filter { $0.attends(Programme(programme)) } ?? []
    var named = AttemptSelection()
    named.groups = groups
    try named.checkNames(roster)
    let people = roster.filter { groups.isEmpty || !groups.isDisjoint(with: $0.groups) }
    let attempts = try Self.attempts(at: found, by: people, markbook, now)
    let recorded = try markbook?.completedCourses(of: Programme(programme)) ?? [:]
    rows = people.map { person in
      Row(
        person,
        on: programme,
        found,
        attempts[person.id] ?? [:],
        recorded[person.id] ?? []
      )
    }
    quizzes = found.byCourse.mapValues { $0.map(\.file.shortName) }
    unreadable = found.unreadable
    self.programme = programme
    self.now = now.time
  }

  /// The graded attempts of participants at the quizzes of courses, by participant and quiz.
  private static func attempts(
    at quizzes: CourseQuizzes,
    by people: [Participant],
    _ markbook: Markbook?,
    _ now: Moment
  ) throws -> [Participant.ID: [String: [SatAttempt]]] {
    guard let markbook else { return [:] }
    let (names, wanted) = (Set(quizzes.all.map(\.file.name)), Set(people.map(\.id)))
    var (found, texts): ([Participant.ID: [String: [SatAttempt]]], QuizTexts) = ([:], QuizTexts())
    for recorded in try markbook.attempts() {
      guard case .graded = recorded.kind, names.contains(recorded.quiz),
        let id = recorded.participant, wanted.contains(id)
      else { continue }
      let reading = try AttemptReading(recorded, in: markbook, at: now, &texts)
      found[id, default: [:]][recorded.quiz, default: []].append(SatAttempt(reading))
    }
    return found
  }
}

extension Programme {
  /// The run of a self-paced programme that its file describes.
  public init(_ programme: SelfPacedProgramme) {
    self.init(curriculum: programme.id, edition: programme.edition)
  }
}

extension PathProgress.Row {
  fileprivate init(
    _ participant: Participant,
    on programme: SelfPacedProgramme,
    _ quizzes: CourseQuizzes,
    _ attempts: [String: [SatAttempt]],
    _ recorded: [CompletedCourse]
  ) {
    let sat = programme.courses.map { course in
      SatCourse(quizzes.byCourse[course.id] ?? [], attempts, in: programme.zone)
    }
    let byWord = Dictionary(recorded.map { ($0.course, $0) }) { first, _ in first }
    let done = Set(
      zip(programme.courses, sat).filter { $1.passed != nil || byWord[$0.id] != nil }.map(\.0.id)
    )
    let states = zip(programme.courses, sat).map { course, sat -> PathProgress.State in
      if let day = sat.passed { return .passed(on: day) }
      if let completed = byWord[course.id] { return .recorded(on: completed.on) }
      if course.isAnnounced { return .announced }
      if sat.isUnderWay { return .underWay }
      if sat.isSubmitted { return .notPassed }
      return course.needs.allSatisfy { !done.isDisjoint(with: $0.anyOf) } ? .open : .locked
    }
    let known = Dictionary(zip(programme.courses.map(\.id), states)) { first, _ in first }
    self.participant = participant
    self.states = states
    percents = sat.map(\.percent)
    paths = programme.paths.filter { participant.groups.contains($0.id) }.map { path in
      PathProgress.Standing(path, on: programme, known)
    }
  }
}

extension PathProgress.Standing {
  fileprivate init(
    _ path: LearningPath,
    on programme: SelfPacedProgramme,
    _ states: [String: PathProgress.State]
  ) {
    let required = path.required
    let missing = required.filter { states[$0]?.isDone != true }
    self.path = path
    self.required = required.count
    done = required.count - missing.count
    optional = path.steps.count { $0.isOptional && states[$0.course]?.isDone == true }
    completed = missing.isEmpty ? required.compactMap { states[$0]?.day }.max() : nil
    left = programme.length(of: missing.compactMap(programme.course))
    next = missing.first { id in
      switch states[id] {
      case .open, .underWay, .notPassed: true
      case .passed, .recorded, .locked, .announced, nil: false
      }
    }.flatMap(programme.course)
  }
}

/// What somebody did at the quizzes of a course.
private struct SatCourse {
  /// The day on which the last of its quizzes was passed, where all are; `nil` else and without a quiz.
  let passed: CivilDate?
  /// The least percentage that counts in a quiz; `nil` where none was handed in.
  let percent: Rational?
  /// Whether an attempt goes on or waits for marks.
  let isUnderWay: Bool
  /// Whether an attempt was handed in.
  let isSubmitted: Bool

  init(_ quizzes: [CourseQuizzes.Entry], _ attempts: [String: [SatAttempt]], in zone: Zone) {
    let sat = quizzes.map { SatQuiz($0.quiz, attempts[$0.file.name] ?? []) }
    let times = sat.compactMap(\.passedAt)
    percent = sat.compactMap(\.percent).min()
    isUnderWay = sat.contains(where: \.isUnderWay)
    isSubmitted = sat.contains { $0.percent != nil }
    passed =
      quizzes.isEmpty || times.count < quizzes.count
      ? nil : times.max().map { zone.wallClock(at: $0.date).date }
  }
}

/// What somebody did at a quiz.
private struct SatQuiz {
  let passedAt: Timestamp?
  let percent: Rational?
  let isUnderWay: Bool

  init(_ quiz: Quiz, _ attempts: [SatAttempt]) {
    let submitted = attempts.filter(\.isSubmitted)
    percent = quiz.grading.percent(of: submitted.map(\.percent))
    isUnderWay = submitted.count < attempts.count || submitted.contains { !$0.isFinal }
    let mark = submitted.last?.passPercent ?? quiz.passPercent ?? 0
    // The first attempt after which what counts is enough.
    let enough = submitted.indices.first { end in
      (quiz.grading.percent(of: submitted[...end].map(\.percent)) ?? 0) >= mark
    }
    let isEnough = percent.map { $0 >= mark } ?? false
    passedAt = isEnough ? enough.map { submitted[$0].endedAt } : nil
  }
}
