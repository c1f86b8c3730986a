import ArgumentParser
import Curricula
import Foundation
import Publishing
import Records

/// `seminar roster`: who takes part.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "Import and list participants, and grant exceptions.",
    subcommands: [Import.self, List.self, RosterOverrideCommand.self],
    defaultSubcommand: List.self
  )

  /// `seminar roster import FILE.csv`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import participants from a CSV file.",
      discussion: """
        The file must have a header row with the columns 'id' and 'name'. The columns 'email',
        'group', 'language' and 'extra-time' (a factor) are used too. All other columns are kept.
        Participants who are not in the file stay on the roster.

        Example:
          seminar roster import participants.csv
        """
    )

    @Argument(help: "The CSV file, or - for standard input.")
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
      abstract: "List the participants on the roster."
    )

    @Option(help: ArgumentHelp("The output format.", valueName: "format"))
    var format: SheetForm = .text

    @OptionGroup var verification: VerificationOption

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let markbook = try place.located().readableMarkbook()
      let notes = try verification.notes(on: markbook)
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
      try format.write(sheet, as: "seminar-roster", notes: notes)
    }
  }
}
