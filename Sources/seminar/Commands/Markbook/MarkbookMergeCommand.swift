import ArgumentParser
import Diagnostics
import Records

/// `seminar markbook merge`: take in what other sites recorded.
struct MarkbookMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Take in everything that the markbooks of other sites recorded.",
    discussion: """
      Each file is verified first, and not changed. Merging again adds nothing, and
      the order does not matter. All attempts are kept. A participant whom one site
      enrolled and another forgot after a merge or a restore is forgotten in all.
      When a file cannot be merged, nothing of it is taken in.

      Example:
        seminar markbook merge vienna.sqlite nairobi.sqlite
      """
  )

  @Argument(help: "The markbooks of the other sites.")
  var files: [String]

  @Option(
    name: .customLong("same"),
    help: ArgumentHelp(
      "An identifier that is one person although the names differ; can be repeated.",
      valueName: "id"
    )
  )
  var same: [String] = []

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    // Whatever cannot be read is refused before a markbook is created for it.
    let others = try files.map { try Markbook(existing: $0, for: .reading) }
    let markbook = try workspace.writableMarkbook()
    for (file, other) in zip(files, others) {
      let merging = try markbook.merge(
        other,
        same: Set(same.map(Participant.normalized)),
        at: .now
      )
      try Output.standard.write(Self.line(file, merging))
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
