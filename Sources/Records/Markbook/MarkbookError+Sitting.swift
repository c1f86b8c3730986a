internal import Diagnostics

extension MarkbookError {
  /// What somebody who sits a quiz reads: what is wrong, and what they can do about it.
  ///
  /// It names no file and no command, because a participant need not know where the record is, and may
  /// be able to type nothing but responses.
  public var wordsForSitter: (message: String, remedy: String) {
    switch fault {
    case .full:
      ("the disk is full, so nothing more can be saved", Self.reassurance)
    case .busy(let duration):
      (
        "the record was busy for \(duration.components.seconds) seconds",
        "try again; everything that was shown as kept is kept"
      )
    case .continuedElsewhere:
      ("this quiz was continued in another window", "continue in the other window")
    case .startedElsewhere:
      ("this quiz was started in another window at the same time", "continue in the other window")
    case .unknownParticipant(let id), .lookalike(let id, _):
      ("nobody on the roster has the identifier '\(id.visible)'", "tell the coordinator")
    case .missing, .empty, .orphaned, .notAFile, .notADatabase, .foreign, .newer, .unmergeable,
      .notCreated, .inTheWay, .noPlace, .itself, .unusableBackup, .unusableSource, .inUse,
      .publishedElsewhere,
      .unreadable, .unwritable, .unknownAttempt, .refused:
      ("the record of this course cannot be used", Self.reassurance)
    case .moved:
      ("the record was moved or deleted while this program was using it", Self.reassurance)
    case .damaged, .altered, .inputOutput:
      ("the record of this course cannot be read or written at the moment", Self.reassurance)
    }
  }

  private static let reassurance =
    "tell the coordinator; everything that was shown as kept is kept"
}
