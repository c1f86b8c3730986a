public import Diagnostics

extension MarkbookError: CustomStringConvertible {
  /// The problem as people read it: file, what is wrong, remedy.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, at: .init(file: file), fault.message, remedy: fault.remedy)
  }

  public var description: String {
    diagnostic.description
  }

  /// The exit status of a command that ends with this error, after `sysexits.h`.
  public var exitStatus: Int32 { fault.exitStatus }
}

extension MarkbookError.Fault {
  fileprivate var exitStatus: Int32 {
    switch self {
    case .itself: 64
    case .unusableBackup(let fault), .unusableSource(let fault): fault.exitStatus
    case .empty, .notAFile, .notADatabase, .foreign, .newer, .damaged, .altered,
      .unmergeable, .unknownParticipant, .unknownAttempt, .lookalike, .refused:
      65
    case .missing, .orphaned: 66
    case .notCreated, .inTheWay, .noPlace: 73
    case .full, .inputOutput, .moved: 74
    case .busy, .inUse, .continuedElsewhere, .startedElsewhere, .publishedElsewhere: 75
    case .unreadable, .unwritable: 77
    }
  }

  fileprivate var message: String {
    switch self {
    case .missing: "there is no markbook here"
    case .orphaned(let names):
      "the markbook is missing, but \(names.listed().visible) "
        + "\(names.count.agreeing("is", "are")) still there"
    case .moved: "the markbook or its log was moved or deleted while this program was using it"
    case .empty: "the file is empty, expected a markbook"
    case .notAFile: "this is not a file, expected a markbook"
    case .notADatabase: "the file is not a SQLite database, expected a markbook"
    case .foreign: "the file is the database of another program, expected a markbook"
    case .newer(let version, let known):
      "the markbook has version \(version); this program knows versions up to \(known)"
    case .damaged(let detail): "the markbook is damaged: \(detail.visible)"
    case .altered(let site, let position):
      "record \(position) of site \(site.prefix(8).visible) has been changed"
    case .unmergeable(let obstacle):
      "this markbook cannot be merged: \(obstacle.description.visible)"
    case .notCreated(let reason): "the markbook cannot be created: \(reason.visible)"
    case .inTheWay(let names):
      names.isEmpty
        ? "there is already a file with this name"
        : "\(names.listed().visible) is next to it and would be mixed in"
    case .noPlace: "this is a folder or a device; a backup is a file"
    case .itself: "this is the markbook itself"
    case .unusableBackup(let fault): "this cannot be restored: \(fault.message)"
    case .unusableSource(let fault): "this cannot be merged: \(fault.message)"
    case .inUse: "another program has the markbook open"
    case .full: "the disk is full"
    case .inputOutput(let detail):
      "the markbook cannot be read or written: \(detail.visible)"
    case .busy(let duration):
      "other programs kept the markbook busy for \(duration.components.seconds) seconds"
    case .continuedElsewhere(let attempt, _, _):
      "attempt \(attempt.visible) was continued in another window"
    case .startedElsewhere(let quiz, let number):
      "attempt \(number) at '\(quiz.visible)' was started in another window at the same time"
    case .publishedElsewhere(let curriculum, let number):
      "revision \(number) of '\(curriculum.visible)' was published elsewhere in the meantime"
    case .unreadable: "you do not have permission to read the markbook"
    case .unwritable: "you do not have permission to write to the markbook"
    case .unknownParticipant(let id): "nobody on the roster has the identifier '\(id.visible)'"
    case .unknownAttempt(let id): "no attempt has the identifier '\(id.visible)'"
    case .lookalike(let id, let existing):
      "'\(id.visible)' differs from '\(existing.visible)' on the roster only in case or in "
        + "Unicode form"
    case .refused(let reason): "the markbook refused a row: \(reason.visible)"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .missing:
      "sit a quiz or import a roster, which creates it, or name another file with '--markbook'"
    case .orphaned:
      "put the markbook back next to it, because the latest records may be only there; "
        + "if you cannot, restore a backup with 'seminar markbook restore FILE', which keeps it"
    case .moved:
      "put the files back where they were and try again; everything that "
        + "was shown as kept is in them"
    case .empty, .notAFile, .notADatabase, .foreign:
      "name another file with '--markbook'; nothing was changed in this one"
    case .newer: "use the newer release; nothing was changed in the file"
    case .unmergeable(let obstacle): obstacle.remedy
    case .altered:
      "see what else is wrong with 'seminar markbook verify', and restore a backup"
    case .damaged: "write nothing more to it, keep a copy, and restore a backup"
    case .notCreated: "check that the folder exists and that you can write to it"
    case .inTheWay(let names):
      names.isEmpty
        ? "add '--force' to replace it, or name another file" : "name a file in another folder"
    case .noPlace, .itself: "name another file"
    case .unusableBackup: "name another backup; nothing was changed"
    case .unusableSource: "name the markbook of another site; nothing was changed"
    case .inUse: "end the sittings that are open and try again; nothing was changed"
    case .full: "free some space and try again; everything saved before is kept"
    case .inputOutput: "check the disk; the markbook must be on a disk of this machine"
    case .busy: "try again; nothing saved before is lost"
    case .continuedElsewhere, .startedElsewhere:
      "continue in the other window, or start the quiz again here"
    case .publishedElsewhere: "see it with 'seminar revisions', then publish again"
    case .unreadable, .unwritable: "ask its owner for access to the file and its folder"
    case .unknownParticipant: "see the roster with 'seminar roster list'"
    case .unknownAttempt: "see the attempts with 'seminar markbook attempts'"
    case .lookalike: "write the identifier as on the roster, or choose another"
    case .refused: "check your input; nothing was recorded"
    }
  }
}
