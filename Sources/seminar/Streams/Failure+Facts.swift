import Coordination
import Diagnostics
import Quizzes
import Records
import Timetabling

extension Failure {
  /// What a use case, the markbook or a file refuses, in words; `nil` for errors of other kinds.
  init?(wording error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let findings as Findings: self.init(.badInput, findings)
    case let error as MarkbookError: self.init(error)
    case let unknown as UnknownName: self.init(unknown)
    case let refusal as EndedEdition.Refusal: self.init(refusal)
    case let refused as NotAdmitted: self.init(refused)
    case let problem as AttemptProblem: self.init(problem)
    case let refused as Marking.Refused: self.init(refused)
    case let reopening as ReopensAfterAnswers: self.init(reopening)
    case let refusal as RevisionRefusal: self.init(refusal)
    case let refusal as RepairRefusal: self.init(refusal)
    case let refusal as Refusal:
      self.init(.badInput, "the attempt cannot go on: \(refusal)")
    case let undecided as Solver.Undecided: self.init(undecided)
    default: return nil
    }
  }

  /// That nothing was found and nothing proved, with what stood in the way.
  private init(_ undecided: Solver.Undecided) {
    let obstacles = undecided.obstacles
    let homeless = obstacles?.homeless ?? []
    let who =
      homeless.count > Self.told
      ? "\(homeless.count) sessions, among them "
        + homeless.prefix(Self.told).map { "'\($0)'" }.listed()
      : homeless.map { "'\($0)'" }.listed()
    let first = Problem(
      message: "no timetable was found, nor a proof that there is none"
        + (homeless.isEmpty ? "" : "; there was no place for \(who)"),
      remedy: "allow more with '--moves', give some hard constraints a weight, or make separate "
        + "timetables for parts of the programme"
    )
    let broken = (obstacles?.broken ?? []).prefix(Self.told).map {
      Problem(
        message: "the nearest timetable breaks '\($0.name)': \($0.sentence)",
        place: $0.location.description
      )
    }
    self.init(.problems, [first] + broken)
  }

  private init(_ refusal: RepairRefusal) {
    let status: ExitStatus =
      switch refusal {
      case .notACode, .unknownCode, .nothingToRepair: .usage
      case .changedSince: .badInput
      }
    self.init(status, refusal.message, remedy: refusal.remedy)
  }

  /// The most sessions and constraints that a message names.
  private static let told = 5

  /// A failure of the markbook, with its own exit status.
  init(_ error: MarkbookError) {
    let words = error.diagnostic
    self.init(
      ExitStatus(rawValue: error.exitStatus) ?? .internalError,
      [
        Problem(
          message: words.message,
          remedy: words.remedy,
          place: words.location.description,
          forSitter: error.wordsForSitter
        )
      ]
    )
  }

  /// Why something that was asked of a revision cannot be done.
  init(_ refusal: RevisionRefusal) {
    let status: ExitStatus =
      switch refusal {
      case .olderZoneRules: .notPermitted
      case .unknownTrainer, .unknownSession, .absenceInThePast, .heldAlready, .noTimeToKeep,
        .unpublishedSession, .notYetBegun:
        .usage
      }
    self.init(status, refusal.message, remedy: refusal.remedy)
  }

  private init(_ problem: AttemptProblem) {
    let attempt = "attempt \(problem.attempt)"
    let message =
      switch problem.fault {
      case .replaying(let refusal): "\(attempt) cannot be replayed: \(refusal)"
      case .marking(let problem): "\(attempt) cannot be marked: \(Self.wording(of: problem))"
      case .lostText: "the markbook has lost the text of the attempt's quiz"
      case .goingOn(let refusal): "the attempt cannot go on: \(refusal)"
      }
    self.init(.badInput, message)
  }

  private static func wording(of problem: MarkedAttempt.Problem) -> String {
    switch problem {
    case .lostVersion(let version):
      "the markbook has lost the corrected text of the quiz \(version.prefix(8))"
    case .foreignVersion(let version):
      "the corrected text of the quiz \(version.prefix(8)) does not fit it"
    case .refused(let refusal): "\(refusal)"
    }
  }

  private init(_ refused: Marking.Refused) {
    switch refused {
    case .open(let attempt):
      self.init(
        .badInput,
        "attempt \(attempt.prefix(8)) is still open",
        remedy: "mark it after it has been submitted"
      )
    case .outOfRange(let typed, let maximum):
      self.init(
        .usage,
        "the mark is '\(typed.prefix(60).visible)', expected a number from 0 to "
          + maximum.rounded()
      )
    case .needsComment:
      self.init(
        .usage,
        "the program marks this item; another mark needs a reason",
        remedy: "add '--comment \"…\"'"
      )
    }
  }

  private init(_ refused: ReopensAfterAnswers) {
    let reopening = refused.reopening
    let attempts = reopening.count.counted("attempt")
    self.init(
      .usage,
      "this opens '\(reopening.quiz)' again for \(refused.participant), although its right answers "
        + "have been shown in \(attempts), first on "
        + refused.zone.wording(of: reopening.shownAt),
      remedy: "if this is right, add '--despite \"…\"' with a reason, which is kept and which "
        + "'seminar scores' shows"
    )
  }
}
