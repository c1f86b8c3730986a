import ArgumentParser

/// `seminar markbook`: what is recorded, and the file it is recorded in.
struct MarkbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markbook",
    abstract: "What is recorded, and the file that keeps it.",
    subcommands: [
      MarkbookAttemptsCommand.self, MarkbookAttemptCommand.self, MarkbookBackupCommand.self,
      MarkbookRestoreCommand.self,
    ]
  )
}
