import ArgumentParser
import Curricula
import Foundation
import Publishing
import Records

/// `seminar roster`: who takes part.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "Import and list who takes part, and what is different for whom.",
    subcommands: [Import.self, List.self, RosterOverrideCommand.self],
    defaultSubcommand: List.self
  )

  /// `seminar roster import FILE.csv`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take participants from a CSV file onto the roster.",
      discussion: """
        The file has a header row. The columns 'id' and 'name' are required; 'email',
        'group', 'language' and 'extra-time' (a factor) are understood; others are kept.
        Who is on the roster and not in the file stays.

        Example:
          seminar roster import participants.csv
        """
    )

    @Argument(help: "The CSV file; - for standard input.")
    var file: String

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let workspace = try place.located()
      let roster = try Roster.parse(TextFile.read(file))
      let markbook = try workspace.writableMarkbook()
      let result = try markbook.importRoster(roster, at: .now)
      try Output.standard.write(
        "\(result.added.count) new, \(result.changed.count) changed, "
          + "\(result.unchanged.count) unchanged, \(result.absent.count) not in the file and kept\n"
      )
    }
  }

  /// `seminar roster list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Show who is on the roster."
    )

    @Option(help: ArgumentHelp("The form: text, csv or json.", valueName: "form"))
    var format: SheetForm = .text

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let markbook = try place.located().readableMarkbook()
      var sheet = Sheet(
        "Roster",
        columns: [
          .init("id"), .init("name"), .init("email"), .init("group"), .init("language"),
          .init("extra-time", .number),
        ],
        zone: .utc
      )
      for participant in try markbook?.roster() ?? [] {
        sheet.append([
          .text(participant.id), .text(participant.name), .text(participant.email),
          .text(participant.group), .text(participant.language),
          .number(participant.extraTime),
        ])
      }
      try Output.standard.write(format.rendering(of: sheet, as: "seminar-roster"))
    }
  }
}
