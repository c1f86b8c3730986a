import Coordination
import Curricula
import Diagnostics
import Quizzes
import Records
import Terminal

/// Where a participant is asked what has to be asked before a sitting, and then sits.
///
/// Only somebody in front of a terminal is asked. Elsewhere a sitting starts at once, and goes on with
/// what another window has open only where that was asked for.
@MainActor struct Reception {
  let desk: Desk
  let screen: Screen
  let zone: Zone
  /// Whether the program says that nobody has checked the sitter.
  var tellsWhoSits = true
  /// Whether an attempt that another window has open is gone on with here unasked.
  let takesOver: Bool
  /// Whether the results list every item unasked.
  let showsAll: Bool

  /// Sits a quiz: goes on with the open attempt, or begins one.
  ///
  /// - Parameters:
  ///   - quizDesk: Where it is sat.
  ///   - isBegunElsewhere: Whether another window began it while this one was about to.
  /// - Throws: What keeps it from being sat.
  func sit(at quizDesk: QuizDesk, isBegunElsewhere: Bool = false) throws {
    switch try quizDesk.next(at: .now) {
    case .goOn(let recorded):
      try goOn(with: recorded, isBegunElsewhere: isBegunElsewhere) {
        let opening = try quizDesk.goOn(with: recorded, at: .now)
        tellWhoSits()
        return opening
      }
    case .begin(let beginning):
      var isIntroduced = false
      if screen.isInteractive, beginning.asksFirst {
        var source = screen.lineSource
        try screen.show(beginning.briefing)
        isIntroduced = try screen.isAnsweredYes("Begin now? (yes or no): ", reading: &source)
        guard isIntroduced else {
          try screen.show([Line(.acknowledgement, "Nothing was started.")])
          return
        }
      }
      var generator = SystemRandomNumberGenerator()
      let opening: Desk.Opening
      do {
        opening = try quizDesk.begin(
          beginning,
          isIntroduced: isIntroduced,
          at: .now,
          using: &generator
        )
      } catch let error as MarkbookError where error.isBegunElsewhere {
        try meetOther()
        // What the other window began is open now, or was handed in meanwhile.
        return try sit(at: quizDesk, isBegunElsewhere: true)
      }
      tellWhoSits()
      try sit(opening)
    }
  }

  /// Says that another window has just begun what this one was about to begin.
  ///
  /// - Throws: ``Failure`` where nobody can be asked what to do, and nothing says so.
  func meetOther() throws {
    guard screen.isInteractive || takesOver else {
      throw Failure(
        .busy,
        "the quiz was started in another window at the same time",
        remedy: "continue there, or take it over here with '--take-over'"
      )
    }
    try screen.show([Line(.notice, "This quiz was started in another window at the same time.")])
  }

  private func tellWhoSits() {
    if tellsWhoSits, let notice = desk.sitter.notice { Output.error.tell(notice) }
  }

  /// Goes on with an attempt, unless another window has it open and keeps it.
  func goOn(
    with recorded: RecordedAttempt,
    isBegunElsewhere: Bool = false,
    _ open: () throws -> Desk.Opening
  ) throws {
    let seat = Seat(at: recorded.id)
    // A window that has just begun may not have taken its seat yet.
    if seat.isShared || isBegunElsewhere, !takesOver, let lastUsed = try desk.lastUsed(recorded) {
      let time = zone.wording(of: lastUsed)
      guard screen.isInteractive else {
        throw Failure(
          .busy,
          "the quiz is open in another window, last used on \(time)",
          remedy: "continue there, or take it over here with '--take-over'"
        )
      }
      let words = "This quiz is open in another window, last used on \(time)."
      try screen.show([Line(.notice, words)])
      var source = screen.lineSource
      guard try screen.isAnsweredYes("Continue here instead? (yes or no): ", reading: &source)
      else {
        try screen.show([
          Line(.acknowledgement, "Nothing was changed. Continue in the other window.")
        ])
        return
      }
    }
    try withExtendedLifetime(seat) { try sit(open(), holding: seat) }
  }

  /// Sits until the sitter leaves or hands in; the exit status says whether somebody interrupted it.
  func sit(_ opening: Desk.Opening, holding seat: Seat? = nil) throws {
    let seat = seat ?? Seat(at: opening.sitting.attempt)
    var sitting = TerminalSitting(opening.sitting, on: screen, showingAll: showsAll)
    try withExtendedLifetime(seat) { try sitting.run(from: opening.turn) }
  }
}

extension MarkbookError {
  /// Whether another sitting of the same participant began the attempt first.
  var isBegunElsewhere: Bool {
    if case .startedElsewhere = fault { true } else { false }
  }
}
