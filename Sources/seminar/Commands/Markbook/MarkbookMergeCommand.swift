import ArgumentParser
import Coordination
import Diagnostics
import Records

/// `seminar markbook merge`: take in what other sites recorded.
struct MarkbookMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Add everything that other sites have recorded to this markbook.",
    discussion: """
      Each file is verified first, and is not changed. Merging a file twice adds nothing, and the
      order of files does not matter. All attempts are kept. If one site has erased a participant,
      the participant is erased in the merged markbook too. If a file cannot be merged, nothing
      from it is added.

      Example:
        seminar markbook merge FILE
      """
  )

  @Argument(help: "The markbooks of the other sites.", completion: .file())
  var files: [String]

  @Option(
    name: .customLong("same"),
    help: ArgumentHelp(
      "An identifier that means the same person at all sites although the names differ. You "
        + "can repeat this option.",
      valueName: "id"
    )
  )
  var same: [String] = []

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: ReportForm = .text

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    // Whatever cannot be read is refused before a markbook is created for it.
    let others = try files.map(Self.source)
    let markbook = try workspace.writableMarkbook()
    var merged: [(file: String, merging: Merging)] = []
    for (file, other) in zip(files, others) {
      let merging = try markbook.merge(
        other,
        same: Set(same.map(Participant.normalized)),
        at: .now
      )
      // What one file added is said even where the next one is refused.
      if format == .text { try Output.standard.write(Self.line(file, merging)) }
      merged.append((file, merging))
    }
    if format == .json { try Output.standard.write(Report(merged).document) }
  }

  /// What was merged, for programs.
  private struct Report: Encodable {
    struct Source: Encodable {
      let file: String
      let records: Int
      let attempts: Int
      let participants: Int
      let erased: Int
    }

    let format = "seminar-merge"
    let version = 1
    let files: [Source]

    init(_ merged: [(file: String, merging: Merging)]) {
      files = merged.map { file, merging in
        Source(
          file: file,
          records: merging.records,
          attempts: merging.attempts,
          participants: merging.participants,
          erased: merging.erased
        )
      }
    }
  }

  /// Opens a markbook that is to be merged.
  private static func source(_ file: String) throws(MarkbookError) -> Markbook {
    do {
      return try Markbook(existing: file, for: .reading)
    } catch {
      throw MarkbookError(.unusableSource(error.fault), file: file)
    }
  }

  private static func line(_ file: String, _ merging: Merging) -> String {
    guard merging.records > 0 || merging.erased > 0 else {
      return "\(file.visible): nothing new\n"
    }
    let erased =
      merging.erased == 0 ? "" : "; \(merging.erased.counted("record")) of people forgotten erased"
    return "\(file.visible): \(merging.records.counted("new record")), "
      + "\(merging.attempts.counted("attempt")), \(merging.participants.counted("participant"))"
      + erased + "\n"
  }
}
