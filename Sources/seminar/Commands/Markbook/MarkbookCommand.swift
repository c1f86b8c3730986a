import ArgumentParser

/// `seminar markbook`: what is recorded, and the file it is recorded in.
struct MarkbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markbook",
    abstract: "Verify, back up, merge and list what has been recorded.",
    subcommands: [
      MarkbookVerifyCommand.self, MarkbookBackupCommand.self, MarkbookRestoreCommand.self,
      MarkbookAttemptsCommand.self, MarkbookAttemptCommand.self, MarkbookMergeCommand.self,
      MarkbookForgetCommand.self, MarkbookArchiveCommand.self,
    ]
  )
}
