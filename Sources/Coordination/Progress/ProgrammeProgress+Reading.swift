internal import Curricula
internal import Foundation
public import Quizzes
public import Records
internal import Statistics

extension ProgrammeProgress {
  /// What somebody wants to know.
  public struct Request: Sendable {
    /// The curriculum by its name or path; `nil` for the only one.
    public var curriculum: String?
    /// Only participants of these groups; empty for all.
    public var groups: Set<String> = []
    /// The test before the programme.
    public var before = "pre-test"
    /// The test after the programme.
    public var after = "post-test"

    /// Wants to know everything of the only curriculum.
    public init() {}
  }

  /// Looks at all participants and quizzes of a programme.
  ///
  /// - Parameters:
  ///   - request: What somebody wants to know.
  ///   - workspace: Where the curriculum and the quizzes are.
  ///   - markbook: Where everything is recorded; `nil` where nothing is.
  ///   - now: The present.
  /// - Throws: ``UnknownName``, what is wrong in the curriculum, ``AttemptProblem``, or what the markbook
  ///   refuses.
  public init(
    _ request: Request,
    in workspace: any WorkspaceContents,
    _ markbook: Markbook?,
    at now: Moment
  ) throws {
    let curriculum = try workspace.curriculum(request.curriculum).curriculum
    let programme = Programme(curriculum)
    let published = try markbook?.passRule(of: programme)
    let quizzes = try ProgrammeQuizzes(of: curriculum, published, in: workspace)
    let roster = try markbook?.roster().filter { $0.attends(programme) } ?? []
    var named = AttemptSelection()
    named.groups = request.groups
    if !request.groups.isEmpty { named.presentGroup = workspace.presentGroups() }
    try named.checkNames(roster)
    let people = roster.filter { named.includesGroups(of: $0) }
    var gathered = GatheredAttempts(quizzes.all)
    if let markbook { try gathered.read(markbook, people, at: now) }
    let exceptions = try Exceptions(markbook?.overrides() ?? [])
    let attendance = try markbook?.attendance(of: programme) ?? [:]
    let errors = gathered.standardErrors()
    let rule = quizzes.rule
    columns = quizzes.all.map { Column($0, error: errors[$0.name] ?? nil) }
    var known: [Set<String>: [Quiz.Conditions]] = [:]
    for person in people where known[person.groups] == nil {
      known[person.groups] = try quizzes.all.map {
        try workspace.conditions(of: $0.quiz, for: person.groups)
      }
    }
    let conditions = known
    rows = people.map { person in
      let own = conditions[person.groups] ?? quizzes.all.map(\.conditions)
      let cells = zip(quizzes.all, own).map { quiz, conditions in
        let what = exceptions.override(for: person.id, at: quiz.name)
        return Cell(
          gathered.attempts(of: person.id, at: quiz.name),
          at: quiz.quiz,
          under: Terms(
            conditions,
            extraTime: Rational(exactly: person.extraTime),
            override: what
          ),
          isExcused: what.isExcused == true,
          now: now.time
        )
      }
      let known = zip(quizzes.all, cells).map {
        ($0.name, (cell: $1, error: errors[$0.name] ?? nil))
      }
      let verdict = rule.map { rule in
        PassVerdict(
          rule.rule,
          Dictionary(known) { first, _ in first },
          attendance[person.id]
        )
      }
      return Row(
        participant: person,
        cells: cells,
        attendance: attendance[person.id],
        verdict: verdict
      )
    }
    gain = Self.gain(request, quizzes.all, rows)
    sittings = Self.sittings(quizzes.all, rows)
    unreadable = quizzes.unreadable
    self.rule = rule
    self.curriculum = curriculum
    self.now = now.time
  }

  private static func gain(
    _ request: Request,
    _ quizzes: [ProgrammeQuizzes.Entry],
    _ rows: [Row]
  ) -> Gain? {
    func index(_ name: String) -> Int? {
      quizzes.firstIndex { $0.name == name || $0.shortName == name }
    }
    guard let before = index(request.before), let after = index(request.after) else { return nil }
    let pairs = rows.compactMap { row -> (before: Rational, after: Rational)? in
      guard let first = row.cells[before].percent, let second = row.cells[after].percent else {
        return nil
      }
      return (first, second)
    }
    return Gain(from: quizzes[before].name, to: quizzes[after].name, pairs)
  }

  private static func sittings(
    _ quizzes: [ProgrammeQuizzes.Entry],
    _ rows: [Row]
  ) -> [Sitting] {
    let all = rows.flatMap { row in
      zip(quizzes, row.cells).flatMap { quiz, cell in
        cell.attempts.filter { !$0.isSubmitted }.map { attempt in
          Sitting(
            participant: row.participant,
            quiz: quiz.name,
            startedAt: attempt.startedAt,
            lastAt: attempt.lastAt,
            deadline: attempt.deadline,
            isAway: attempt.isAway
          )
        }
      }
    }
    return all.sorted { ($0.startedAt, $0.participant.id) < ($1.startedAt, $1.participant.id) }
  }
}

extension ProgrammeProgress.Column {
  fileprivate init(_ entry: ProgrammeQuizzes.Entry, error: Double?) {
    name = entry.name
    shortName = entry.shortName
    label = entry.label
    quiz = entry.quiz
    week = entry.week
    standardError = error
  }
}

/// What was given to each participant, all exceptions taken together.
private struct Exceptions {
  private var everywhere: [Participant.ID: Override] = [:]
  private var at: [[String]: Override] = [:]

  init(_ overrides: [RecordedOverride]) {
    for given in overrides {
      let id = given.participant
      if let quiz = given.quiz {
        at[[id, quiz]] = (at[[id, quiz]] ?? Override()).overridden(by: given.override)
      } else {
        everywhere[id] = (everywhere[id] ?? Override()).overridden(by: given.override)
      }
    }
  }

  /// One for the quiz counts before one for all quizzes.
  func override(for id: Participant.ID, at quiz: String) -> Override {
    (everywhere[id] ?? Override()).overridden(by: at[[id, quiz]] ?? Override())
  }
}
