import ArgumentParser
import Diagnostics
import Foundation
import Records

/// `seminar markbook forget`: erase what is personal of a participant.
struct MarkbookForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Erase all personal data of a participant permanently.",
    discussion: """
      Erases the participant's entry on the roster, exceptions, responses and marks. The record
      still shows that somebody was erased, but not who. Everything else can still be verified.
      Lists copies of the markbook, because this command cannot change them.

      Example:
        seminar markbook forget p02
      """
  )

  @Argument(help: "The identifier of the participant on the roster.", completion: .participants)
  var participant: String

  @Flag(help: "Do not ask for confirmation.")
  var yes = false

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: ReportForm = .text

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    let markbook = try Markbook(existing: workspace.markbook, for: .writing)
    guard let found = try markbook.participant(participant) else {
      throw MarkbookError(.unknownParticipant(participant), file: workspace.markbook)
    }
    let attempts = try markbook.attempts(by: found.id).count
    let what =
      "\(found.name.visible) ('\(found.id.visible)') with "
      + attempts.counted("attempt")
    let confirmation = Confirmation(
      question: "Erase all personal data of \(what)? This cannot be undone.",
      action: "erasing all personal data of \(what)"
    )
    guard try yes || confirmation.isGiven() else {
      try format.write("Nothing was erased.\n", or: Report(participant: found.id))
      return
    }
    let erasure = try markbook.forget(found.id, at: .now)
    try report(erasure, of: found.id, workspace)
  }

  private func report(
    _ erasure: Erasure,
    of participant: Participant.ID,
    _ workspace: Workspace
  ) throws {
    var lines = [
      "Erased \(erasure.records.counted("private part")) of records, of "
        + "\(erasure.attempts.counted("attempt"))."
    ]
    if let from = erasure.formerFrom {
      lines.append(
        "The hashes of version 4 are gone from event \(from) on: heads exported then can no longer "
          + "be looked up."
      )
    }
    let copies = workspace.markbookCopies()
    if copies.isEmpty {
      lines.append(
        "Backups that you keep elsewhere still contain the data: delete or replace them."
      )
    } else {
      lines.append(
        "These copies still contain the data: delete or replace them, and backups elsewhere:"
      )
      lines += copies.map { "  \($0.visible)" }
    }
    try format.write(
      lines.joined(separator: "\n") + "\n",
      or: Report(
        participant: participant,
        records: erasure.records,
        attempts: erasure.attempts,
        formerFrom: erasure.formerFrom,
        copies: copies
      )
    )
  }

  /// What was erased, for programs.
  private struct Report: Encodable {
    let format = "seminar-erasure"
    let version = 1
    let participant: String
    var records = 0
    var attempts = 0
    /// The event from which on the hashes of version 4 are gone.
    var formerFrom: Int?
    /// Copies beside the markbook that still contain the data.
    var copies: [String] = []
  }
}

extension Workspace {
  /// Files beside the markbook that are older copies of it, sorted.
  func markbookCopies() -> [String] {
    let file = URL(fileURLWithPath: markbook).resolvingSymlinksInPath()
    let folder = file.deletingLastPathComponent()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let own = file.lastPathComponent
    return names.filter { name in
      name != own && ![own + "-wal", own + "-shm"].contains(name)
        && (name.hasPrefix(own + ".") || isMarkbook("\(folder.path)/\(name)"))
    }.sorted().map { "\(folder.path)/\($0)" }
  }

  /// Whether a file has a markbook's header.
  private func isMarkbook(_ path: String) -> Bool {
    guard let handle = FileHandle(forReadingAtPath: path),
      let header = try? handle.read(upToCount: 72), header.count == 72
    else { return false }
    return header.starts(with: Array("SQLite format 3\u{0}".utf8))
      && Array(header[68..<72]) == Array("SMNR".utf8)
  }
}
